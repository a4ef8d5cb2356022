import { askOf, DONATIONS, type Asked, type Happened } from '#testing';
import { controls } from './controls.js';

const day = (date: string) => `${date}T00:00:00.000Z`;
const pledge = (pledgeId: string) => ({ pledgeId, donor: 'DEU', kind: 'military' });
const twice = (pledgeId: string) =>
  [
    `pledge-${pledgeId}`,
    {
      type: 'PledgeMade',
      data: {
        ...pledge(pledgeId),
        title: 't',
        lines: [],
        claims: [],
        foreign: { source: 'kiel', release: 'r18', id: 'x' },
      },
    },
    day('2024-02-01'),
  ] as const;

const of = { consignmentId: 'c', donor: 'USA' };
const line = { lineId: '1', pledgeId: 'p', allocationId: 'a', item: 'gun', quantity: '4', monitored: true };
const shell = { lineId: '2', pledgeId: 'p', allocationId: 'a', item: 'shell', quantity: '9', origin: 'DEU' };
const moved = (type: string, date: string, data: object): Happened => [
  'consignment-c',
  { type, data: { ...of, ...data } },
  day(date),
];
const SHIPMENT: readonly Happened[] = [
  moved('ConsignmentPlanned', '2025-03-01', {
    recipient: 'UKR',
    manifest: [line, shell],
    route: 'by sea',
    mode: 'sea',
  }),
  moved('ConsignmentDispatched', '2025-03-02', { lines: [line, shell] }),
  moved('LossReported', '2025-03-03', { lines: [{ ...shell, quantity: '1' }], cause: 'fire', whole: false }),
  moved('DiscrepancyFound', '2025-03-04', {
    discrepancyId: 'atHub/1',
    stage: 'atHub',
    lineId: '1',
    item: 'gun',
    expected: '4',
    found: '3',
  }),
  moved('HandedOver', '2025-03-05', { recipient: 'UKR', lines: [line] }),
];

describe('controls', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(
      controls,
      ...DONATIONS,
      twice('x1'),
      twice('x2'),
      [
        'task-t',
        { type: 'TaskRegistered', data: { taskId: 't', title: 'Train', owner: 'USA', transferable: true } },
        day('2024-01-01'),
      ],
      ['task-t', { type: 'TaskRelinquished', data: { taskId: 't', owner: 'USA', reason: 'r' } }, day('2024-03-01')],
      [
        'pledge-de',
        {
          type: 'AllocationOrphaned',
          data: {
            ...{ ...pledge('de'), allocationId: 'a', currency: 'EUR', lines: [], reason: 'withdrawn' },
            ...{ amount: { from: { amount: '50' }, to: { amount: '20' } }, against: { from: '50', to: '20' } },
          },
        },
        day('2024-06-01'),
      ],
    );
  });
  afterAll(() => asked.close());

  const exceptions = async (asOf: string) => {
    const { rows } = (await asked.ask({}, { asOf: day(asOf) })) as {
      rows: { control: string; pass: boolean; exceptions: number }[];
    };
    expect(rows.every(({ pass, exceptions: found }) => pass === (found === 0))).toBe(true);
    return Object.fromEntries(rows.filter(({ pass }) => !pass).map((row) => [row.control, row.exceptions]));
  };

  it('pass, or count their exceptions', async () => {
    expect(await exceptions('2024-02-02')).toEqual({ pledgeCountedTwice: 2, learntOver90DaysLate: 7 });
    expect(await exceptions('2024-06-20')).toEqual({
      pledgeCountedTwice: 2,
      taskWithoutOwner: 1,
      learntOver90DaysLate: 13,
    });
    expect(await exceptions('2024-07-02')).toMatchObject({ orphanedOver30Days: 1 });
  });
  it('are kept over what is on its way', async () => {
    const shipped = await askOf(controls, ...SHIPMENT);
    const { rows } = (await shipped.ask({}, { asOf: day('2025-03-30') })) as {
      rows: { control: string; exceptions: number }[];
    };
    await shipped.close();
    expect(Object.fromEntries(rows.map(({ control, exceptions: found }) => [control, found]))).toMatchObject({
      ...{ deliveredWithoutReceipt: 1, receivedUnlikeDispatched: 1, serialsOverdue: 1, movedWithoutConsent: 1 },
      ...{ movedUnderHold: 0, lossReportedLate: 1 },
    });
  });
  it('list the rows that are an exception', async () => {
    const { view, rows } = await asked.explain({}, 'pledgeCountedTwice');
    expect([view, rows.map(({ key }) => key)]).toEqual(['pledges', ['x1', 'x2']]);
    await expect(asked.explain({}, 'toString')).rejects.toMatchObject({ code: 'NoSuchFigure' });
  });
});
