import { ensure, type Event } from '#eventsourcing';
import { isLedger, speaksFor } from '../values/acting.js';
import type { Change, Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { ensureSince } from '../values/time.js';
import type { Party } from '../values/words.js';
import { ensureParticipants, formed, going, type CoalitionStage } from './coalition.state.js';

/** `members` are all of its first day, the leads among them. */
export type CoalitionFormed = Event<
  'CoalitionFormed',
  {
    coalitionId: string;
    groupId: string;
    capability: string;
    leads: readonly Party[];
    members: readonly Party[];
    description?: string;
    claims: readonly Source[];
  }
>;
export type CoalitionJoined = Event<'CoalitionJoined', { coalitionId: string; party: Party }>;
/** `leads` are those before and after. */
export type CoalitionLeft = Event<
  'CoalitionLeft',
  { coalitionId: string; party: Party; leads: Change<readonly Party[]>; reason?: string }
>;
/** `from` leads no longer, `to` does; either may be missing. */
export type LeadReplaced = Event<
  'LeadReplaced',
  { coalitionId: string; from?: Party; to?: Party; leads: Change<readonly Party[]>; reason?: string }
>;

export type MembershipEvent = CoalitionFormed | CoalitionJoined | CoalitionLeft | LeadReplaced;
type MembershipCommand = 'FormCoalition' | 'JoinCoalition' | 'LeaveCoalition' | 'ReplaceLead';

/** Parties of the group form a coalition, come and go, and lead it, two or more together (R21). */
export const membership: CoalitionStage<MembershipCommand, MembershipEvent> = {
  may: {
    FormCoalition: ['operator', 'coordinator', 'historian'],
    JoinCoalition: ['operator', 'coordinator', 'historian'],
    LeaveCoalition: ['operator', 'coordinator', 'historian', 'policy'],
    ReplaceLead: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    FormCoalition: ({ data, metadata: { by } }, state, facts) => {
      const { coalitionId, groupId, leads } = data;
      const members = [...new Set([...leads, ...(data.members ?? [])])];
      const said = { ...plain(data), members, claims: plain(data.claims ?? []) };
      if (state.status !== 'none' && same(state.said, said)) return [];
      ensure(state.status === 'none', 'CoalitionExists', { coalitionId });
      ensureParticipants(facts, groupId, members);
      ensure(speaksFor(by, leads), 'NotALead', { leads });
      return [{ type: 'CoalitionFormed', data: said }];
    },

    JoinCoalition: ({ data: { coalitionId, party }, metadata: { by, occurredAt } }, state, facts) => {
      const { groupId, members, since } = formed(state, coalitionId);
      if (members.has(party)) return [];
      ensureParticipants(facts, groupId, [party]);
      ensure(speaksFor(by, [party]), 'NotTheMember', { party });
      ensureSince(since, occurredAt);
      return [{ type: 'CoalitionJoined', data: { coalitionId, party } }];
    },

    LeaveCoalition: ({ data: { coalitionId, party, reason }, metadata: { by, occurredAt } }, state) => {
      const { members, leads } = formed(state, coalitionId);
      const since = members.get(party);
      if (since === undefined) return [];
      ensure(speaksFor(by, [party]) || isLedger(by), 'NotTheMember', { party });
      ensureSince(since, occurredAt);
      const change = { from: leads, to: leads.filter((lead) => lead !== party) };
      return [{ type: 'CoalitionLeft', data: plain({ coalitionId, party, leads: change, reason }) }];
    },

    ReplaceLead: ({ data: { coalitionId, from, to, reason }, metadata: { by, occurredAt } }, state, facts) => {
      const { groupId, members, leads } = formed(state, coalitionId);
      ensure(from !== undefined || to !== undefined, 'NobodyNamed', { leads });
      const gone = from === undefined || !leads.includes(from);
      const there = to === undefined || leads.includes(to);
      if (gone && there) return [];
      ensure(from === undefined || !gone, 'NotALead', { leads });
      const heads = leads.length > 0 ? leads : [...members.keys()];
      ensure(speaksFor(by, from === undefined ? heads : [from]), 'NotALead', { leads });
      if (to !== undefined) {
        const since = members.get(to);
        ensure(since !== undefined, 'NotAMember', { party: to });
        ensureParticipants(facts, groupId, [to]);
        ensureSince(since, occurredAt);
      }
      const stay = leads.filter((lead) => lead !== from);
      const change = { from: leads, to: to === undefined || there ? stay : [...stay, to] };
      return [{ type: 'LeadReplaced', data: plain({ coalitionId, from, to, leads: change, reason }) }];
    },
  },

  evolve: {
    CoalitionFormed: (_, { occurredAt, data }) => ({
      ...{ status: 'formed', groupId: data.groupId, said: data, since: occurredAt, leads: data.leads },
      ...{ members: new Map(data.members.map((party) => [party, occurredAt])), payments: new Map() },
    }),
    CoalitionJoined: going<CoalitionJoined>((coalition, { occurredAt, data: { party } }) => ({
      ...{ ...coalition, members: new Map(coalition.members).set(party, occurredAt) },
    })),
    CoalitionLeft: going<CoalitionLeft>((coalition, { data: { party, leads } }) => ({
      ...{ ...coalition, leads: leads.to },
      members: new Map([...coalition.members].filter(([member]) => member !== party)),
    })),
    LeadReplaced: going<LeadReplaced>((coalition, { data: { leads } }) => ({ ...coalition, leads: leads.to })),
  },
};
