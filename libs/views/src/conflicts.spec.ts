import { specifyView } from '#testing';
import { conflicts } from './conflicts.js';

const given = specifyView(conflicts);
const about = { subject: 'udcg.meeting.16', field: 'date' };
const key = 'udcg.meeting.16/date';
const SINCE = '2023-10-12T00:00:00.000Z';
const dod = { number: 1, value: '2023-10-11', source: 'DoD' };
const pravda = { number: 2, value: '2023-10-10', source: 'pravda.com.ua' };
const memoir = { number: 3, value: '2023-10-12', source: 'a memoir' };
const first = { type: 'ClaimRecorded' as const, data: { ...about, ...dod, otherwise: [] }, occurredAt: SINCE };
const second = { type: 'ClaimRecorded' as const, data: { ...about, ...pravda, otherwise: [dod] }, occurredAt: SINCE };
const resolved = {
  type: 'ConflictResolved' as const,
  data: { ...about, values: ['2023-10-11', '2023-10-10'], chosen: '2023-10-11', reason: 'the host’s own' },
};
const third = { type: 'ClaimRecorded' as const, data: { ...about, ...memoir, otherwise: [dod, pravda] } };
const row = {
  ...{ ...about, status: 'open' as const, values: ['2023-10-11', '2023-10-10'], claims: [dod, pravda], sources: 2 },
  ...{ since: SINCE, chosen: null, reason: null, settled: [] },
};
const settled = {
  ...{ ...row, status: 'resolved' as const, chosen: '2023-10-11', reason: 'the host’s own' },
  settled: ['2023-10-11', '2023-10-10'],
};

describe('a conflict of claims', () => {
  it('is none while all say the same', () => {
    given(first).then(key, undefined);
  });
  it('is open with both sides', () => {
    given(first, second).then(key, row);
  });
  it('keeps both sides when it is resolved', () => {
    given(first, second, resolved).then(key, settled);
  });
  it('stays resolved when a value that was known is claimed again', () => {
    const again = { number: 3, value: '2023-10-10', source: 'an embassy' };
    given(first, second, resolved, {
      type: 'ClaimRecorded',
      data: { ...about, ...again, otherwise: [dod] },
    }).then(key, { ...settled, claims: [dod, pravda, again], sources: 3 });
  });
  it('is opened again by another value', () => {
    given(first, second, resolved, third).then(key, {
      ...{ ...settled, status: 'open', values: [...settled.values, '2023-10-12'] },
      ...{ claims: [dod, pravda, memoir], sources: 3 },
    });
  });
  it('is resolved with what was known then, also where it is said to have been resolved before', () => {
    given({ ...first, occurredAt: '2024-02-01T00:00:00.000Z' }, resolved, {
      ...second,
      occurredAt: '2024-03-01T00:00:00.000Z',
    }).then(key, { ...settled, since: '2024-01-01T00:00:00.000Z' });
  });
});
