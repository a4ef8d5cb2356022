import { decider, ensure, type Actor, type CommandsOf, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import { dayOf } from '../values/days.js';
import { claimsOf } from '../values/figures.js';
import type { Change, Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules } from '../values/rules.js';
import type { Party } from '../values/words.js';
import type * as commands from './training.commands.js';

/** `seats` are the total before and after. */
export type SeatsOffered = Event<
  'SeatsOffered',
  {
    courseId: string;
    provider: Party;
    title: string;
    place?: string;
    from: string;
    until?: string;
    seats: Change<number>;
    claims: readonly Source[];
  }
>;
/** `seats` are those of the unit before and after, `assigned` those of all units. */
export type UnitAssigned = Event<
  'UnitAssigned',
  { courseId: string; provider: Party; unit: string; seats: Change<number>; assigned: Change<number> }
>;
export type CourseCompleted = Event<
  'CourseCompleted',
  { courseId: string; provider: Party; seats: number; assigned: number; trained: number }
>;

export type TrainingEvent = SeatsOffered | UnitAssigned | CourseCompleted;
export type TrainingCommand = CommandsOf<typeof commands>;

interface Course {
  readonly status: 'offered' | 'completed';
  readonly provider: Party;
  readonly from: string;
  /** What stays as it was offered first. */
  readonly said: object;
  readonly seats: number;
  readonly units: ReadonlyMap<string, number>;
  readonly trained?: number;
}

/** A course that is not offered yet, or one with its seats and the units that take them. */
export type TrainingState = { readonly status: 'none' } | Course;

/** A course: its seats are bounded, and units are assigned to them until it is completed. */
export const Training = decider<TrainingCommand, TrainingEvent, TrainingState>({
  stream: 'course',
  id: 'courseId',
  initial: { status: 'none' },
  may: {
    OfferSeats: ['operator', 'coordinator', 'historian'],
    AssignUnit: ['recipient', 'coordinator', 'historian'],
    CompleteCourse: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    OfferSeats: ({ data, metadata }, course) => {
      const { courseId, provider, title, place, from, until, seats } = data;
      ensureProvider(provider, metadata.by);
      ensure(until === undefined || from <= until, 'EndsBeforeItBegins', { from, until });
      const said = plain({ provider, title, place, from, until });
      ensure(course.status === 'none' || same(course.said, said), 'CourseExists', { courseId });
      const before = course.status === 'none' ? undefined : course.seats;
      if (before === seats) return [];
      ensure(course.status !== 'completed', 'CourseOver', { courseId });
      const assigned = course.status === 'none' ? 0 : assignedTo(course);
      ensure(seats >= assigned, 'SeatsTaken', { assigned });
      const claims = claimsOf(data.claims, rules(metadata));
      return [{ type: 'SeatsOffered', data: { courseId, ...said, seats: { from: before ?? 0, to: seats }, claims } }];
    },

    AssignUnit: ({ data: { courseId, unit, seats } }, state) => {
      const course = offered(state, courseId);
      const before = course.units.get(unit) ?? 0;
      if (before === seats) return [];
      ensure(course.status === 'offered', 'CourseOver', { courseId });
      const others = assignedTo(course) - before;
      ensure(others + seats <= course.seats, 'CourseFull', { seats: course.seats, remaining: course.seats - others });
      const assigned = { from: others + before, to: others + seats };
      const data = { courseId, provider: course.provider, unit, seats: { from: before, to: seats }, assigned };
      return [{ type: 'UnitAssigned', data }];
    },

    CompleteCourse: ({ data: { courseId, trained }, metadata: { by, occurredAt } }, state) => {
      const course = offered(state, courseId);
      ensureProvider(course.provider, by);
      if (course.trained === trained) return [];
      ensure(course.status === 'offered', 'CourseOver', { courseId, trained: course.trained });
      ensure(dayOf(occurredAt) >= course.from, 'NotYet', { from: course.from });
      const { provider, seats } = course;
      const assigned = assignedTo(course);
      ensure(trained <= assigned, 'MoreThanAssigned', { assigned });
      return [{ type: 'CourseCompleted', data: { courseId, provider, seats, assigned, trained } }];
    },
  },

  evolve: {
    SeatsOffered: (course, { data: { provider, title, place, from, until, seats } }) => ({
      status: 'offered',
      provider,
      from,
      said: plain({ provider, title, place, from, until }),
      seats: seats.to,
      units: course.status === 'none' ? new Map() : course.units,
    }),
    UnitAssigned: (state, { data: { courseId, unit, seats } }) => {
      const course = offered(state, courseId);
      return { ...course, units: new Map(course.units).set(unit, seats.to) };
    },
    CourseCompleted: (state, { data: { courseId, trained } }) => ({
      ...offered(state, courseId),
      status: 'completed',
      trained,
    }),
  },
});

function offered(state: TrainingState, courseId: string): Course {
  ensure(state.status !== 'none', 'NoSuchCourse', { courseId });
  return state;
}

function ensureProvider(provider: Party, by: Actor): void {
  ensure(speaksFor(by, [provider]), 'NotTheProvider', { provider });
}

function assignedTo({ units }: Course): number {
  return [...units.values()].reduce((sum, seats) => sum + seats, 0);
}
