import { specify, type Told } from '#testing';
import { Claims, type ClaimsEvent } from './claim.js';

const given = specify(Claims, { by: 'NATO', at: '2025-06-01T09:00:00.000Z', roles: ['coordinator'] });
const subject = 'udcg.meeting.16';
const about = { subject, field: 'date' };
const dod = { value: '2023-10-11', source: 'DoD', said: '2023-10-11', evidence: 'found' as const };
const pravda = { value: '2023-10-10', source: 'pravda.com.ua', said: '2023-10-05', learnt: '2025-06-01' };

type Past = Told<ClaimsEvent>;
const first: Past = { type: 'ClaimRecorded', data: { ...about, number: 1, ...dod, otherwise: [] } };
const second: Past = {
  type: 'ClaimRecorded',
  data: { ...about, number: 2, ...pravda, otherwise: [{ number: 1, ...dod }] },
};
const resolve = { ...about, chosen: '2023-10-11', reason: 'the host’s own statement' };
const resolved: Past = { type: 'ConflictResolved', data: { ...resolve, values: ['2023-10-11', '2023-10-10'] } };
const third: Past = {
  type: 'ClaimRecorded',
  data: {
    ...{ ...about, number: 3, value: '2023-10-12', source: 'a memoir' },
    otherwise: [
      { number: 1, ...dod },
      { number: 2, ...pravda },
    ],
  },
};

describe('a claim (R7)', () => {
  it('is recorded with its source and times', () =>
    given()
      .when('RecordClaim', { ...about, ...dod })
      .then(first));
  it('is recorded once (R34)', () =>
    given(first)
      .when('RecordClaim', { ...about, ...dod, learnt: '2025-06-01', note: 'again' })
      .thenNothing());
  it('has a source', () =>
    given()
      .when('RecordClaim', { ...about, value: '2023-10-11' })
      .thenRejected('NoSource', {}));
  it('stands beside one that says otherwise', () =>
    given(first)
      .when('RecordClaim', { ...about, ...pravda })
      .then(second));
  it('of another field contradicts nothing', () =>
    given(first)
      .when('RecordClaim', { subject, field: 'place', value: 'Brussels', source: 'DoD' })
      .then({
        type: 'ClaimRecorded',
        data: { subject, field: 'place', number: 2, value: 'Brussels', source: 'DoD', otherwise: [] },
      }));
  it('of the same value from another source contradicts nothing', () =>
    given(first)
      .when('RecordClaim', { ...about, value: '2023-10-11', source: 'Swedish government' })
      .then({
        type: 'ClaimRecorded',
        data: { ...about, number: 2, value: '2023-10-11', source: 'Swedish government', otherwise: [] },
      }));
  it('is another one on other evidence', () =>
    given(first)
      .when('RecordClaim', { ...about, ...dod, evidence: 'memory' })
      .then({ type: 'ClaimRecorded', data: { ...about, ...dod, evidence: 'memory', number: 2, otherwise: [] } }));
});

describe('a conflict of claims', () => {
  it('is resolved with a reason', () => given(first, second).when('ResolveConflict', resolve).then(resolved));
  it('is resolved once (R34)', () => given(first, second, resolved).when('ResolveConflict', resolve).thenNothing());
  it('is not resolved without a reason', () =>
    given(first, second)
      .when('ResolveConflict', { ...about, chosen: '2023-10-11' })
      .thenRejected('NoReason', {}));
  it('is resolved for a value that was claimed', () =>
    given(first, second)
      .when('ResolveConflict', { ...resolve, chosen: '2023-10-09' })
      .thenRejected('NotClaimed', { field: 'date', values: ['2023-10-11', '2023-10-10'] }));
  it('is none where all say the same', () =>
    given(first)
      .when('ResolveConflict', resolve)
      .thenRejected('NoConflict', { field: 'date', values: ['2023-10-11'] }));
  it('is resolved otherwise later', () =>
    given(first, second, resolved)
      .when('ResolveConflict', { ...about, chosen: '2023-10-10', reason: 'the minutes' })
      .then({
        type: 'ConflictResolved',
        data: {
          ...{ ...about, values: ['2023-10-11', '2023-10-10'], before: '2023-10-11' },
          ...{ chosen: '2023-10-10', reason: 'the minutes' },
        },
      }));
  it('is resolved anew once something else is claimed', () =>
    given(first, second, resolved, third)
      .when('ResolveConflict', resolve)
      .then({
        type: 'ConflictResolved',
        data: { ...resolve, before: '2023-10-11', values: ['2023-10-11', '2023-10-10', '2023-10-12'] },
      }));
});
