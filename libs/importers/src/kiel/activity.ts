import type { Kind } from '#domain';
import type { PlannedCommand } from '../plan.js';
import type { Money } from '../words.js';
import { allocations, type Package } from './allocations.js';
import { claimsOf, datedAs } from './claims.js';
import { commitments, type Commitment } from './commitments.js';
import { cut } from './cell.js';
import type { Entry } from './entry.js';
import { delivered, deliveredOf } from './handed-over.js';
import { asId, commandIdFor, midnight, releaseId, rowsOf, SOURCE } from './naming.js';
import type { Setting, Step } from './step.js';

const LONGEST_TITLE = 300;
const LONGEST_DESCRIPTION = 5000;

/** The id of the pledge that an activity becomes. */
export function pledgeIdOf(release: string, id: string): string {
  return `${releaseId(release)}-${asId(id)}`;
}

/** An activity's rows, in the order of the file and none missing, as the commands of its pledge in the order of the days. */
export function commandsOf(entries: readonly [Entry, ...Entry[]], setting: Setting): readonly PlannedCommand[] {
  const [{ id, donor, kind }] = entries;
  const pledgeId = pledgeIdOf(setting.release, id);
  const committed = commitments(entries);
  const packages = setting.hasPackages ? allocations(entries) : [];
  const currency = committed.currency ?? entries[0].currency;
  const begun = entries.reduce((least, { told }) => (told.day < least ? told.day : least), entries[0].told.day);
  const housed = new Set([...committed.totals.flatMap(({ home }) => home), ...packages.flatMap((one) => one.entries)]);
  const stray = entries.filter((entry) => !housed.has(entry));
  const steps: Step[] = [
    made(entries, { pledgeId, begun, currency, stray, committed: committed.totals, setting }),
    ...inOrder([
      ...(committed.totals.length > 0 ? [] : [committedToUnknown(pledgeId, begun, entries)]),
      ...committed.totals.flatMap((total) => totalled(pledgeId, total, begun)),
      ...packages.map((one) => allocated(pledgeId, one, { kind, currency, rates: releaseId(setting.release) })),
    ]),
    ...packages.flatMap((one) => delivered(pledgeId, one, setting)),
    ...(setting.hasPackages ? [] : deliveredOf(pledgeId, entries, setting)),
  ];
  return steps.map(({ intent, day, mark, from, home }) => ({
    commandId: commandIdFor(setting.release, intent.type, `${pledgeId} ${mark}`, from),
    intent,
    party: donor,
    occurredAt: midnight(day),
    rows: rowsOf(home),
    row: (home[0] ?? from.at(-1) ?? entries[0]).row,
    ...remarkOn(from),
  }));
}

function remarkOn(from: readonly Entry[]): { remark?: string } {
  const inexact = from.find(({ told }) => told.inexact !== undefined)?.told.inexact;
  return inexact === undefined ? {} : { remark: datedAs(inexact) };
}

function inOrder(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function made(
  entries: readonly [Entry, ...Entry[]],
  {
    pledgeId,
    begun,
    currency,
    stray,
    committed,
    setting: { release, hasPackages },
  }: {
    readonly pledgeId: string;
    readonly begun: string;
    readonly currency: string | undefined;
    readonly stray: readonly Entry[];
    readonly committed: readonly Commitment[];
    readonly setting: Setting;
  },
): Step {
  const [first] = entries;
  const ofFirstDay = entries.filter(({ told }) => told.day === begun);
  const atOnce = committed.find(({ day }) => day === begun);
  const goods = hasPackages ? [] : entries.filter(({ isOfGoods }) => isOfGoods).map(({ line }) => line);
  const words = first.explanation.replaceAll(/\s+/g, ' ');
  const title = cut(/\w/.test(words) ? words : first.line.item, LONGEST_TITLE);
  const data = {
    pledgeId,
    donor: first.donor,
    kind: first.kind,
    title,
    ...(words.length > LONGEST_TITLE && { description: cut(first.explanation, LONGEST_DESCRIPTION) }),
    ...(goods.length > 0 && { lines: goods }),
    ...(atOnce ? { amount: atOnce.amount } : { amountUnknown: 'notReported' as const }),
    ...(currency !== undefined && { currency }),
    foreign: { source: SOURCE, release, id: first.id },
    claims: claimsOf(hasPackages ? ofFirstDay : entries),
  };
  const from = [first, ...ofFirstDay, ...stray].filter((entry, index, all) => all.indexOf(entry) === index);
  return { intent: { type: 'MakePledge', data }, day: begun, mark: '', from, home: stray };
}

function committedToUnknown(pledgeId: string, day: string, entries: readonly Entry[]): Step {
  const from = entries.filter(({ told }) => told.day === day);
  const data = { pledgeId, amountUnknown: 'notReported' as const, claims: claimsOf(from) };
  return { intent: { type: 'CommitPledge', data }, day, mark: day, from, home: [] };
}

function totalled(pledgeId: string, { day, amount, from, ofDay, home }: Commitment, begun: string): readonly Step[] {
  const data = { pledgeId, amount, claims: claimsOf(ofDay) };
  const commit: Step = { intent: { type: 'CommitPledge', data }, day, mark: day, from, home };
  if (day === begun) return [commit];
  return [{ intent: { type: 'IncreasePledge', data }, day, mark: day, from, home: [] }, commit];
}

function allocated(
  pledgeId: string,
  { allocationId, day, entries, amount }: Package,
  pledge: { readonly kind: Kind; readonly currency: string | undefined; readonly rates: string },
): Step {
  const kind = entries[0].kind;
  const data = {
    pledgeId,
    allocationId,
    ...(kind !== pledge.kind && { kind }),
    lines: entries.map(({ line }) => line),
    ...(amount ? { amount } : { amountUnknown: 'notReported' as const }),
    ...(isForeign(amount, pledge.currency) && { rates: pledge.rates }),
    claims: claimsOf(entries),
  };
  return { intent: { type: 'AllocatePledge', data }, day, mark: allocationId, from: entries, home: entries };
}

function isForeign(amount: Money | undefined, currency: string | undefined): boolean {
  return amount !== undefined && amount.currency !== currency;
}
