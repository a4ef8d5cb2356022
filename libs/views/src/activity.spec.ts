import fc from 'fast-check';
import type { RecordedEvent } from '#eventsourcing';
import { idOf, specifyView } from '#testing';
import { activity } from './activity.js';
import { inWords } from './in-words.js';

const given = specifyView(activity);

describe('what happened', () => {
  it('is a row for each event, of any type', () => {
    const events = [
      { type: 'ChairTransferred', data: { groupId: 'udcg', from: ['USA'], to: ['NATO'], decisionId: 'd-1' } },
      { type: 'SomethingNew', data: {}, occurredAt: '2023-05-01T08:30:00.000Z', reported: true },
    ];
    const shared = { recorded: '2024-01-01T00:00:00.000Z', party: 'USA', subject: 'operator', stream: 'thing-1' };
    given(...events).then(idOf(0), {
      ...{ ...shared, when: '2024-01-01T00:00:00.000Z', lateDays: null, reported: false, type: 'ChairTransferred' },
      line: 'Chair transferred: USA → NATO, group udcg, decision d-1',
    });
    given(...events).then(idOf(1), {
      ...{ ...shared, when: '2023-05-01T08:30:00.000Z', lateDays: 244, reported: true, type: 'SomethingNew' },
      line: 'Something new',
    });
  });
});

const by = { subject: 'jane', party: 'DEU', roles: [] };
const line = (type: string, data: object, stream = 'pledge-p-1') =>
  inWords({ type, data, stream, metadata: { by, commandId: 'c', payload: '', correlationId: 'c', causationId: 'c' } });

describe('an event in words', () => {
  it.each([
    [
      'Pledge made: “A Patriot battery”, donor DEU, military, 2 launcher and 16 missile, 1,000,000,000.50 EUR (claimed), meeting m-9',
      'PledgeMade',
      {
        ...{ pledgeId: 'p-1', donor: 'DEU', kind: 'military', title: 'A Patriot battery', currency: 'EUR' },
        lines: [
          { item: 'launcher', quantity: '2' },
          { item: 'missile', quantity: '16' },
        ],
        amount: { amount: '1000000000.50', currency: 'EUR', basis: 'claimed' },
        ...{ meetingId: 'm-9', claims: [{ source: 'https://example.org' }] },
      },
    ],
    [
      'Pledge decreased: donor DEU, 5,000 EUR → 0 EUR, reason “the budget failed”',
      'PledgeDecreased',
      {
        ...{ pledgeId: 'p-1', donor: 'DEU', currency: 'EUR', reason: 'the budget failed' },
        ...{ from: { amount: '5000' }, to: { amount: '0' } },
      },
    ],
    [
      'Pledge committed: not reported → 70 GBP',
      'PledgeCommitted',
      { currency: 'GBP', from: { unknown: 'notReported' }, to: { amount: '70' } },
    ],
    ['Chair term ended: USA, USA → none', 'ChairTermEnded', { party: 'USA', from: ['USA'], to: [] }],
    [
      'Chair appointed: GBR and DEU, none → GBR and DEU, holders GBR “John Healey” office “Secretary of State”',
      'ChairAppointed',
      {
        ...{ parties: ['GBR', 'DEU'], from: [], to: ['GBR', 'DEU'] },
        holders: [{ party: 'GBR', holder: 'John Healey', office: 'Secretary of State' }],
      },
    ],
    [
      'Draft circulated: voters ALB, BEL, BGR and 1 more, deadline 2024-06-12 16:00 UTC, version 2, proposed by tom',
      'DraftCirculated',
      {
        ...{ voters: ['ALB', 'BEL', 'BGR', 'CAN'], deadline: '2024-06-12T16:00:00.000Z', version: 2 },
        ...{ subject: 'jane', proposedBy: 'tom' },
      },
    ],
    [
      'Attendance recorded: DEU, not disclosed, tentative, since 2024-06-12',
      'AttendanceRecorded',
      { party: 'DEU', disclosed: false, tentative: true, since: '2024-06-12T00:00:00.000Z' },
    ],
    ['Rates published: rates eur 1 usd 1.25', 'RatesPublished', { rates: { EUR: '1', USD: '1.25' } }],
  ])('reads "%s"', (said, type, data) => {
    expect(line(type, data)).toBe(said);
  });

  it('stays on one line of bounded length, whatever its data are', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.object({ withNullPrototype: false, maxDepth: 6 }),
        fc.string(),
        (type, data, stream) => {
          const said = line(type, JSON.parse(JSON.stringify(data)) as RecordedEvent['data'], stream);
          expect(said.length).toBeLessThanOrEqual(240);
          expect(said).not.toMatch(/[\n\r\0]/);
        },
      ),
    );
    expect(
      line('X', { text: 'word '.repeat(10_000), list: Array(1000).fill({ a: { b: { c: { d: 1 } } } }) }).length,
    ).toBeLessThan(241);
  });
});
