import { NotThisFormat, type FoundBreach, type Importer, type Plan, type Reading, type Reject } from '../plan.js';
import { paced, pacing } from '../pace.js';
import { headerIn, readTable } from '../table.js';
import { commandsOf, pledgeIdOf } from './activity.js';
import { layoutOf, required, ROW_NUMBER, type Layout } from './columns.js';
import type { Told } from './day.js';
import { readEntry, type Entry, type Untold } from './entry.js';
import { fitting } from './fitting.js';
import { commandIdFor, midnight, releaseId, SOURCE } from './naming.js';
import { contentsOf } from './sheet.js';
import { impliedRates, type Conversion, type ImpliedRates } from './rates.js';

/** The Ukraine Support Tracker of the Kiel Institute, its main data as CSV. */
export const kiel: Importer = {
  about: 'The main data of the Ukraine Support Tracker of the Kiel Institute: each activity becomes a pledge.',
  plan: planKiel,
};

/** Plans a file of the tracker: the rates it converts by, and each activity as a pledge. */
export async function planKiel(file: Uint8Array, reading: Reading): Promise<Plan> {
  const pace = pacing();
  const { release } = reading;
  const layout = layoutOf(await headerIn(file));
  const table = await readTable(file, { columns: required(layout), numbers: ROW_NUMBER, pace });
  const count = table.rows.length + table.rejects.length;
  if (count === 0) throw new NotThisFormat('The file has a header and no rows.');
  const read = await paced(table.rows, pace, (row) => readEntry(row, layout));
  const { entries, lastDay, rejects: late } = told(read.filter(isEntry), reading, layout);
  const { fit, rejects: unfit } = fitting(entries, layout);
  const implied = impliedRates(fit.flatMap(conversionsOf));
  const setting = { release, lastDay, rates: implied.rates, hasPackages: layout.hasPackages };
  const activities = Map.groupBy(fit, ({ id }) => id).values();
  const lanes = await paced(activities, pace, ([first, ...others]) =>
    first ? commandsOf([first, ...others], setting) : [],
  );
  return {
    source: SOURCE,
    release,
    importId: releaseId(release),
    rows: count,
    first: fit.length === 0 ? [] : [ratesOf(fit, implied, { release, lastDay })],
    lanes,
    breaches: [...otherRates(implied, release), ...(layout.hasPackages ? strayDeliveries(fit, release) : [])].toSorted(
      (a, b) => a.row - b.row,
    ),
    rejects: [...table.rejects, ...read.filter(isReject), ...late, ...unfit].toSorted((a, b) => a.row - b.row),
    contentOf: contentsOf(table),
  };
}

function isReject(read: Untold | Reject): read is Reject {
  return 'reason' in read;
}

function isEntry(read: Untold | Reject): read is Untold {
  return !isReject(read);
}

/**
 * Gives each entry without a day the last one that the file covers, and so where that day is known each that lies behind it, for nobody
 * can have told of it by then; where it is not known, those that lie ahead of today are turned away.
 */
function told(
  read: readonly Untold[],
  { today, on }: Reading,
  { columns }: Layout,
): { entries: Entry[]; lastDay: string; rejects: Reject[] } {
  const isLate = ({ told }: Untold) => on === undefined && told !== undefined && told.day > today;
  const days = read.flatMap((entry) => (isLate(entry) ? [] : (entry.told?.day ?? [])));
  const lastDay = on ?? days.reduce((last, day) => (day > last ? day : last), days[0] ?? today);
  const within = (told: Told | undefined) =>
    told === undefined || told.day > lastDay
      ? { day: lastDay, inexact: told?.inexact ?? told?.day ?? 'no date' }
      : told;
  const entries = read.filter((entry) => !isLate(entry)).map((entry) => ({ ...entry, told: within(entry.told) }));
  const rejects = read.filter(isLate).map(({ row, told }) => ({
    ...{ row, column: columns.announced ?? '', value: told?.inexact ?? told?.day ?? '' },
    reason: 'lies in the future',
  }));
  return { entries, lastDay, rejects };
}

function conversionsOf({ row, committed, allocated }: Entry): Conversion[] {
  return [committed, allocated].flatMap((amount) => {
    if (amount?.euros === undefined) return [];
    const { currency, original, euros } = amount;
    return [{ row, currency, original, euros }];
  });
}

function ratesOf(
  entries: readonly Entry[],
  { rates }: ImpliedRates,
  { release, lastDay }: { release: string; lastDay: string },
) {
  const ratesId = releaseId(release);
  const data = {
    ratesId,
    base: 'EUR',
    on: lastDay,
    rates: [...rates]
      .map(([currency, rate]) => ({ currency, rate }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    source: `Ukraine Support Tracker of the Kiel Institute, release ${release}: the rates that its amounts in euros imply`,
  };
  return {
    commandId: commandIdFor(release, 'PublishRates', ratesId, entries),
    intent: { type: 'PublishRates' as const, data },
    occurredAt: midnight(lastDay),
    rows: [],
    row: entries[0]?.row ?? 0,
  };
}

function otherRates({ others, rates }: ImpliedRates, release: string): FoundBreach[] {
  return others.map(({ row, currency, original, euros, rate }) => ({
    ...{ row, rule: 'R6', code: 'OtherRate', stream: `rates-${releaseId(release)}` },
    facts: { currency, original, euros, rate, published: rates.get(currency) ?? '' },
    detail: `The row makes EUR ${euros} of ${currency} ${original}, which is not the rate of the file's other rows.`,
  }));
}

/** What is said to be delivered of an activity, in no package of it, can be counted in none. */
function strayDeliveries(entries: readonly Entry[], release: string): FoundBreach[] {
  return entries.flatMap(({ row, id, package: inPackage, delivered: { euros } }) =>
    inPackage !== undefined || euros === undefined
      ? []
      : [
          {
            ...{ row, rule: 'R12', code: 'NoSuchAllocation', stream: `pledge-${pledgeIdOf(release, id)}` },
            facts: { delivered: euros, currency: 'EUR' },
            detail: `The row says that EUR ${euros} were delivered of a commitment, and not of which package.`,
          },
        ],
  );
}
