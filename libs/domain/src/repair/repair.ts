import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import { plain, same } from '../values/plain.js';
import { ensureSince } from '../values/time.js';
import type { Party } from '../values/words.js';
import type * as commands from './repair.commands.js';
import type { RepairOutcome } from './repair.commands.js';

/** What is said in every event of a repair. */
interface Equipment {
  repairId: string;
  owner: Party;
  item: string;
  quantity: string;
}

export type RepairOpened = Event<'RepairOpened', Equipment & { serials: readonly string[]; damage?: string }>;
export type AcceptedForRepair = Event<
  'AcceptedForRepair',
  Equipment & { repairer: Party; workshop: string; expected?: string }
>;
export type RepairReturned = Event<
  'RepairReturned',
  Equipment & { repairer: Party; outcome: RepairOutcome; note?: string }
>;

export type RepairEvent = RepairOpened | AcceptedForRepair | RepairReturned;
export type RepairCommand = CommandsOf<typeof commands>;

type Stage = 'opened' | 'accepted' | 'returned';

/** A repair: what is repaired, the stage it is at and since when, and what was said to bring it there. */
export type RepairState =
  | { readonly status: 'none' }
  | {
      readonly status: Stage;
      readonly since: string;
      readonly equipment: Equipment;
      readonly repairer?: Party;
      readonly said: Readonly<Partial<Record<Stage, object>>>;
    };
type Repairing = Exclude<RepairState, { status: 'none' }>;

/** The repair of damaged equipment: opened, accepted, returned, and never back. */
export const Repair = decider<RepairCommand, RepairEvent, RepairState>({
  stream: 'repair',
  id: 'repairId',
  initial: { status: 'none' },
  may: {
    OpenRepair: ['recipient', 'coordinator', 'historian'],
    AcceptForRepair: ['operator', 'coordinator', 'historian'],
    ReturnRepaired: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    OpenRepair: ({ data, metadata: { by } }, state) => {
      ensure(speaksFor(by, [data.owner]), 'NotTheOwner', { owner: data.owner });
      const said = plain({ ...plain(data), serials: data.serials ?? [] });
      if (state.status !== 'none' && same(state.said.opened, said)) return [];
      ensure(state.status === 'none', 'RepairExists', { repairId: data.repairId });
      return [{ type: 'RepairOpened', data: said }];
    },

    AcceptForRepair: ({ data, metadata: { by, occurredAt } }, state) => {
      const repair = opened(state, data.repairId);
      ensure(speaksFor(by, [data.repairer]), 'NotTheRepairer', { repairer: data.repairer });
      const said = { ...plain(data), ...repair.equipment };
      if (same(repair.said.accepted, said)) return [];
      ensure(repair.status === 'opened', 'WrongStage', { stage: repair.status });
      ensureSince(repair.since, occurredAt);
      return [{ type: 'AcceptedForRepair', data: said }];
    },

    ReturnRepaired: ({ data, metadata: { by, occurredAt } }, state) => {
      const repair = opened(state, data.repairId);
      const { repairer, status: stage } = repair;
      ensure(repairer !== undefined, 'WrongStage', { stage });
      ensure(speaksFor(by, [repairer]), 'NotTheRepairer', { repairer });
      const said = { ...plain(data), ...repair.equipment, repairer };
      if (same(repair.said.returned, said)) return [];
      ensure(stage === 'accepted', 'WrongStage', { stage });
      ensureSince(repair.since, occurredAt);
      return [{ type: 'RepairReturned', data: said }];
    },
  },

  evolve: {
    RepairOpened: (_, { data, occurredAt }) => {
      const { repairId, owner, item, quantity } = data;
      return {
        ...{ status: 'opened', since: occurredAt },
        ...{ equipment: { repairId, owner, item, quantity }, said: { opened: data } },
      };
    },
    AcceptedForRepair: (state, { data, occurredAt }) => {
      const repair = opened(state, data.repairId);
      const said = { ...repair.said, accepted: data };
      return { ...repair, status: 'accepted', since: occurredAt, repairer: data.repairer, said };
    },
    RepairReturned: (state, { data, occurredAt }) => {
      const repair = opened(state, data.repairId);
      return { ...repair, status: 'returned', since: occurredAt, said: { ...repair.said, returned: data } };
    },
  },
});

function opened(state: RepairState, repairId: string): Repairing {
  ensure(state.status !== 'none', 'NoSuchRepair', { repairId });
  return state;
}
