import { Big } from 'big.js';
import { question } from '#eventsourcing';
import { MoneyParameters } from './asked.js';
import { MEASURES, type Measure } from './measures.js';
import { learnReleases, narrowingOf } from './narrowing.js';
import { totals, type FigureRow, type TotalsAsked } from './totals.js';

/** The totals of every measure by donor that the comparison is made of. */
const totalsOf = (asked: MoneyParameters): TotalsAsked => ({
  ...{ measure: MEASURES, by: 'donor' as const, in: asked.in, rates: [asked.rates] },
  ...narrowingOf(asked),
});

/**
 * What each donor pledged, committed, allocated and delivered, and how much of a stage came of the one before, as percentages to one
 * place; null where nothing was there to follow, or where a part of it is not known.
 */
export const donors = question<
  MoneyParameters,
  FigureRow,
  { readonly in: string; readonly rates: string; readonly rows: readonly object[] }
>('donors', {
  about: 'What each donor pledged, committed, allocated and delivered, and how much came of each stage.',
  parameters: MoneyParameters,
  reads: totals.reads,
  learn: learnReleases,
  ask: (parameters, tables) => totals.ask(totalsOf(parameters), tables),
  answer: (rows, parameters) => {
    const { rows: figures, leftOut } = totals.answer(rows, totalsOf(parameters)) as Answered;
    return {
      in: parameters.in,
      rates: parameters.rates,
      ...(leftOut && { leftOut }),
      rows: [...Map.groupBy(figures, ({ donor }) => donor)].map(([donor, own]) => ({ donor, ...stagesOf(own) })),
    };
  },
  explain: (parameters, label, tables) => totals.explain?.(totalsOf(parameters), label, tables),
});

interface Answered {
  readonly rows: readonly Of[];
  readonly leftOut?: readonly string[];
}

/** A figure of a donor. */
interface Of {
  readonly donor: string;
  readonly measure: Measure;
  readonly amount: string;
  readonly atLeast: boolean;
  readonly count: number;
  readonly explain: string;
}

const NOTHING = { amount: '0.00', atLeast: false, count: 0 };

function stagesOf(figures: readonly Of[]) {
  const of = (measure: Measure) => figures.find((figure) => figure.measure === measure);
  const stages = MEASURES.map((measure) => {
    const { amount, atLeast, count, explain } = { ...NOTHING, explain: undefined, ...of(measure) };
    return [measure, { amount, atLeast, count, ...(explain !== undefined && { explain }) }] as const;
  });
  return {
    ...Object.fromEntries(stages),
    followed: {
      committed: shareOf(of('committed'), of('pledged')),
      allocated: shareOf(of('allocated'), of('committed')),
      delivered: shareOf(of('delivered'), of('allocated')),
    },
  };
}

function shareOf(part: Of | undefined, whole: Of | undefined): string | null {
  if (!whole || Number(whole.amount) === 0 || whole.atLeast || part?.atLeast) return null;
  return new Big(part?.amount ?? '0').times(100).div(whole.amount).toFixed(1);
}
