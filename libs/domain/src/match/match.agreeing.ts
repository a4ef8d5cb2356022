import { ensure, type Event } from '#eventsourcing';
import { madePledge, ensureStanding, pledges, type Pledge } from '../pledge/pledge.state.js';
import { holdMatchable } from '../requirement/requirement.rules.js';
import { Requirement } from '../requirement/requirement.js';
import { submittedRequirement } from '../requirement/requirement.state.js';
import { speaksFor } from '../values/acting.js';
import { amountOf, claimsOf } from '../values/figures.js';
import type { Matched, Terms } from '../values/matching.js';
import { plain, same, type Plain } from '../values/plain.js';
import { rules, type Breach, type Rules } from '../values/rules.js';
import type { Party } from '../values/words.js';
import { changing, factsOfMatch, ownMatch, type MatchStage, type OfMatch } from './match.state.js';

export type MatchProposed = Event<
  'MatchProposed',
  OfMatch & { lines: readonly Matched[]; terms: Plain<Terms>; proposedBy: Party; breaches?: readonly Breach[] }
>;
/** `complete` where both sides have accepted it. */
export type MatchAccepted = Event<
  'MatchAccepted',
  OfMatch & { party: Party; complete: boolean; lines: readonly Matched[]; terms: Plain<Terms> }
>;
export type MatchDeclined = Event<'MatchDeclined', OfMatch & { party: Party; reason?: string }>;

export type AgreeingEvent = MatchProposed | MatchAccepted | MatchDeclined;
type AgreeingCommand = 'ProposeMatch' | 'AcceptMatch' | 'DeclineMatch';

/** A match is proposed and accepted by both sides, or declined by one. */
export const agreeing: MatchStage<AgreeingCommand, AgreeingEvent> = {
  may: {
    ProposeMatch: ['coordinator', 'operator', 'recipient', 'historian'],
    AcceptMatch: ['operator', 'recipient', 'historian'],
    DeclineMatch: ['operator', 'recipient', 'historian'],
  },

  decide: {
    ProposeMatch: ({ data, metadata }, state, facts) => {
      const { matchId, pledgeId, requirementId } = data;
      const law = rules(metadata);
      const lines = plain(data.lines);
      const terms = termsOf(data.terms, law);
      const pledge = madePledge(facts.of(pledges, pledgeId) ?? pledges.initial, pledgeId);
      const requirement = submittedRequirement(facts.of(Requirement, requirementId), requirementId);
      const { donor } = pledge;
      const { recipient } = requirement;
      ensure(speaksFor(metadata.by, [donor, recipient]), 'NotOfTheMatch', { donor, recipient });
      const said = { pledgeId, requirementId, lines, terms };
      if (state.status !== 'unproposed') {
        const { pledgeId: p, requirementId: r, lines: l, terms: t } = state;
        ensure(same(said, { pledgeId: p, requirementId: r, lines: l, terms: t }), 'MatchExists', { matchId });
        return [];
      }
      ensureStanding(pledge);
      holdOffered(law, pledge, lines);
      holdMatchable(law, requirement, lines, metadata.occurredAt);
      const event = { matchId, ...said, donor, recipient, proposedBy: metadata.by.party, breaches: law.breaches };
      return [{ type: 'MatchProposed', data: plain(event) }];
    },

    AcceptMatch: ({ data: { matchId }, metadata: { by } }, state) => {
      const match = ownMatch(state, matchId, by);
      const { status, accepted, donor, recipient, lines, terms } = match;
      const { party } = by;
      if (accepted.includes(party)) return [];
      ensure(status === 'proposed', 'MatchNotOpen', { status });
      const complete = [donor, recipient].every((side) => side === party || accepted.includes(side));
      return [{ type: 'MatchAccepted', data: { ...factsOfMatch(match), party, complete, lines, terms } }];
    },

    DeclineMatch: ({ data: { matchId, reason }, metadata: { by } }, state) => {
      const match = ownMatch(state, matchId, by);
      const { status } = match;
      if (status === 'declined') return [];
      ensure(status === 'proposed', 'MatchNotOpen', { status });
      return [{ type: 'MatchDeclined', data: plain({ ...factsOfMatch(match), party: by.party, reason }) }];
    },
  },

  evolve: {
    MatchProposed: (_, { data: { matchId, pledgeId, requirementId, donor, recipient, lines, terms } }) => ({
      ...{ status: 'proposed', matchId, pledgeId, requirementId, donor, recipient, lines, terms },
      accepted: [],
    }),
    MatchAccepted: changing<MatchAccepted>((match, { data: { party, complete } }) => ({
      ...match,
      status: complete ? 'accepted' : match.status,
      accepted: [...match.accepted, party],
    })),
    MatchDeclined: changing<MatchDeclined>((match) => ({ ...match, status: 'declined' })),
  },
};

function termsOf({ amount, amountUnknown, rates, claims }: Terms, law: Rules): Plain<Terms> {
  return plain({ amount: amount && amountOf(amount, law), amountUnknown, rates, claims: claimsOf(claims, law) });
}

/** States that a pledge which names its goods names what is matched. */
function holdOffered(law: Rules, { lines: pledged }: Pledge, lines: readonly Matched[]): void {
  const items = [...new Set(pledged.map(({ item }) => item))];
  if (items.length === 0) return;
  for (const { item, offered = item } of lines)
    law.hold(items.includes(offered), 'R2', 'NotPledged', { item: offered, items });
}
