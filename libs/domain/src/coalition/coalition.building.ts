import { ensure, type Event } from '#eventsourcing';
import { ensureDrawsFor } from '../pledge/pledge.making.js';
import { speaksFor } from '../values/acting.js';
import { amountOf, claimsOf } from '../values/figures.js';
import type { Amount, Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import { ensureSince } from '../values/time.js';
import type { Party } from '../values/words.js';
import { ensureParticipants, formed, going, type CoalitionStage } from './coalition.state.js';

/** `leads` are those in whose name it is endorsed. */
export type RoadmapEndorsed = Event<
  'RoadmapEndorsed',
  { coalitionId: string; roadmap: string; until: string; leads: readonly Party[]; claims: readonly Source[] }
>;
export type FundPaymentRecorded = Event<
  'FundPaymentRecorded',
  {
    coalitionId: string;
    paymentId: string;
    donor: Party;
    amount: Amount;
    drawsOn?: string;
    purpose?: string;
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;

export type BuildingEvent = RoadmapEndorsed | FundPaymentRecorded;
type BuildingCommand = 'EndorseRoadmap' | 'RecordFundPayment';

/** A coalition builds its capability up: by a roadmap, and with what is paid into its fund. */
export const building: CoalitionStage<BuildingCommand, BuildingEvent> = {
  may: {
    EndorseRoadmap: ['operator', 'coordinator', 'historian'],
    RecordFundPayment: ['operator', 'historian'],
  },

  decide: {
    EndorseRoadmap: ({ data, metadata: { by, occurredAt } }, state) => {
      const { coalitionId, roadmap, until, claims = [] } = data;
      const coalition = formed(state, coalitionId);
      const said = plain({ roadmap, until, claims });
      if (same(coalition.roadmap, said)) return [];
      const { leads, since } = coalition;
      ensure(speaksFor(by, leads), 'NotALead', { leads });
      ensureSince(since, occurredAt);
      return [{ type: 'RoadmapEndorsed', data: { coalitionId, ...said, leads } }];
    },

    RecordFundPayment: ({ data, metadata }, state, facts) => {
      const { coalitionId, paymentId, drawsOn, purpose } = data;
      const coalition = formed(state, coalitionId);
      const law = rules(metadata);
      const donor = metadata.by.party;
      const words = { drawsOn, purpose, claims: claimsOf(data.claims, law) };
      const said = plain({ donor, amount: amountOf(data.amount, law), ...words });
      const before = coalition.payments.get(paymentId);
      if (before && same(before, said)) return [];
      ensure(!before, 'PaymentExists', { paymentId });
      ensureParticipants(facts, coalition.groupId, [donor]);
      if (drawsOn !== undefined) ensureDrawsFor(donor, drawsOn, facts);
      ensureSince(coalition.since, metadata.occurredAt);
      const { breaches } = law;
      return [{ type: 'FundPaymentRecorded', data: plain({ coalitionId, paymentId, ...said, breaches }) }];
    },
  },

  evolve: {
    RoadmapEndorsed: going<RoadmapEndorsed>((coalition, { data: { roadmap, until, claims } }) => ({
      ...{ ...coalition, roadmap: { roadmap, until, claims } },
    })),
    FundPaymentRecorded: going<FundPaymentRecorded>((coalition, { data }) => {
      const { paymentId, donor, amount, drawsOn, purpose, claims } = data;
      const said = plain({ donor, amount, drawsOn, purpose, claims });
      return { ...coalition, payments: new Map(coalition.payments).set(paymentId, said) };
    }),
  },
};
