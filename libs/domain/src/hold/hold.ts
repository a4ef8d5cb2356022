import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { plain, same } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type * as commands from './hold.commands.js';
import type { HeldStage } from './hold.commands.js';

/** What a hold is about; without items, everything. Times are ISO 8601. */
interface Scope {
  donor: Party;
  holdId: string;
  items?: readonly string[];
  stages: readonly HeldStage[];
  from: string;
}

export type HoldPlaced = Event<'HoldPlaced', Scope & { discovered?: boolean; reason?: string }>;
export type HoldLifted = Event<'HoldLifted', Scope & { until: string; reason?: string }>;

export type HoldEvent = HoldPlaced | HoldLifted;
export type HoldCommand = CommandsOf<typeof commands>;

/** A hold in force from a time on, until another one once it is lifted. */
export interface Held extends Readonly<Scope> {
  readonly said: object;
  readonly until?: string;
}

/** A donor's holds by their names. */
export type HoldState = ReadonlyMap<string, Held>;

/** A donor's orders to stop its deliveries: one stream for each donor, so that whoever dispatches reads all that concern it (R14). */
export const Hold = decider<HoldCommand, HoldEvent, HoldState>({
  stream: 'hold',
  id: 'donor',
  initial: new Map(),
  may: { PlaceHold: ['operator', 'historian'], LiftHold: ['operator', 'historian'] },

  decide: {
    PlaceHold: ({ data, metadata: { by, occurredAt } }, holds) => {
      const { donor, holdId, items, stages = ['dispatch', 'handOver'], discovered, reason } = data;
      ensure(by.party === donor, 'NotTheDonor', { donor });
      const said = plain({ donor, holdId, items, stages, discovered, reason });
      const before = holds.get(holdId);
      const stands = before && before.until === undefined && before.from <= occurredAt;
      if (stands && same(before.said, said)) return [];
      ensure(!before, 'HoldExists', { holdId, from: before?.from, until: before?.until });
      return [{ type: 'HoldPlaced', data: { ...said, from: occurredAt } }];
    },

    LiftHold: ({ data: { donor, holdId, reason }, metadata: { by, occurredAt } }, holds) => {
      ensure(by.party === donor, 'NotHoldOwner', { owner: donor });
      const hold = holds.get(holdId);
      ensure(hold, 'NoSuchHold', { donor, holdId });
      if (hold.until !== undefined) return [];
      const { items, stages, from } = hold;
      ensure(occurredAt >= from, 'HoldNotBegun', { holdId, from });
      return [{ type: 'HoldLifted', data: plain({ donor, holdId, items, stages, from, until: occurredAt, reason }) }];
    },
  },

  evolve: {
    HoldPlaced: (holds, { data: { from, ...said } }) => {
      const { donor, holdId, items, stages } = said;
      return new Map(holds).set(holdId, { said, donor, holdId, stages, from, ...(items && { items }) });
    },
    HoldLifted: (holds, { data: { holdId, until } }) => {
      const hold = holds.get(holdId);
      if (!hold) throw new Error(`${holdId} is lifted before it was placed`);
      return new Map(holds).set(holdId, { ...hold, until });
    },
  },
});

/** Whether a hold is in force at a time. */
export function inForce({ from, until }: Held, time: string): boolean {
  return from <= time && (until === undefined || time < until);
}

/** Whether a hold is about one of these goods, by item or by category. */
export function isAbout(
  { items }: Held,
  goods: Iterable<{ readonly item: string; readonly category?: string }>,
): boolean {
  if (!items) return true;
  return [...goods].some(
    ({ item, category }) => items.includes(item) || (category !== undefined && items.includes(category)),
  );
}
