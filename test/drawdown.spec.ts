import {
  committedTo,
  correctionsOf2022,
  drawdownFiles,
  memorandaOf,
  packagesOf,
  type Memorandum,
} from './support/drawdown.js';
import { DrawdownLedger } from './support/drawdown-ledger.js';
import { describeReal } from './support/real-data.js';

const MILLION = 1_000_000;
/** Where the law sets no other limit for a year: FAA 506(a)(1) (from memory; the first memoranda bear it out). */
const BASE = 100 * MILLION;
/** The limit for 2022 that came before that of May (P.L. 117-103 of 15 March, from memory; the memoranda up to 21 April bear it out). */
const MARCH_2022 = 3_000 * MILLION;
/** What the Pentagon's review of June 2023 gave back: net book value in place of replacement cost (found: $2.6bn of 2022, $3.6bn of 2023; the day from memory). */
const REVIEW = { on: '2023-06-20', of2022: -2_600 * MILLION, of2023: -3_600 * MILLION, method: 'net book value' };

const DRAWN = ['AuthorityDrawn'];
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
const exceeded = (remaining: number) => ({
  code: 'AuthorityExceeded',
  facts: { remaining: String(remaining), currency: 'USD' },
});
const open = (ceiling: number, until: string) => ({ ceiling, until, legalBasis: 'FAA 506(a)(1)' });

