import { askOf, DONATIONS, type Asked, type Happened } from '#testing';
import type { AnyQuestion } from '#eventsourcing';
import { concentration } from './concentration.js';
import { dataQuality } from './data-quality.js';
import { donors } from './donors.js';
import { funnel } from './funnel.js';
import type { Narrowing } from './narrowing.js';
import { revision } from './revision.js';
import { situation } from './situation.js';
import { totals } from './totals.js';

const LATE = { asOf: '2024-12-31T00:00:00.000Z' };
const on = (day: string) => `${day}T00:00:00.000Z`;

/** A pledge of ten times what its place is, as a release of a source tells of it, with goods of a capability. */
function told(release: string, id: string, amount: string, category: string): Happened {
  const pledgeId = `kiel-${release}-${id}`;
  const data = {
    ...{ pledgeId, donor: 'POL', kind: 'financial', title: id, claims: [], currency: 'EUR' },
    lines: [{ item: 'thing', category, quantity: '1' }],
    amount: { amount, currency: 'EUR', basis: 'claimed' },
    foreign: { source: 'kiel', release, id },
  };
  return [`pledge-${pledgeId}`, { type: 'PledgeMade', data }, on('2024-03-05')];
}

function imported(release: string, stage: 'ImportStarted' | 'ImportFinished', sha256 = release): Happened {
  const importId = `kiel-${release}`;
  const data =
    stage === 'ImportStarted'
      ? { importId, source: 'kiel', release, file: 'f', sha256, rows: 1 }
      : { importId, rows: 1, added: 1, unchanged: 0, breaches: 0, rejects: 0 };
  return [`import-${importId}`, { type: stage, data }, on('2026-01-01')];
}

/** DEU's pledge holds goods of a capability by its allocation alone. */
const ALLOCATED_GOODS: Happened = [
  'pledge-de',
  {
    type: 'PledgeAllocated',
    data: {
      ...{
        pledgeId: 'de',
        donor: 'DEU',
        kind: 'military',
        allocationId: 'b',
        amountUnknown: 'notReported',
        claims: [],
      },
      lines: [{ item: 'radar', category: 'Air defence', quantity: '1' }],
    },
  },
  on('2024-04-01'),
];

/** Release 18 comes whole, then 7, which is older; then 18 is imported again, amended, and 19 begins; in the end 19 is there. */
const HISTORY: readonly Happened[] = [
  ...DONATIONS,
  imported('r18', 'ImportStarted'),
  told('r18', 'a', '1000', 'Air defence'),
  told('r18', 'b', '2000', 'tanks, heavy'),
  imported('r18', 'ImportFinished'),
  ALLOCATED_GOODS,
  imported('r7', 'ImportStarted'),
  told('r7', 'a', '10000', 'Tanks, heavy'),
  imported('r7', 'ImportFinished'),
  imported('r18', 'ImportStarted', 'amended'),
  imported('r19', 'ImportStarted'),
  told('r19', 'c', '500000', 'ships'),
  imported('r19', 'ImportFinished'),
];
const at = (event: number) => ({ ...LATE, knownAt: { position: BigInt(event) } });
const BOTH = DONATIONS.length + 8;

const MONEY = { in: 'EUR', rates: 'set' };
const PLEDGED = { ...MONEY, measure: ['pledged'], by: 'donor', rates: ['set'] };

interface Totals {
  readonly leftOut?: readonly string[];
  readonly totals: readonly { readonly amount: string; readonly count: number }[];
}

