import { specifyView } from '#testing';
import { discrepancies } from './discrepancies.js';

const given = specifyView(discrepancies);
const EARLY = '2025-03-04T09:00:00.000Z';
const LATE = '2025-03-06T09:00:00.000Z';
const of = { consignmentId: 'c1', donor: 'USA', discrepancyId: 'atHub/1', stage: 'atHub', item: 'howitzer' } as const;
const found = {
  type: 'DiscrepancyFound',
  data: { ...of, lineId: '1', expected: '4', found: '3' },
  occurredAt: EARLY,
} as const;
const resolved = {
  type: 'DiscrepancyResolved',
  data: { ...of, lineId: '1', from: '3', to: '4', reason: 'recounted' },
  occurredAt: LATE,
} as const;
const row = {
  ...{ consignment: 'c1', discrepancy: 'atHub/1', donor: 'USA', stage: 'atHub', line: '1', item: 'howitzer' },
  ...{ expected: '4', found: '3', foundAt: EARLY, quantity: null, reason: null, resolvedAt: null },
  status: 'open',
} as const;
const settled = { status: 'resolved', quantity: '4', reason: 'recounted', resolvedAt: LATE } as const;

describe('a discrepancy', () => {
  it('is shown from when it was found', () => {
    given(found).then('c1/atHub/1', row);
  });
  it('is shown without a line where the manifest does not list the item', () => {
    const data = { ...of, discrepancyId: 'atHub/unlisted/0', item: 'drone', expected: '0', found: '2' };
    given({ type: 'DiscrepancyFound', data, occurredAt: EARLY }).then('c1/atHub/unlisted/0', {
      ...row,
      ...{ discrepancy: 'atHub/unlisted/0', line: null, item: 'drone', expected: '0', found: '2' },
    });
  });
  it('is shown with what it was settled on, and why', () => {
    given(found, resolved).then('c1/atHub/1', { ...row, ...settled });
  });
  it('is settled in whatever order that is said to have occurred', () => {
    given({ ...resolved, occurredAt: EARLY }, { ...found, occurredAt: LATE }).then('c1/atHub/1', {
      ...row,
      ...settled,
      ...{ foundAt: LATE, resolvedAt: EARLY },
    });
  });
});
