import { ensure, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import { plain, same } from '../values/plain.js';
import { ensureSince, inTime } from '../values/time.js';
import type { Party } from '../values/words.js';
import { ensureOwner, going, ownerAt, registered, type TaskStage } from './task.state.js';

export type TaskRegistered = Event<
  'TaskRegistered',
  { taskId: string; title: string; description?: string; owner: Party; transferable: boolean }
>;
export type RestrictionWaived = Event<'RestrictionWaived', { taskId: string; owner: Party; reason: string }>;
/** From then on nobody is accountable for the task. */
export type TaskRelinquished = Event<'TaskRelinquished', { taskId: string; owner: Party; reason: string }>;

export type OwnershipEvent = TaskRegistered | RestrictionWaived | TaskRelinquished;
type OwnershipCommand = 'RegisterTask' | 'WaiveRestriction' | 'RelinquishTask';

/** Who is accountable for a task, and whether it may pass to another (R27, R28). */
export const ownership: TaskStage<OwnershipCommand, OwnershipEvent> = {
  may: {
    RegisterTask: ['operator', 'coordinator', 'historian'],
    WaiveRestriction: ['operator', 'historian'],
    RelinquishTask: ['operator', 'historian'],
  },

  decide: {
    RegisterTask: ({ data, metadata: { by } }, state) => {
      const { taskId, owner } = data;
      const said = plain(data);
      if (state.status !== 'unregistered' && same(state.said, said)) return [];
      ensure(state.status === 'unregistered', 'TaskExists', { taskId });
      ensure(speaksFor(by, [owner]), 'NotTheOwner', { owner });
      return [{ type: 'TaskRegistered', data: said }];
    },

    WaiveRestriction: ({ data: { taskId, reason }, metadata: { by, occurredAt } }, state) => {
      const task = registered(state, taskId);
      ensureOwner(task, by, occurredAt);
      ensureSince(task.since, occurredAt);
      if (task.transferable || task.waived) return [];
      return [{ type: 'RestrictionWaived', data: { taskId, owner: by.party, reason } }];
    },

    RelinquishTask: ({ data: { taskId, reason }, metadata: { by, occurredAt } }, state) => {
      const task = registered(state, taskId);
      ensureSince(task.since, occurredAt);
      if (ownerAt(task, occurredAt) === undefined) return [];
      ensureOwner(task, by, occurredAt);
      return [{ type: 'TaskRelinquished', data: { taskId, owner: by.party, reason } }];
    },
  },

  evolve: {
    TaskRegistered: (_, { occurredAt, data }) => ({
      ...{ status: 'registered', said: data, since: occurredAt, transferable: data.transferable, waived: false },
      ...{ owners: [{ from: occurredAt, owner: data.owner }], transfers: new Map(), contributions: new Map() },
    }),
    RestrictionWaived: going((task) => ({ ...task, waived: true })),
    TaskRelinquished: going((task, { occurredAt }) => ({
      ...task,
      owners: inTime(task.owners, { from: occurredAt, owner: undefined }),
    })),
  },
};