describe('figures of donations', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(totals, ...HISTORY);
  });
  afterAll(() => asked.close());

  const pledged = async (narrowing: Narrowing, position = BOTH) => {
    const { leftOut, totals: figures } = (await asked.ask({ ...PLEDGED, ...narrowing }, at(position))) as Totals;
    return [figures[0]?.amount, figures[0]?.count, leftOut];
  };

  it('count of a source what its last whole release tells, and say which they leave out', async () => {
    expect(await pledged({}, DONATIONS.length)).toEqual(['120.00', 3, undefined]);
    expect(await pledged({}, DONATIONS.length + 4)).toEqual(['3120.00', 5, undefined]);
    expect(await pledged({}, DONATIONS.length + 7)).toEqual(['3120.00', 5, ['kiel-r7']]);
    expect(await pledged({})).toEqual(['3120.00', 5, ['kiel-r7']]);
    expect(await pledged({}, HISTORY.length - 1)).toEqual(['3120.00', 5, ['kiel-r19', 'kiel-r7']]);
    expect(await pledged({}, HISTORY.length)).toEqual(['500120.00', 4, ['kiel-r18', 'kiel-r7']]);
  });

  it.each<[string, Narrowing, string, number]>([
    ['a release', { release: ['kiel-r7'] }, '10000.00', 1],
    ['another release', { release: ['kiel-r18'] }, '3000.00', 2],
    ['what no source brought', { release: ['none'] }, '120.00', 3],
    ['what no source brought, and a release', { release: ['none', 'kiel-r7'] }, '10120.00', 4],
    ['a kind', { kind: ['military'] }, '120.00', 3],
    ['donors', { donor: ['DEU', 'NOR'] }, '100.00', 2],
    ['pledges with goods of a capability', { capability: ['air defence'] }, '1100.00', 2],
    ['pledges with goods of several', { capability: ['air defence', 'TANKS, HEAVY'] }, '3100.00', 3],
    ['pledges of a status', { status: ['committed'] }, '120.00', 2],
    ['months', { from: '2024-02' }, '3000.00', 3],
    ['months up to one', { to: '2024-02' }, '120.00', 3],
    ['one month', { from: '2024-03', to: '2024-03' }, '3000.00', 2],
  ])('can be of %s, and rest on rows that add up to them', async (_, narrowing, amount, behind) => {
    expect((await pledged(narrowing)).slice(0, 2)).toEqual([amount, behind]);
    const { sum, count } = await asked.explain({ ...PLEDGED, ...narrowing }, 'pledged/set', at(BOTH));
    expect([Number(sum).toFixed(2), count]).toEqual([amount, behind]);
  });

  it('are refused where there is nothing of the name, naming what there is', async () => {
    await expect(pledged({ release: ['kiel-r8'] })).rejects.toMatchObject({
      code: 'NoSuchRelease',
      facts: { unknown: ['kiel-r8'], releases: ['kiel-r18', 'kiel-r7', 'none'] },
    });
    await expect(pledged({ capability: ['spears'] })).rejects.toMatchObject({
      code: 'NoSuchCapability',
      facts: { unknown: ['spears'], capabilities: ['Air defence', 'Tanks, heavy'] },
    });
  });
  it('are refused of two releases of a source, and of months that end before they begin', async () => {
    await expect(pledged({ release: ['kiel-r7', 'kiel-r18'] })).rejects.toMatchObject({
      code: 'ReleasesOverlap',
      facts: { source: 'kiel', releases: ['kiel-r18', 'kiel-r7'] },
    });
    await expect(pledged({ from: '2024-03', to: '2024-02' })).rejects.toMatchObject({ code: 'PeriodEndsFirst' });
  });
});

describe('every question of donations', () => {
  const QUESTIONS: readonly (readonly [AnyQuestion, object, (answer: never) => unknown, unknown, unknown])[] = [
    [situation, MONEY, ({ rows }: Rows) => rows[0]?.amount, '10000.00', '3120.00'],
    [donors, MONEY, ({ rows }: Rows) => rows[0]?.pledged?.amount, '10000.00', '3000.00'],
    [funnel, MONEY, ({ rows }: Rows) => rows[0]?.amount, '10000.00', '3020.00'],
    [concentration, { ...MONEY, measure: 'pledged' }, ({ total }: Rows) => total?.amount, '10000.00', '3120.00'],
    [dataQuality, {}, ({ rows }: Rows) => rows.find(({ donor }) => donor === 'POL')?.pledges, 1, 2],
    [revision, { ...MONEY, measure: 'pledged', since: '0' }, ({ after }: Rows) => after, '10000.00', '3120.00'],
  ];

  it.each(QUESTIONS.map((each) => [each[0].name, each] as const))(
    '%s is of a release, or of what counts once',
    async (_, [question, parameters, figure, ofOne, once]) => {
      const asked = await askOf(question, ...HISTORY);
      const answer = (more: object) => asked.ask({ ...parameters, ...more }, at(BOTH));
      expect(figure((await answer({ release: ['kiel-r7'] })) as never)).toBe(ofOne);
      const whole = await answer({});
      expect([figure(whole as never), whole]).toEqual([once, expect.objectContaining({ leftOut: ['kiel-r7'] })]);
      await expect(answer({ capability: ['spears'] })).rejects.toMatchObject({ code: 'NoSuchCapability' });
      await asked.close();
    },
  );

  it('are other figures by an import where a later release takes the place of one', async () => {
    const asked = await askOf(revision, ...HISTORY);
    const since = { ...MONEY, measure: 'pledged', since: String(BOTH) };
    expect(await asked.ask(since, at(HISTORY.length))).toMatchObject({
      ...{ before: '3120.00', after: '500120.00', leftOut: ['kiel-r18', 'kiel-r7'] },
      rows: [
        { cause: 'new', amount: '500000.00', rows: 1 },
        { cause: 'import', amount: '-3000.00', rows: 2 },
      ],
    });
    await asked.close();
  });
});

interface Rows {
  readonly rows: readonly {
    readonly donor?: string;
    readonly amount?: string;
    readonly pledges?: number;
    readonly pledged?: { readonly amount: string };
  }[];
  readonly total?: { readonly amount: string };
  readonly after?: string;
}
