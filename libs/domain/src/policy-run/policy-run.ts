import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { compare } from '../values/decimal.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type * as commands from './policy-run.commands.js';

/** `attempt` counts from 1; `code` and `facts` are those of the refusal. */
export type CommandParked = Event<
  'CommandParked',
  {
    policy: string;
    parkedId: string;
    attempt: number;
    eventId: string;
    position: string;
    index: number;
    command: string;
    data: object;
    party: Party;
    occurredAt: string;
    code: string;
    facts?: object;
  }
>;
export type ParkedRetried = Event<'ParkedRetried', { policy: string; parkedId: string }>;
export type ParkedResolved = Event<'ParkedResolved', { policy: string; parkedId: string }>;
export type ParkedDismissed = Event<'ParkedDismissed', { policy: string; parkedId: string; reason: string }>;
export type PolicyAdvanced = Event<'PolicyAdvanced', { policy: string; position: string }>;

export type PolicyRunEvent = CommandParked | ParkedRetried | ParkedResolved | ParkedDismissed | PolicyAdvanced;
/** The field of an event, by its type, that is a position of the log it is in; in another log the same event has another. */
export const positionFields = {
  CommandParked: 'position',
  PolicyAdvanced: 'position',
} satisfies Partial<Record<PolicyRunEvent['type'], string>>;

export type PolicyRunCommand = CommandsOf<typeof commands>;

/** A command that was refused, and what became of it. */
export interface Parked {
  readonly status: 'open' | 'retried' | 'resolved' | 'dismissed';
  readonly said: CommandParked['data'];
}

/** How far a policy has seen the log, and every command of its that was ever parked, by id. */
export interface PolicyRunState {
  readonly position: string;
  readonly parked: ReadonlyMap<string, Parked>;
}

/** The run of one policy over the log: what the law refused it is kept here until somebody has it retried or gives it up. */
export const PolicyRun = decider<PolicyRunCommand, PolicyRunEvent, PolicyRunState>({
  stream: 'policy',
  id: 'policy',
  initial: { position: '0', parked: new Map() },
  may: {
    ParkCommand: ['policy'],
    RetryParked: ['coordinator'],
    ResolveParked: ['policy'],
    DismissParked: ['coordinator'],
    AdvancePolicy: ['policy'],
  },

  decide: {
    ParkCommand: ({ data }, { parked }) => {
      const before = parked.get(data.parkedId);
      if (before?.status === 'open') return [];
      ensure(!before || before.status === 'retried', 'ParkedSettled', { status: before?.status });
      const attempt = (before?.said.attempt ?? 0) + 1;
      const { policy, parkedId, ...said } = plain(data);
      return [{ type: 'CommandParked', data: { policy, parkedId, attempt, ...said } }];
    },

    RetryParked: ({ data: { policy, parkedId } }, state) => {
      const { status } = parkedOf(state, policy, parkedId);
      if (status === 'retried') return [];
      ensure(status === 'open', 'ParkedSettled', { status });
      return [{ type: 'ParkedRetried', data: { policy, parkedId } }];
    },

    ResolveParked: ({ data: { policy, parkedId } }, state) => {
      const { status } = parkedOf(state, policy, parkedId);
      if (status === 'resolved') return [];
      ensure(status !== 'dismissed', 'ParkedSettled', { status });
      ensure(status === 'retried', 'ParkedNotRetried', { status });
      return [{ type: 'ParkedResolved', data: { policy, parkedId } }];
    },

    DismissParked: ({ data: { policy, parkedId, reason } }, state) => {
      const { status } = parkedOf(state, policy, parkedId);
      if (status === 'dismissed') return [];
      ensure(status !== 'resolved', 'ParkedSettled', { status });
      ensure(status === 'open', 'ParkedIsRetried', { status });
      return [{ type: 'ParkedDismissed', data: { policy, parkedId, reason } }];
    },

    AdvancePolicy: ({ data: { policy, position } }, state) =>
      compare(position, state.position) > 0 ? [{ type: 'PolicyAdvanced', data: { policy, position } }] : [],
  },

  evolve: {
    CommandParked: (state, { data }) => withParked(state, data.parkedId, { status: 'open', said: data }),
    ParkedRetried: (state, { data }) => withStatus(state, data, 'retried'),
    ParkedResolved: (state, { data }) => withStatus(state, data, 'resolved'),
    ParkedDismissed: (state, { data }) => withStatus(state, data, 'dismissed'),
    PolicyAdvanced: (state, { data: { position } }) => ({ ...state, position }),
  },
});

function parkedOf({ parked }: PolicyRunState, policy: string, parkedId: string): Parked {
  const one = parked.get(parkedId);
  ensure(one, 'NoSuchParked', { policy, parkedId });
  return one;
}

function withStatus(
  state: PolicyRunState,
  { policy, parkedId }: ParkedRetried['data'],
  status: Parked['status'],
): PolicyRunState {
  return withParked(state, parkedId, { ...parkedOf(state, policy, parkedId), status });
}

function withParked(state: PolicyRunState, parkedId: string, one: Parked): PolicyRunState {
  return { ...state, parked: new Map(state.parked).set(parkedId, one) };
}
