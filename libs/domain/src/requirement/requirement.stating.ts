import { ensure, type Event } from '#eventsourcing';
import { dayOf } from '../values/days.js';
import { compare } from '../values/decimal.js';
import { claimsOf } from '../values/figures.js';
import type { Required } from '../values/matching.js';
import type { Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import type { Priority } from './requirement.commands.js';
import { holdMatched } from './requirement.rules.js';
import {
  changing,
  heldOf,
  ownRequirement,
  submittedRequirement,
  type Held,
  type RequirementStage,
} from './requirement.state.js';

interface OfRequirement {
  requirementId: string;
  recipient: Party;
}

interface Stated {
  lines: readonly Required[];
  neededBy?: string;
}

export type RequirementSubmitted = Event<
  'RequirementSubmitted',
  OfRequirement &
    Stated & {
      title: string;
      description?: string;
      priority: Priority;
      claims: readonly Source[];
      breaches?: readonly Breach[];
    }
>;
export type RequirementRevised = Event<
  'RequirementRevised',
  OfRequirement & { from: Stated; to: Stated; reason?: string; claims: readonly Source[]; breaches?: readonly Breach[] }
>;
export type RequirementReprioritised = Event<
  'RequirementReprioritised',
  OfRequirement & { from: Priority; to: Priority; reason?: string }
>;
/** `quantities` are all lines with how much of each is validated; `until` is the last day on which they may be matched. */
export type RequirementValidated = Event<
  'RequirementValidated',
  OfRequirement & { by: Party; quantities: readonly Required[]; until: string; breaches?: readonly Breach[] }
>;
/** `held` is what is reserved still, and is to be freed. */
export type RequirementRejected = Event<
  'RequirementRejected',
  OfRequirement & { by: Party; reason: string; held: readonly Held[] }
>;

export type StatingEvent =
  RequirementSubmitted | RequirementRevised | RequirementReprioritised | RequirementValidated | RequirementRejected;
type StatingCommand =
  'SubmitRequirement' | 'ReviseRequirement' | 'ReprioritiseRequirement' | 'ValidateRequirement' | 'RejectRequirement';

/** What is needed is stated, validated or rejected, and stated anew. */
export const stating: RequirementStage<StatingCommand, StatingEvent> = {
  may: {
    SubmitRequirement: ['recipient', 'historian'],
    ReviseRequirement: ['recipient', 'historian'],
    ReprioritiseRequirement: ['recipient', 'coordinator', 'historian'],
    ValidateRequirement: ['coordinator', 'historian'],
    RejectRequirement: ['coordinator', 'historian'],
  },

  decide: {
    SubmitRequirement: ({ data, metadata }, state) => {
      ensure(data.recipient === metadata.by.party, 'NotTheRecipient', { recipient: data.recipient });
      const law = rules(metadata);
      const said = { ...plain(data), claims: claimsOf(data.claims, law) };
      if (state.status !== 'unsubmitted' && same(state.said, said)) return [];
      ensure(state.status === 'unsubmitted', 'RequirementExists', { requirementId: data.requirementId });
      return [{ type: 'RequirementSubmitted', data: plain({ ...said, breaches: law.breaches }) }];
    },

    ReviseRequirement: ({ data, metadata }, state) => {
      const { requirementId, reason } = data;
      const requirement = ownRequirement(state, requirementId, metadata.by);
      const from = plain({ lines: requirement.lines, neededBy: requirement.neededBy });
      const to = plain({ lines: data.lines, neededBy: data.neededBy });
      if (same(from, to)) return [];
      ensure(requirement.status !== 'closed', 'RequirementNotOpen', { status: requirement.status });
      const law = rules(metadata);
      holdMatched(law, requirement, to.lines);
      const claims = claimsOf(data.claims, law);
      const { recipient } = requirement;
      const event = { requirementId, recipient, from, to, reason, claims, breaches: law.breaches };
      return [{ type: 'RequirementRevised', data: plain(event) }];
    },

    ReprioritiseRequirement: ({ data: { requirementId, priority, reason }, metadata }, state) => {
      const { status, recipient, priority: from } = ownRequirement(state, requirementId, metadata.by, true);
      if (from === priority) return [];
      ensure(status !== 'closed', 'RequirementNotOpen', { status });
      return [
        { type: 'RequirementReprioritised', data: plain({ requirementId, recipient, from, to: priority, reason }) },
      ];
    },

    ValidateRequirement: ({ data: { requirementId, quantities, until }, metadata }, state) => {
      const requirement = submittedRequirement(state, requirementId);
      const { status, recipient, lines } = requirement;
      const { party: by } = metadata.by;
      const items = lines.map(({ item }) => item);
      for (const { item } of quantities ?? []) ensure(items.includes(item), 'NoSuchItem', { item, items });
      const validated = lines.map((line) => ({ ...line, quantity: quantityOf(line, quantities) }));
      const { by: before, until: previous, validated: already } = requirement;
      const asked = { by, until, validated };
      if (status === 'validated' && same(asked, { by: before, until: previous, validated: already })) return [];
      ensure(status !== 'rejected' && status !== 'closed', 'RequirementNotOpen', { status });
      const law = rules(metadata);
      law.hold(dayOf(metadata.occurredAt) <= until, 'R5', 'RequirementStale', { until });
      for (const [index, { item, quantity }] of validated.entries()) {
        const required = lines[index]?.quantity ?? '0';
        law.hold(compare(quantity, required) <= 0, 'R4', 'MoreThanRequired', { item, required });
      }
      holdMatched(law, requirement, validated);
      const event = { requirementId, recipient, by, quantities: validated, until, breaches: law.breaches };
      return [{ type: 'RequirementValidated', data: plain(event) }];
    },

    RejectRequirement: ({ data: { requirementId, reason }, metadata: { by } }, state) => {
      const requirement = submittedRequirement(state, requirementId);
      const { status, recipient } = requirement;
      if (status === 'rejected') return [];
      ensure(status === 'submitted', 'RequirementNotOpen', { status });
      const held = heldOf(requirement);
      return [{ type: 'RequirementRejected', data: plain({ requirementId, recipient, by: by.party, reason, held }) }];
    },
  },

  evolve: {
    RequirementSubmitted: (_, { data }) => ({
      status: 'submitted',
      said: plain({ ...data, breaches: undefined }),
      recipient: data.recipient,
      lines: data.lines,
      neededBy: data.neededBy,
      priority: data.priority,
      validated: [],
      reservations: new Map(),
      refused: new Set(),
    }),
    RequirementRevised: changing<RequirementRevised>((requirement, { data: { to } }) => ({
      ...requirement,
      status: 'submitted',
      lines: to.lines,
      neededBy: to.neededBy,
      validated: [],
      until: undefined,
    })),
    RequirementReprioritised: changing<RequirementReprioritised>((requirement, { data: { to } }) => ({
      ...requirement,
      priority: to,
    })),
    RequirementValidated: changing<RequirementValidated>((requirement, { data: { by, quantities, until } }) => ({
      ...requirement,
      status: 'validated',
      by,
      validated: quantities,
      until,
    })),
    RequirementRejected: changing<RequirementRejected>((requirement) => ({ ...requirement, status: 'rejected' })),
  },
};

function quantityOf(line: Required, quantities: readonly { item: string; quantity: string }[] | undefined): string {
  return quantities ? (quantities.find(({ item }) => item === line.item)?.quantity ?? '0') : line.quantity;
}
