import type {
  Change,
  ConditionLapsed,
  Figure,
  Kind,
  PledgeCommitted,
  PledgeDecreased,
  PledgeLinked,
  PledgeMerged,
  PledgeRevalued,
  PledgeWithdrawn,
} from '#domain';
import { boolean, integer, money, text, view, type Recorded } from '#eventsourcing';
import { moved } from './decimals.js';

type CommitmentRow = {
  readonly pledge: string;
  readonly donor: string;
  readonly kind: Kind;
  readonly currency: string | null;
  readonly amount: string;
  readonly unknowns: number;
  readonly month: string;
  readonly counts: boolean;
};

type Movement =
  PledgeCommitted | PledgeDecreased | PledgeWithdrawn | PledgeRevalued | PledgeLinked | PledgeMerged | ConditionLapsed;

/** What a movement of a committed total adds to totals, or takes from them; no row where it moves nothing. */
function moves(committed: Change<Figure> | undefined, event: Recorded<Movement>, counts: boolean) {
  if (!committed) return undefined;
  const { from, to } = committed;
  const amount = moved('0', { from: from.amount ?? '0', to: to.amount ?? '0' });
  const unknowns = Number(to.unknown !== undefined) - Number(from.unknown !== undefined);
  if (unknowns === 0 && amount === '0') return undefined;
  const { pledgeId: pledge, donor, kind, currency = null } = event.data;
  return { pledge, donor, kind, currency, amount, unknowns, month: event.occurredAt.slice(0, 7), counts };
}

const draws = ({ data }: { readonly data: { readonly drawsOn?: string } }) => data.drawsOn !== undefined;

/**
 * Every movement of a pledge's committed total, by `pledge/event`: `amount` is signed; `unknowns` is 1 where the total became unknown
 * and -1 where it no longer is, so that a sum is "at least" while they add up to more than 0; what draws on another pledge does not count (R9).
 */
export const commitments = view<CommitmentRow, Movement>('commitments', {
  columns: {
    pledge: text('The pledge that is moved.'),
    donor: text('The party that gives it.', 'party'),
    kind: text('The kind of aid: military, financial or humanitarian.'),
    currency: text('The currency of amount (ISO 4217).', 'currency'),
    amount: money('By how much the committed total moved, up or down.'),
    unknowns: integer('1 where the total became unknown, -1 where it no longer is.'),
    month: text('The month in which it moved, YYYY-MM.'),
    counts: boolean('Whether it adds to totals; not where the pledge draws on another.'),
  },
  key: ({ data, id }) => `${data.pledgeId}/${id}`,
  on: {
    PledgeCommitted: (_, event) => moves(event.data, event, !draws(event)),
    PledgeDecreased: (_, event) => moves(event.data.committed, event, !draws(event)),
    PledgeWithdrawn: (_, event) => moves(event.data.committed, event, !draws(event)),
    PledgeRevalued: (_, event) => moves(event.data.committed, event, !draws(event)),
    PledgeLinked: (_, event) => moves(event.data.committed, event, true),
    PledgeMerged: (_, event) => moves(event.data.committed, event, !draws(event)),
    ConditionLapsed: (_, event) => moves(event.data.committed, event, !draws(event)),
  },
});
