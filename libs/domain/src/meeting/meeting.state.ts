import { ensure, type Actor, type CommandsOf, type Event, type Facts } from '#eventsourcing';
import { ContactGroup } from '../contact-group/contact-group.js';
import { speaksFor } from '../values/acting.js';
import { chairAt, type ContactGroupState } from '../contact-group/contact-group.state.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './meeting.commands.js';
import type { Format, Level, Mode } from './meeting.commands.js';

export type MeetingCommand = CommandsOf<typeof commands>;

/** When, where and how a meeting is. */
export interface Venue {
  readonly on: string;
  readonly format: Format;
  readonly place?: string;
}

/** How a party took part. */
export interface Attendance {
  readonly mode: Mode;
  readonly disclosed: boolean;
  readonly representative?: string;
}

/** A meeting that was called. */
export interface Meeting {
  readonly status: 'scheduled' | 'cancelled' | 'open' | 'closed';
  readonly groupId: string;
  readonly said: object;
  readonly venue: Venue;
  readonly level: Level;
  readonly tentative: boolean;
  /** When it was last called or confirmed under a chair. */
  readonly firmSince: string;
  /** When its stage began. */
  readonly since: string;
  readonly number?: number;
  readonly chairs: readonly Party[];
  readonly attendance: ReadonlyMap<Party, Attendance>;
  readonly closing?: object;
}

export type MeetingState = { readonly status: 'none' } | Meeting;

/** What other meetings read of a meeting. */
export const meetings = { stream: 'meeting', initial: { status: 'none' } as MeetingState };

/** The rows of one part of a meeting's life. */
export type MeetingStage<Type extends MeetingCommand['type'], E extends Event> = Stage<
  Extract<MeetingCommand, { type: Type }>,
  E,
  MeetingState
>;

/** The meeting, or `NoSuchMeeting`. */
export function called(state: MeetingState, meetingId: string): Meeting {
  ensure(state.status !== 'none', 'NoSuchMeeting', { meetingId });
  return state;
}

/** States that a meeting is still to come. */
export function ensureComing({ status }: Meeting): void {
  ensure(status === 'scheduled', 'WrongStage', { status });
}

/** Whether a meeting was opened. */
export function isHeld({ status }: MeetingState): boolean {
  return status === 'open' || status === 'closed';
}

/** The group whose meeting it is, or `NoSuchGroup`. */
export function groupOf(facts: Facts, groupId: string): ContactGroupState {
  const group = facts.of(ContactGroup, groupId);
  ensure(group?.founded, 'NoSuchGroup', { groupId });
  return group;
}

/** Whether the chair is vacant, now or, as far as is known, on the day of the meeting. */
export function isTentative(group: ContactGroupState, time: string, on: string): boolean {
  return chairAt(group, time).length === 0 || chairAt(group, endOf(on)).length === 0;
}

/** States that the actor convenes the group: for its chair, now or on that day, or, under a vacant chair, for any of its parties. */
export function ensureConvenes(group: ContactGroupState, by: Actor, time: string, on: string): void {
  const sits = chairAt(group, time);
  const chairs = [...sits, ...chairAt(group, endOf(on))];
  ensure(sits.length === 0 || speaksFor(by, chairs), 'NotTheChair', { chairs: sits });
  ensure(speaksFor(by, [...chairs, ...group.parties]), 'NotAParticipant', { party: by.party });
}

/** The chairs at a time, for one of which the actor speaks: `ChairVacant`, `NotTheChair`. */
export function chairsFor(group: ContactGroupState, by: Actor, time: string): readonly Party[] {
  const chairs = chairAt(group, time);
  ensure(chairs.length > 0, 'ChairVacant', { at: time });
  ensure(speaksFor(by, chairs), 'NotTheChair', { chairs });
  return chairs;
}

/** A row of evolve for events of a meeting that was called. */
export const going = goingOn<MeetingState, 'none'>('none', 'called');

function endOf(day: string): string {
  return `${day}T23:59:59.999Z`;
}