describeReal(drawdownFiles, 'the drawdowns of the United States (R3)', () => {
  describe('in fiscal year 2021', () => {
    it('stay within the limit that always holds, and the rest lapses', async () => {
      const ledger = new DrawdownLedger();
      await ledger.open('fy21', '2020-10-01', open(BASE, '2021-09-30'));
      const memoranda = memorandaOf(2021);
      expect(await drawAll(ledger, 'fy21', memoranda)).toEqual(memoranda.map(() => DRAWN));
      await ledger.lapse('fy21', '2021-10-01');
      expect(await ledger.row('fy21')).toMatchObject(lapsed(BASE, memoranda));
    });
  });

  describe('in fiscal year 2022', () => {
    const year = 'fy22';
    const told = correctionsOf2022();
    /** Both limits less what was drawn in December 2021, of which the files hold no memorandum. */
    const march = MARCH_2022 - told.before;
    const may = told.ceiling - told.before;

    /** Draws what the memoranda direct; one that goes beyond the limit and waives it (614(a)(1)) raises it first. */
    async function play(ledger: DrawdownLedger) {
      await ledger.open(year, '2021-10-01', open(BASE, '2022-09-30'));
      const refused: (readonly [string, unknown])[] = [];
      let ceiling = BASE;
      let waived = 0;
      const raise = async (on: string, to: number, law: string) => ledger.raise(year, on, (ceiling = to), law);
      for (const { day, drawdown, waiver } of memorandaOf(2022)) {
        if (day >= '2022-03-15' && ceiling < march) {
          await raise('2022-03-15', march + waived, 'P.L. 117-103');
          expect(await ledger.draw(year, 'memo-2022-03-12', '2022-03-15', 200 * MILLION)).toEqual(DRAWN);
        }
        if (day >= '2022-05-21' && ceiling < may) await raise('2022-05-21', may, 'P.L. 117-128');
        const outcome = await ledger.draw(year, `memo-${day}`, day, drawdown);
        if ('code' in outcome) {
          refused.push([day, outcome]);
          if (waiver === 0) continue;
          await raise(day, ceiling + waiver, 'FAA 614(a)(1)');
          waived += waiver;
          expect(await ledger.draw(year, `memo-${day}`, day, drawdown)).toEqual(DRAWN);
        }
      }
      return refused;
    }

    it('pass while the ceiling allows, and beyond it only with a waiver or a new law, to the dollar', async () => {
      expect(await play(new DrawdownLedger())).toMatchObject([
        ['2022-02-25', exceeded(BASE)],
        ['2022-03-12', exceeded(0)],
        ['2022-05-06', exceeded(0)],
        ['2022-05-19', exceeded(0)],
      ]);
    });

    it('leave unused what the tracker says has lapsed, and get nothing back from the revaluation of June 2023', async () => {
      const ledger = new DrawdownLedger();
      await play(ledger);
      expect(sumOf(memorandaOf(2022).map(({ drawdown }) => drawdown))).toBe(told.used);
      await ledger.lapse(year, '2022-10-01');
      expect(await ledger.row(year)).toMatchObject({ drawn: String(told.used), unused: String(told.lapsed) });
      expect(await ledger.revalue(year, REVIEW.on, REVIEW.of2022, REVIEW.method)).toEqual(['DrawsRevalued']);
      expect(await ledger.row(year)).toMatchObject({
        ...{ drawn: String(told.used + REVIEW.of2022), remaining: '0', unused: String(told.lapsed) },
      });
      expect(await ledger.draw(year, 'late', REVIEW.on, 1)).toMatchObject({ code: 'AuthorityLapsed' });
    });
  });

  describe('in fiscal year 2023', () => {
    const year = 'fy23';
    const memoranda = memorandaOf(2023);
    /** $3.7bn by one law, and $10.8bn more by another. */
    const ceiling = committedTo('USM7') + committedTo('USM8');
    const july = memoranda.filter(({ day }) => day <= '2023-07-25');
    const later = memoranda.filter(({ day }) => day > '2023-07-25');
    /** Packages after the last memorandum that found room, some of them after the year's end. */
    const packages = packagesOf('USM8').filter(({ day }) => day > '2023-07-25');
    const inTime = packages.filter(({ day }) => day <= '2023-09-30');
    const tooLate = packages.filter(({ day }) => day > '2023-09-30');

    async function opened(): Promise<DrawdownLedger> {
      const ledger = new DrawdownLedger();
      await ledger.open(year, '2022-10-01', open(committedTo('USM7'), '2023-09-30'));
      await ledger.raise(year, '2022-12-29', ceiling, 'P.L. 117-328');
      return ledger;
    }

    it('use up the ceiling of December to the dollar before the new one holds', async () => {
      const ledger = new DrawdownLedger();
      await ledger.open(year, '2022-10-01', open(committedTo('USM7'), '2023-09-30'));
      const first = memoranda.filter(({ day }) => day < '2023-01-01');
      expect(await drawAll(ledger, year, first)).toEqual(first.map(() => DRAWN));
      expect(await ledger.row(year)).toMatchObject({ drawn: String(committedTo('USM7')), remaining: '0' });
      const [next] = memoranda.slice(first.length);
      expect(await drawAll(ledger, year, next ? [next] : [])).toMatchObject([exceeded(0)]);
    });

    it('use up all of it to the dollar by July, and September’s memorandum needs its waiver', async () => {
      const ledger = await opened();
      expect(await drawAll(ledger, year, july)).toEqual(july.map(() => DRAWN));
      expect(await ledger.row(year)).toMatchObject({
        ceiling: String(ceiling),
        drawn: String(ceiling),
        remaining: '0',
      });
      expect(await drawAll(ledger, year, later)).toMatchObject(later.map(() => exceeded(0)));
      for (const { day, waiver } of later) await ledger.raise(year, day, ceiling + waiver, 'FAA 614(a)(1)');
      expect(await drawAll(ledger, year, later)).toEqual(later.map(() => DRAWN));
    });

    it('go on past the first ceiling only after the revaluation, and not past the last day', async () => {
      const ledger = await opened();
      await drawAll(ledger, year, july);
      const drawPackages = () =>
        inOrder(
          packages.map(
            ({ id, day, amount }) =>
              () =>
                ledger.draw(year, id, day, amount),
          ),
        );
      const overdue = tooLate.map(() => ({ code: 'AuthorityLapsed', facts: { until: '2023-09-30' } }));
      expect(inTime.length).toBeGreaterThan(0);
      expect(await drawPackages()).toMatchObject([...inTime.map(() => exceeded(0)), ...overdue]);
      expect(await ledger.revalue(year, REVIEW.on, REVIEW.of2023, REVIEW.method)).toEqual(['DrawsRevalued']);
      expect(await drawPackages()).toMatchObject([...inTime.map(() => DRAWN), ...overdue]);
      const drawn = sumOf(inTime.map(({ amount }) => amount));
      await ledger.lapse(year, '2023-10-01');
      expect(await ledger.row(year)).toMatchObject({
        ...{
          ceiling: String(ceiling),
          drawn: String(ceiling + REVIEW.of2023 + drawn),
          revalued: String(REVIEW.of2023),
        },
        ...{ remaining: '0', status: 'lapsed', unused: String(-REVIEW.of2023 - drawn) },
      });
    });

    it('that the tracker allocates beyond what is committed fit in what was directed, once revalued', async () => {
      const ledger = new DrawdownLedger();
      const directed = committedTo('USM8');
      const all = packagesOf('USM8');
      /** One memorandum directs $10m less than its package: commodities under 552(c)(2). */
      const amountOf = ({ day, amount }: { day: string; amount: number }) =>
        memoranda.find((memo) => memo.day === day && memo.drawdown < amount && memo.waiver === 0)?.drawdown ?? amount;
      const total = sumOf(all.map(amountOf));
      expect(total).toBeGreaterThan(directed);
      await ledger.open('directed', '2022-12-29', { ceiling: directed, legalBasis: 'the memoranda of 2023' });
      const drawPackages = () =>
        inOrder(all.map((one) => () => ledger.draw('directed', one.id, one.day, amountOf(one))));
      const before = await drawPackages();
      expect(before.filter((outcome) => !('code' in outcome))).toHaveLength(all.length - packages.length);
      expect(before.slice(-packages.length)).toMatchObject(packages.map(() => exceeded(0)));
      await ledger.revalue('directed', REVIEW.on, REVIEW.of2023, REVIEW.method);
      expect((await drawPackages()).filter((outcome) => 'code' in outcome)).toEqual([]);
      expect(await ledger.row('directed')).toMatchObject({
        ...{ drawn: String(total + REVIEW.of2023), remaining: String(directed - total - REVIEW.of2023) },
        status: 'open',
      });
    });
  });

  describe('in fiscal year 2024', () => {
    const year = 'fy24';
    const memoranda = memorandaOf(2024);
    const ceiling = committedTo('USM9');

    it('stay within the ceiling, leave no room for a package learnt late, and the rest lapses', async () => {
      const ledger = new DrawdownLedger();
      await ledger.open(year, '2023-10-01', open(BASE, '2024-09-30'));
      await ledger.raise(year, '2024-04-24', ceiling, 'P.L. 118-50');
      expect(await drawAll(ledger, year, memoranda)).toEqual(memoranda.map(() => DRAWN));
      const rest = ceiling - sumOf(memoranda.map(({ drawdown }) => drawdown));
      const [april] = packagesOf('USM9').filter(({ day }) => day === '2024-04-24');
      expect(await ledger.draw(year, 'late', april?.day ?? '', april?.amount ?? 0)).toMatchObject({
        ...{ code: 'AuthorityExceeded', facts: { remaining: String(rest), on: '2024-09-26' } },
      });
      await ledger.lapse(year, '2024-10-01');
      expect(await ledger.row(year)).toMatchObject(lapsed(ceiling, memoranda));
    });
  });
});

async function drawAll(ledger: DrawdownLedger, authorityId: string, memoranda: readonly Memorandum[]) {
  return inOrder(
    memoranda.map(
      ({ day, drawdown }) =>
        () =>
          ledger.draw(authorityId, `memo-${day}`, day, drawdown),
    ),
  );
}

async function inOrder<T>(steps: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const outcomes: T[] = [];
  for (const step of steps) outcomes.push(await step());
  return outcomes;
}

function lapsed(ceiling: number, memoranda: readonly Memorandum[]) {
  const drawn = sumOf(memoranda.map(({ drawdown }) => drawdown));
  const sums = { ceiling: String(ceiling), drawn: String(drawn), unused: String(ceiling - drawn) };
  return { ...sums, draws: memoranda.length, remaining: '0', status: 'lapsed' };
}
