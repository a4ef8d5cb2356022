import type {
  CoalitionFormed,
  CoalitionJoined,
  CoalitionLeft,
  FundPaymentRecorded,
  LeadReplaced,
  RoadmapEndorsed,
  Source,
} from '#domain';
import { boolean, json, text, textArray, timestamp, view } from '#eventsourcing';
import { moved } from './decimals.js';

interface Received {
  readonly currency: string;
  readonly amount: string;
}

type CoalitionRow = {
  readonly group: string;
  readonly capability: string;
  readonly description: string | null;
  readonly leads: readonly string[];
  readonly underStrength: boolean;
  readonly members: readonly string[];
  readonly roadmap: string | null;
  readonly roadmapUntil: string | null;
  readonly endorsed: string | null;
  readonly received: readonly Received[];
  readonly since: string;
  readonly claims: readonly Source[];
};

type CoalitionEvent =
  CoalitionFormed | CoalitionJoined | CoalitionLeft | LeadReplaced | RoadmapEndorsed | FundPaymentRecorded;

/** Coalitions, by their id: with fewer than two leads one is under strength (R21); `received` is what its fund got, by currency. */
export const coalitions = view<CoalitionRow, CoalitionEvent>('coalitions', {
  columns: {
    group: text('The contact group whose parties form it.'),
    capability: text('The capability that it builds.'),
    description: text('What it is about, in words.'),
    leads: textArray('The members that lead it.', 'party'),
    underStrength: boolean('Whether fewer than two parties lead it.'),
    members: textArray('The parties that are members.', 'party'),
    roadmap: text('How the capability is built up.'),
    roadmapUntil: text('The last day that the roadmap is for.'),
    endorsed: timestamp('When the roadmap was endorsed.'),
    received: json('What was paid into its fund, by currency.'),
    since: timestamp('When it was formed.'),
    claims: json('Who said so, where, when it was said and when it was learnt.'),
  },
  key: ({ data: { coalitionId } }) => coalitionId,
  on: {
    CoalitionFormed: (_, { data, occurredAt: since }) => {
      const { groupId: group, capability, description = null, leads, members, claims } = data;
      return {
        ...ledBy(leads),
        ...{ group, capability, description, members, claims, since },
        ...{ roadmap: null, roadmapUntil: null, endorsed: null, received: [] },
      };
    },
    CoalitionJoined: (row, { data: { party } }) => row && { ...row, members: withParty(row.members, party) },
    CoalitionLeft: (row, { data: { party } }) =>
      row && { ...row, ...ledBy(without(row.leads, party)), members: without(row.members, party) },
    LeadReplaced: (row, { data: { from, to } }) => {
      if (!row) return undefined;
      const stay = without(row.leads, from);
      return { ...row, ...ledBy(to === undefined ? stay : withParty(stay, to)) };
    },
    RoadmapEndorsed: (row, { data: { roadmap, until }, occurredAt: endorsed }) =>
      row && { ...row, roadmap, roadmapUntil: until, endorsed },
    FundPaymentRecorded: (row, { data: { amount } }) => row && { ...row, received: withPayment(row.received, amount) },
  },
});

function ledBy(leads: readonly string[]) {
  return { leads, underStrength: leads.length < 2 };
}

function without(parties: readonly string[], party: string | undefined): readonly string[] {
  return parties.filter((one) => one !== party);
}

function withParty(parties: readonly string[], party: string): readonly string[] {
  return [...without(parties, party), party];
}

function withPayment(received: readonly Received[], { currency, amount }: Received): readonly Received[] {
  const before = received.find((one) => one.currency === currency)?.amount ?? '0';
  const sum = { currency, amount: moved(before, { from: '0', to: amount }) };
  return [...received.filter((one) => one.currency !== currency), sum];
}
