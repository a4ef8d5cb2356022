import { Big } from 'big.js';
import { integer, list, measuredIn, optional, orNull, part, quantity, question, text } from '#eventsourcing';
import { amount, AT_LEAST, DONOR, EXPLAIN, IN_MONEY } from './answered.js';
import { MoneyParameters, OneGdpTable } from './asked.js';
import { gdp } from './gdp.js';
import { MEASURES, type Measure } from './measures.js';
import { learnReleases, narrowingOf } from './narrowing.js';
import {
  behindProduced,
  behindShare,
  ensureShared,
  producedBy,
  shareOf,
  withShares,
  type GdpAsked,
  type GdpTold,
} from './share-of-gdp.js';
import { totals, type FigureRow, type TotalsAsked } from './totals.js';

/** What the comparison of donors is asked by; `gdp` names the table that shares are of, and there are none without it. */
export class DonorsParameters extends MoneyParameters {
  @OneGdpTable('gdp')
  gdp?: string;
}

/** The totals of every measure by donor that the comparison is made of. */
const totalsOf = (asked: MoneyParameters): TotalsAsked => ({
  ...{ measure: MEASURES, by: 'donor' as const, in: asked.in, rates: [asked.rates] },
  ...narrowingOf(asked),
});

/** A figure as the statement reads it, with what is told of its share where one is asked for. */
type DonorRow = FigureRow & Partial<GdpTold>;

/** A stage of what a donor gives, as it is answered. */
const stage = (about: string) =>
  part(about, {
    amount: amount('What it comes to.'),
    atLeast: AT_LEAST,
    count: integer('How many rows it is made of.'),
    explain: optional(EXPLAIN),
  });

/** How much of a stage came of the one before. */
const followed = (about: string) => orNull(measuredIn('percent', quantity(about)));

/** What share of the donor's gross domestic product a stage is. */
const share = (about: string) =>
  part(about, {
    percent: orNull(
      measuredIn('percent', quantity('The share, to four places; null where the table has none of the donor.')),
    ),
    atLeast: optional(AT_LEAST),
    unknown: optional(text('Why there is none.')),
    explain: optional(EXPLAIN),
  });

/**
 * What each donor pledged, committed, allocated and delivered, and how much of a stage came of the one before, as percentages to one
 * place; null where nothing was there to follow, or where a part of it is not known. Beside it, where a table is named, what share that is of
 * the donor's gross domestic product, as percentages to four places; null, never 0, where the table has none of the donor.
 */
export const donors = question<
  DonorsParameters,
  DonorRow,
  { readonly in: string; readonly rates: string; readonly rows: readonly object[] }
>('donors', {
  about:
    'What each donor pledged, committed, allocated and delivered, how much came of each stage, and what share of its gross domestic product it is.',
  fields: {
    ...IN_MONEY,
    gdp: optional(text('The published table of gross domestic products that shares are of.')),
    gdpYear: optional(integer('The year that the table is of.')),
    rows: list('A row for each donor.', {
      donor: DONOR,
      pledged: stage('What it announced.'),
      committed: stage('What it bound itself to.'),
      allocated: stage('What it set aside in packages for a purpose.'),
      delivered: stage('What was handed over or paid.'),
      followed: part('How much of a stage came of the one before; null where that is nothing, or is not known.', {
        committed: followed('What is committed, of what is pledged.'),
        allocated: followed('What is allocated, of what is committed.'),
        delivered: followed('What is delivered, of what is allocated.'),
      }),
      gdp: optional(
        part("The donor's gross domestic product, where a table was asked for.", {
          amount: orNull(amount('What it comes to; null where the table has none of the donor.')),
          unknown: optional(text('Why there is none.')),
          explain: optional(EXPLAIN),
        }),
      ),
      shareOfGdp: optional(
        part("What share of the donor's gross domestic product each figure is, where a table was asked for.", {
          pledged: share('Of what it announced.'),
          committed: share('Of what it bound itself to.'),
          allocated: share('Of what it set aside.'),
          delivered: share('Of what was handed over or paid.'),
        }),
      ),
    }),
  },
  parameters: DonorsParameters,
  reads: [...totals.reads, gdp],
  learn: learnReleases,
  ask: (parameters, tables) => {
    const figures = totals.ask(totalsOf(parameters), tables);
    return sharing(parameters) ? withShares(figures, parameters, tables) : figures;
  },
  answer: (rows, parameters) => {
    const { rows: figures, leftOut } = totals.answer(rows, totalsOf(parameters)) as Answered;
    const shared = sharing(parameters);
    if (shared) ensureShared(parameters, rows[0] as GdpTold | undefined);
    return {
      in: parameters.in,
      rates: parameters.rates,
      ...(shared && { gdp: parameters.gdp, gdpYear: rows[0]?.year }),
      ...(leftOut && { leftOut }),
      rows: [...Map.groupBy(figures, ({ donor }) => donor)].map(([donor, own]) => ({
        ...{ donor, ...stagesOf(own) },
        ...(shared && sharesOf(donor, own, rows)),
      })),
    };
  },
  explain: (parameters, label, tables) => {
    const figureOf = (one: string) => totals.explain?.(totalsOf(parameters), one, tables);
    if (!sharing(parameters)) return figureOf(label);
    const [kind, ...rest] = label.split('/');
    if (kind === 'gdp') return behindProduced(rest.join('/'), parameters, tables);
    if (kind !== 'share') return figureOf(label);
    const [, , , donor] = rest;
    const figure = figureOf(rest.join('/'));
    return figure && donor !== undefined ? behindShare(figure, donor, parameters, tables) : undefined;
  },
});

function sharing(parameters: DonorsParameters): parameters is DonorsParameters & GdpAsked {
  return parameters.gdp !== undefined;
}

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
      committed: followedOf(of('committed'), of('pledged')),
      allocated: followedOf(of('allocated'), of('committed')),
      delivered: followedOf(of('delivered'), of('allocated')),
    },
  };
}

function followedOf(part: Of | undefined, whole: Of | undefined): string | null {
  if (!whole || Number(whole.amount) === 0 || whole.atLeast || part?.atLeast) return null;
  return new Big(part?.amount ?? '0').times(100).div(whole.amount).toFixed(1);
}

/** What a donor produced, and what share of it each measure is. */
function sharesOf(donor: string, figures: readonly Of[], rows: readonly DonorRow[]) {
  const own = rows.filter(({ whole, label }) => !whole && label === donor) as readonly (FigureRow & GdpTold)[];
  const shares = MEASURES.map((measure) => {
    const figure = figures.find((one) => one.measure === measure);
    return [measure, shareOf(figure, own.find((one) => one.measure === measure) ?? own[0])] as const;
  });
  return { gdp: producedBy(donor, own[0]), shareOfGdp: Object.fromEntries(shares) };
}
