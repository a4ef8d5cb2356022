import { ensure, type Actor, type CommandsOf, type Event, type InStream } from '#eventsourcing';
import { isLedger } from '../values/acting.js';
import type { Scope } from '../values/scope.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './task.commands.js';

export type TaskCommand = CommandsOf<typeof commands>;

/** A transfer of a task, as far as it has come; `from` is missing where nobody owned the task. */
export interface Transfer {
  readonly transferId: string;
  readonly status: 'proposed' | 'agreed' | 'inTransition' | 'completed' | 'reversed';
  readonly from?: Party | undefined;
  readonly to: Party;
  readonly forumId?: string | undefined;
  readonly decisionId?: string | undefined;
  /** Who proposed it. */
  readonly subject: string;
  readonly said: object;
  readonly consents: readonly Party[];
  /** When its last stage began. */
  readonly since: string;
  readonly readiness: ReadonlyMap<string, boolean>;
}

/** What a party gives to a task. */
export interface Contribution {
  readonly party: Party;
  readonly scope: Scope;
  readonly what: string;
  readonly since: string;
  readonly ended: boolean;
}

/** A registered task: its owners in the order of the world's time, and its transfers, of which the last is the current one. */
export interface Task {
  readonly status: 'registered';
  readonly said: object;
  readonly since: string;
  readonly transferable: boolean;
  readonly waived: boolean;
  readonly owners: readonly { readonly from: string; readonly owner?: Party | undefined }[];
  readonly transfers: ReadonlyMap<string, Transfer>;
  readonly current?: string | undefined;
  /** The decision that agreed the last transfer: its opt-outs bind what follows (R26). */
  readonly boundBy?: string | undefined;
  readonly contributions: ReadonlyMap<string, Contribution>;
}

export type TaskState = { readonly status: 'unregistered' } | Task;

/** The rows of one part of a task's life. */
export type TaskStage<Type extends TaskCommand['type'], E extends Event> = Stage<
  Extract<TaskCommand, { type: Type }>,
  E,
  TaskState
>;

/** The task, or `NoSuchTask`. */
export function registered(state: TaskState, taskId: string): Task {
  ensure(state.status !== 'unregistered', 'NoSuchTask', { taskId });
  return state;
}

/** Who is accountable for a task at a time; nobody where it was laid down. */
export function ownerAt({ owners }: Task, time: string): Party | undefined {
  return owners.findLast(({ from }) => from <= time)?.owner;
}

/** States that the actor's party owns the task at a time, or says from when it will (R27, R35). */
export function ensureOwner(task: Task, { party }: Actor, time: string): void {
  ensureOneOf(task, party, time, [ownerAt(task, time)]);
}

/** States that the actor's party is one of the two that a transfer is between, or that the actor coordinates. */
export function ensureSide(task: Task, by: Actor, time: string, to: Party): void {
  if (by.roles.includes('coordinator') || isLedger(by)) return;
  ensureOneOf(task, by.party, time, [ownerAt(task, time), to]);
}

function ensureOneOf(task: Task, party: Party, time: string, parties: readonly (Party | undefined)[]): void {
  const from = task.owners.find((one) => one.from > time && one.owner === party)?.from;
  const is = parties.includes(party);
  ensure(is || from === undefined, 'NotYet', { party, from });
  ensure(is, 'NotTheOwner', { owner: ownerAt(task, time) ?? null });
}

/** The transfer that a task is in or was in last, or `NotProposed`. */
export function currentTransfer({ transfers, current }: Task, taskId: string): Transfer {
  const transfer = current === undefined ? undefined : transfers.get(current);
  ensure(transfer, 'NotProposed', { taskId });
  return transfer;
}

/** A row of evolve for events of a task that was registered. */
export const going = goingOn<TaskState, 'unregistered'>('unregistered', 'registered');

/** A row of evolve for events of the current transfer. */
export function moving<E extends Event>(change: (transfer: Transfer, event: InStream<E>) => Transfer) {
  return going<E>((task, event) => {
    const transfer = currentTransfer(task, event.stream);
    return { ...task, transfers: new Map(task.transfers).set(transfer.transferId, change(transfer, event)) };
  });
}
