import { ensure, type Decided, type Event, type Facts } from '#eventsourcing';
import { RateSet } from '../rate-set/rate-set.js';
import { holdMatchable } from '../requirement/requirement.rules.js';
import { Requirement } from '../requirement/requirement.js';
import { reservationOf } from '../requirement/requirement.state.js';
import { compare, convert, sum } from '../values/decimal.js';
import { amountOf, claimsOf } from '../values/figures.js';
import type { Amount, Source, Goods, Unknown } from '../values/money.js';
import { isLedger } from '../values/acting.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach, type Rules } from '../values/rules.js';
import type { AllocatePledge } from './pledge.commands.js';
import { holdAllocated } from './pledge.figures.js';
import {
  allocatedOf,
  committedOf,
  ensureStanding,
  factsOfPledge,
  quantityOf,
  type OfAllocation,
  type Pledge,
  type PledgeCommand,
} from './pledge.state.js';

/** `amount` as it was stated; `against` its value in the pledge's currency, by the named rates if that is another. */
export type PledgeAllocated = Event<
  'PledgeAllocated',
  OfAllocation & {
    lines: readonly Goods[];
    amount?: Amount;
    amountUnknown?: Unknown;
    against?: { amount: string; currency: string; rates?: string };
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;

/** Sets a package of a pledge apart: what the command says, and the rules that hold it (R2, R4 to R7). */
export function allocate(
  { data, metadata }: Extract<PledgeCommand, { type: 'AllocatePledge' }>,
  pledge: Pledge,
  facts: Facts,
): readonly Decided<PledgeAllocated>[] {
  const law = rules(metadata);
  const { pledgeId, allocationId, requirementId, matchId, packageId, rates } = data;
  const kind = data.kind ?? pledge.kind;
  const lines = data.lines ?? [];
  const amount = data.amount && amountOf(data.amount, law);
  const amountUnknown = amount ? undefined : (data.amountUnknown ?? 'notReported');
  const claims = claimsOf(data.claims, law);
  const said = plain({ kind, requirementId, matchId, packageId, lines, amount, amountUnknown, claims });
  const before = pledge.allocations.get(allocationId);
  if (before?.status === 'open' && same(before.said, said)) return [];
  ensure(!before, 'AllocationExists', { allocationId });
  ensureStanding(pledge);
  ensure(isLedger(metadata.by) || matchId === undefined, 'MatchActsItself', { matchId });
  const against = amount && valueOf(amount, pledge, rates, facts);
  const already = allocatedOf(pledge);
  const allocated = sum([already, against?.amount ?? '0']);
  const currency = against?.currency ?? pledge.currency;
  law.hold(pledge.committed ?? against, 'R2', 'OverAllocation', {
    committed: '0',
    allocated,
    remaining: '0',
    currency,
  });
  holdAllocated(law, { committed: committedOf(pledge), allocated, already, currency });
  holdQuantities(law, pledge, lines);
  if (requirementId !== undefined && matchId === undefined) holdNeeded(law, data, facts, metadata.occurredAt);
  const event = { pledgeId, allocationId, ...factsOfPledge(pledge), ...said, against, breaches: law.breaches };
  return [{ type: 'PledgeAllocated', data: plain(event) }];
}

function valueOf({ amount, currency }: Amount, pledge: Pledge, ratesId: string | undefined, facts: Facts) {
  const own = pledge.currency ?? currency;
  if (own === currency) return { amount, currency };
  const set = ratesId === undefined ? undefined : facts.of(RateSet, ratesId);
  const rates = set?.status === 'published' ? set.rates : {};
  const [from, to] = [currency, own].map((code) => (Object.hasOwn(rates, code) ? rates[code] : undefined));
  ensure(from !== undefined && to !== undefined, 'NoRate', { currency: from === undefined ? currency : own });
  return plain({ amount: convert(amount, from, to), currency: own, rates: ratesId });
}

function holdQuantities(law: Rules, pledge: Pledge, lines: readonly Goods[]): void {
  for (const item of new Set(lines.map((line) => line.item))) {
    const pledged = quantityOf(pledge.lines, item);
    const asked = quantityOf(lines, item);
    if (pledged === undefined || asked === undefined) continue;
    const standing = [...pledge.allocations.values()].flatMap((one) =>
      one.status === 'open' ? one.lines : (one.delivered?.lines ?? []),
    );
    const already = sum(standing.flatMap((line) => (line.item === item ? (line.quantity ?? []) : [])));
    const allocated = sum([already, asked]);
    law.hold(compare(allocated, pledged) <= 0, 'R2', 'OverAllocation', { item, pledged, allocated, already });
  }
}

/** States that a requirement waits for what is allocated to it, but for what is reserved for it already (R4, R5). */
function holdNeeded(law: Rules, data: AllocatePledge, facts: Facts, occurredAt: string): void {
  const { requirementId = '', lines = [] } = data;
  const requirement = facts.of(Requirement, requirementId);
  const known = requirement !== undefined && requirement.status !== 'unsubmitted';
  law.hold(known, 'R5', 'NoSuchRequirement', { requirementId });
  if (!known || requirement.reservations.get(reservationOf(data))?.status === 'held') return;
  const asked = lines.flatMap(({ item, quantity }) => (quantity === undefined ? [] : [{ item, quantity }]));
  holdMatchable(law, requirement, asked, occurredAt);
}
