import type { Reject } from '../plan.js';
import type { Layout } from './columns.js';
import type { Entry } from './entry.js';

const MOST_LINES = 500;

/** Entries that fit those of their activity and package before them, and rejects of those that do not. */
export function fitting(entries: readonly Entry[], layout: Layout): { fit: Entry[]; rejects: Reject[] } {
  const fit: Entry[] = [];
  const rejects: Reject[] = [];
  const seen: Seen = { donors: new Map(), committed: new Map(), allocated: new Map(), lines: new Map() };
  for (const entry of entries) {
    const reject = misfit(entry, seen, layout);
    if (reject) rejects.push({ row: entry.row, ...reject });
    else {
      fit.push(entry);
      note(entry, seen, layout);
    }
  }
  return { fit, rejects };
}

/** Of each activity its donor and the currency it is committed in, of each package its currency and how many lines it has. */
interface Seen {
  readonly donors: Map<string, string>;
  readonly committed: Map<string, string>;
  readonly allocated: Map<string, string>;
  readonly lines: Map<string, number>;
}

function misfit(entry: Entry, seen: Seen, { columns }: Layout): Omit<Reject, 'row'> | undefined {
  const { id, donor, currency = '', committed, allocated } = entry;
  const group = groupOf(entry);
  const known = seen.donors.get(id) ?? donor;
  if (known !== donor)
    return {
      column: columns.donor ?? '',
      value: donor,
      reason: `${id} is ${known}'s in a row before; an activity has one donor`,
    };
  const inTotal = seen.committed.get(id) ?? currency;
  if (committed && inTotal !== currency)
    return {
      column: columns.currency ?? '',
      value: currency,
      reason: `${id} is committed in ${inTotal} in a row before`,
    };
  const inPackage = seen.allocated.get(group) ?? currency;
  if (allocated && inPackage !== currency)
    return { column: columns.currency ?? '', value: currency, reason: `${group} is in ${inPackage} in a row before` };
  if ((seen.lines.get(group) ?? 0) >= MOST_LINES)
    return {
      column: columns.package ?? columns.item ?? '',
      value: group,
      reason: `${group} takes ${MOST_LINES} rows at most`,
    };
  return undefined;
}

function note(entry: Entry, seen: Seen, { hasPackages }: Layout): void {
  const group = groupOf(entry);
  seen.donors.set(entry.id, entry.donor);
  if (entry.committed) seen.committed.set(entry.id, entry.committed.currency);
  if (entry.allocated) seen.allocated.set(group, entry.allocated.currency);
  const isLine = hasPackages ? entry.package !== undefined : entry.isOfGoods;
  if (isLine) seen.lines.set(group, (seen.lines.get(group) ?? 0) + 1);
}

function groupOf(entry: Entry): string {
  return `${entry.package ?? entry.id} of ${entry.told.day}`;
}
