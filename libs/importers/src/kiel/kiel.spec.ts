import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedCommand } from '../plan.js';
import { planKiel } from './kiel.js';

const sample = readFileSync(join(import.meta.dirname, '../../../../test/fixtures/kiel-sample.csv'), 'utf8');
const plan = (text = sample) => planKiel(new TextEncoder().encode(text), { release: 'r18', today: '2026-01-01' });
const claim = (source: string, said: string) => ({ source: `https://example.org/${source}`, said });
const brief = ({ intent: { type, data }, occurredAt, rows }: PlannedCommand) => ({
  type,
  on: occurredAt.slice(0, 10),
  rows: rows.map(({ row }) => row),
  ...('amount' in data && { amount: data.amount.amount }),
  ...('allocationId' in data && { allocationId: data.allocationId }),
});

describe("a file of the tracker's main data", () => {
  it('publishes the rates that it implies', async () => {
    const { first } = await plan();
    expect(first.map(({ intent, occurredAt }) => ({ intent, occurredAt }))).toEqual([
      {
        intent: {
          type: 'PublishRates',
          data: {
            ratesId: 'kiel-r18',
            base: 'EUR',
            on: '2024-04-26',
            rates: [
              { currency: 'AUD', rate: '1.6' },
              { currency: 'EUR', rate: '1' },
              { currency: 'GBP', rate: '0.8' },
              { currency: 'USD', rate: '1.25' },
            ],
            source:
              'Ukraine Support Tracker of the Kiel Institute, release r18: the rates that its amounts in euros imply',
          },
        },
        occurredAt: '2024-04-26T00:00:00.000Z',
      },
    ]);
  });

  it('has every row at home in one command', async () => {
    const { rows, first, lanes, rejects } = await plan();
    const homes = [...first, ...lanes.flat()].flatMap((one) => one.rows.map(({ row }) => row));
    expect(rejects).toEqual([]);
    expect(homes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, index) => index + 2));
  });

  it('makes a pledge of each activity, in the order of the days', async () => {
    const { lanes } = await plan();
    expect(lanes.map((lane) => lane.map(brief))).toEqual([
      [
        { type: 'MakePledge', on: '2022-03-01', rows: [], amount: '16000000' },
        { type: 'CommitPledge', on: '2022-03-01', rows: [2], amount: '16000000' },
        { type: 'AllocatePledge', on: '2022-03-10', rows: [3, 4], amount: '8000000', allocationId: 'AUM901_1' },
        { type: 'AllocatePledge', on: '2022-06-30', rows: [5], amount: '12000000', allocationId: 'AUM901_2' },
        { type: 'ReportDelivery', on: '2024-04-26', rows: [], allocationId: 'AUM901_1' },
      ],
      [
        { type: 'MakePledge', on: '2022-05-01', rows: [], amount: '400000' },
        { type: 'CommitPledge', on: '2022-05-01', rows: [6], amount: '400000' },
        { type: 'IncreasePledge', on: '2022-06-01', rows: [], amount: '800000' },
        { type: 'CommitPledge', on: '2022-06-01', rows: [7], amount: '800000' },
        { type: 'AllocatePledge', on: '2022-06-02', rows: [8], amount: '1000000', allocationId: 'UKM901_1' },
        { type: 'AllocatePledge', on: '2023-12-31', rows: [9], allocationId: 'UKM901_2' },
        { type: 'ReportDelivery', on: '2024-04-26', rows: [], allocationId: 'UKM901_1' },
      ],
      [
        { type: 'MakePledge', on: '2022-10-31', rows: [] },
        { type: 'CommitPledge', on: '2022-10-31', rows: [] },
        { type: 'AllocatePledge', on: '2022-10-31', rows: [10], allocationId: 'EUH901_1' },
      ],
      [
        { type: 'MakePledge', on: '2023-02-16', rows: [], amount: '250000.55' },
        { type: 'CommitPledge', on: '2023-02-16', rows: [], amount: '250000.55' },
        { type: 'AllocatePledge', on: '2023-02-16', rows: [11], amount: '250000.55', allocationId: 'EIF901_1' },
      ],
      [
        { type: 'MakePledge', on: '2022-12-21', rows: [], amount: '5000000' },
        { type: 'CommitPledge', on: '2022-12-21', rows: [12], amount: '5000000' },
        { type: 'AllocatePledge', on: '2022-12-21', rows: [13], amount: '1000000', allocationId: 'USM901_1' },
        {
          type: 'AllocatePledge',
          on: '2024-04-26',
          rows: [14],
          amount: '4000000',
          allocationId: 'USM901_1-2024-04-26',
        },
      ],
      [
        { type: 'MakePledge', on: '2023-02-16', rows: [], amount: '300' },
        { type: 'CommitPledge', on: '2023-02-16', rows: [], amount: '300' },
        { type: 'AllocatePledge', on: '2023-02-16', rows: [15], amount: '100', allocationId: 'SEH901_1' },
        { type: 'AllocatePledge', on: '2023-03-31', rows: [16], amount: '200', allocationId: 'SEH901_2' },
      ],
    ]);
  });

  it('says of a pledge what the first row says, in the original currency, with its sources', async () => {
    const { lanes } = await plan();
    expect(lanes[0]?.[0]?.intent.data).toEqual({
      pledgeId: 'kiel-r18-AUM901',
      donor: 'AUS',
      kind: 'military',
      title: 'Sample: Australia binds itself to AUD 16 million in two steps.',
      amount: { amount: '16000000', currency: 'AUD', basis: 'claimed' },
      currency: 'AUD',
      foreign: { source: 'kiel', release: 'r18', id: 'AUM901' },
      claims: [claim('au/1', '2022-03-01')],
    });
  });

  it('says of a package its rows as lines, what is not known, and rates where it is in another currency', async () => {
    const { lanes } = await plan();
    expect([lanes[0]?.[2], lanes[1]?.[4], lanes[1]?.[5]].map((one) => one?.intent.data)).toEqual([
      {
        pledgeId: 'kiel-r18-AUM901',
        allocationId: 'AUM901_1',
        lines: [
          { item: 'armoured vehicle', category: 'Heavy weapon', quantity: '20' },
          { item: 'helmet', category: 'Military equipment', quantityUnknown: 'withheld' },
        ],
        amount: { amount: '8000000', currency: 'AUD', basis: 'claimed' },
        claims: [claim('au/2', '2022-03-10'), claim('au/3', '2022-03-10')],
      },
      {
        pledgeId: 'kiel-r18-UKM901',
        allocationId: 'UKM901_1',
        lines: [{ item: 'launcher', category: 'Portable defence system', quantity: '10' }],
        amount: { amount: '1000000', currency: 'USD', basis: 'claimed' },
        rates: 'kiel-r18',
        claims: [claim('uk/3', '2022-06-02')],
      },
      {
        pledgeId: 'kiel-r18-UKM901',
        allocationId: 'UKM901_2',
        lines: [{ item: 'Training', category: 'Training', quantityUnknown: 'notApplicable' }],
        amountUnknown: 'notReported',
        claims: [],
      },
    ]);
    expect(lanes[1]?.[5]?.remark).toBe('dated "from 01/01/2023 until 12/31/2023" in the file');
  });

  it('keeps the words of an inexact date in the claims', async () => {
    const { lanes } = await plan();
    expect(lanes[0]?.[3]?.intent.data).toMatchObject({
      claims: [{ source: 'https://example.org/au/4', note: 'dated "until 06/31/2022" in the file' }],
    });
  });

  it('reports what was handed over on the last day of the file, at its own figures', async () => {
    const { lanes } = await plan();
    expect([lanes[0]?.[4], lanes[1]?.[6]].map((one) => one?.intent.data)).toEqual([
      {
        pledgeId: 'kiel-r18-AUM901',
        allocationId: 'AUM901_1',
        lines: [{ item: 'armoured vehicle', quantity: '20' }],
        value: { amount: '8000000', currency: 'AUD', basis: 'claimed' },
        claims: [
          { ...claim('au/2', '2022-03-10'), note: 'worth EUR 5000000 in the file' },
          { ...claim('au/3', '2022-03-10'), note: 'worth EUR 5000000 in the file' },
        ],
      },
      {
        pledgeId: 'kiel-r18-UKM901',
        allocationId: 'UKM901_1',
        lines: [{ item: 'launcher', quantity: '4' }],
        value: { amount: '400000', currency: 'USD', basis: 'replacement' },
        claims: [{ ...claim('uk/3', '2022-06-02'), note: 'estimated at USD 400000 in the file' }],
      },
    ]);
  });

  it('is planned the same way every time', async () => {
    const [one, other] = await Promise.all([plan(), plan()]);
    expect({ ...one, contentOf: undefined }).toEqual({ ...other, contentOf: undefined });
  });

  it('names the same thing by another id in another release, and after a row has changed', async () => {
    const ids = ({ lanes }: Awaited<ReturnType<typeof plan>>) => lanes.map((lane) => lane.map((one) => one.commandId));
    const [before, changed] = await Promise.all([
      plan(),
      plan(sample.replace('Sample: a loan.', 'Sample: another loan.')),
    ]);
    expect(ids(changed).map((lane, index) => JSON.stringify(lane) === JSON.stringify(ids(before)[index]))).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
    ]);
    const file = new TextEncoder().encode(sample);
    const later = await planKiel(file, { release: 'r19', today: '2026-01-01' });
    expect(
      ids(later)
        .flat()
        .filter((id) => ids(before).flat().includes(id)),
    ).toEqual([]);
  });

  it.each([
    [
      'Australia,2022-03-01',
      'Atlantis,2022-03-01',
      { row: 2, column: 'Countries', value: 'Atlantis', reason: 'is no donor that is known' },
    ],
    [
      'Australia,2022-03-01',
      'Austria,2022-03-01',
      {
        row: 3,
        column: 'Countries',
        value: 'AUS',
        reason: "AUM901 is AUT's in a row before; an activity has one donor",
      },
    ],
    [
      '2022-03-01,Military',
      'soon,Military',
      { row: 2, column: 'Announcement Date', value: 'soon', reason: 'is no date that a rule reads' },
    ],
    [
      '2022-03-01,Military',
      '2030-03-01,Military',
      { row: 2, column: 'Announcement Date', value: '2030-03-01', reason: 'lies in the future' },
    ],
    [
      '2023-02-16,Financial',
      '2023-02-16,Moral',
      { row: 11, column: 'Type of Aid General', value: 'Moral', reason: 'is no kind of aid that is known' },
    ],
    ['16000000', '16 million', { row: 2, column: 'Total', value: '16 million', reason: 'is no number' }],
    ['16000000', '-16', { row: 2, column: 'Total', value: '-16', reason: 'is negative' }],
    [
      '16000000',
      '',
      { row: 2, column: 'Total', value: '', reason: 'is missing although the amount in euros is there' },
    ],
    ['EIF901_1', '', { row: 11, column: 'Allocation ID', value: '', reason: 'is missing' }],
    [
      'EIF901_1',
      '0',
      { row: 11, column: 'Allocation ID', value: '0', reason: 'is missing although something is allocated' },
    ],
  ])('turns away a row it cannot read: %s as %s', async (found, put, reject) => {
    const { rejects, rows, first, lanes } = await plan(sample.replace(found, put));
    expect(rejects[0]).toEqual(reject);
    const homes = [...first, ...lanes.flat()].flatMap((one) => one.rows);
    expect(homes.length + rejects.length).toBe(rows);
  });
});
