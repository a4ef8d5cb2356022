import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planKiel } from './kiel.js';

const sample = readFileSync(join(import.meta.dirname, '../../../../test/fixtures/kiel-r07-sample.csv'));
const plan = (on?: string) =>
  planKiel(sample, { release: 'r07', today: '2026-01-01', ...(on !== undefined && { on }) });
const claim = (source: string, said: string) => ({ source: `https://example.org/${source}`, said });

describe("a file of the tracker's release 7, which has no packages", () => {
  it('makes a pledge of each activity, and a package of what was handed over', async () => {
    const { lanes, rejects, breaches } = await plan('2022-10-03');
    expect({ rejects, breaches }).toEqual({ rejects: [], breaches: [] });
    expect(
      lanes.map((lane) =>
        lane.map(({ intent, occurredAt, rows }) => [intent.type, occurredAt.slice(0, 10), rows.length]),
      ),
    ).toEqual([
      [
        ['MakePledge', '2022-03-01', 2],
        ['CommitPledge', '2022-03-01', 1],
        ['AllocatePledge', '2022-10-03', 0],
        ['ReportDelivery', '2022-10-03', 0],
      ],
      [
        ['MakePledge', '2022-10-03', 1],
        ['CommitPledge', '2022-10-03', 0],
        ['AllocatePledge', '2022-10-03', 0],
        ['ReportDelivery', '2022-10-03', 0],
      ],
      [
        ['MakePledge', '2022-05-01', 0],
        ['CommitPledge', '2022-05-01', 1],
      ],
    ]);
  });

  it('says of a pledge all its goods and sources, under the id of the release', async () => {
    const { lanes } = await plan('2022-10-03');
    expect(lanes[0]?.[0]?.intent.data).toEqual({
      pledgeId: 'kiel-r07-AUM901',
      donor: 'AUS',
      kind: 'military',
      title: 'Sample: vehicles and helmets.',
      lines: [
        { item: 'armoured vehicle', category: 'Heavy weapon', quantity: '20' },
        { item: 'helmet', category: 'Military equipment', quantity: '1000' },
      ],
      amount: { amount: '16000000', currency: 'AUD', basis: 'claimed' },
      currency: 'AUD',
      foreign: { source: 'kiel', release: 'r07', id: 'AUM901' },
      claims: [
        claim('au/1', '2022-03-01'),
        { source: 'https://example.org/au/2', note: 'dated "until 4/6/2027" in the file' },
      ],
    });
  });

  it("counts what was handed over in the pledge's currency, by the file's own rates", async () => {
    const { lanes } = await plan('2022-10-03');
    const said = {
      pledgeId: 'kiel-r07-AUM901',
      allocationId: 'AUM901-delivered',
      lines: [{ item: 'armoured vehicle', quantity: '15' }],
      claims: [{ source: 'https://example.org/au/9', note: 'worth EUR 3000000 in the file' }],
    };
    const value = { amount: '4800000', currency: 'AUD', basis: 'replacement' };
    expect(lanes[0]?.slice(2).map(({ intent: { data } }) => data)).toEqual([
      { ...said, amount: value },
      { ...said, value },
    ]);
  });

  it('says of goods without a value that they were handed over, and not what they were worth', async () => {
    const { lanes } = await plan('2022-10-03');
    const said = {
      pledgeId: 'kiel-r07-EEH901',
      allocationId: 'EEH901-delivered',
      lines: [{ item: 'field hospital', quantity: '1' }],
      claims: [
        {
          source: 'https://example.org/ee/1',
          note: 'dated "2922-02-09" in the file; without a value in the file',
        },
      ],
    };
    expect(lanes[1]?.slice(2).map(({ intent: { data } }) => data)).toEqual([
      { ...said, amountUnknown: 'notReported' },
      said,
    ]);
    expect(lanes[1]?.[0]?.intent.data).not.toHaveProperty('currency');
  });

  it('turns away what lies in the future where nobody says which day the release ends on', async () => {
    const { rejects } = await plan();
    expect(rejects).toEqual([
      { row: 3, column: 'Announcement Date', value: 'until 4/6/2027', reason: 'lies in the future' },
      { row: 5, column: 'Announcement Date', value: '2922-02-09', reason: 'lies in the future' },
    ]);
  });
});
