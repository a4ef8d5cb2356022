import type { CourseCompleted, SeatsOffered, UnitAssigned } from '#domain';
import { integer, json, text, view } from '#eventsourcing';

type CourseRow = {
  readonly provider: string;
  readonly title: string | null;
  readonly place: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly status: 'offered' | 'completed';
  readonly seats: number;
  readonly assigned: number;
  readonly free: number;
  readonly units: Readonly<Record<string, number>>;
  readonly trained: number | null;
};

/** A course of which only its provider is known. */
function rowOf(provider: string): CourseRow {
  return {
    ...{ provider, title: null, place: null, from: null, until: null },
    ...{ status: 'offered', seats: 0, assigned: 0, free: 0, units: {}, trained: null },
  };
}

function counted(row: CourseRow): CourseRow {
  const units = Object.fromEntries(Object.entries(row.units).filter(([, seats]) => seats !== 0));
  return { ...row, units, free: row.seats - row.assigned };
}

/** Courses, by their id: seats, the units that take them, and how many were trained. */
export const courses = view<CourseRow, SeatsOffered | UnitAssigned | CourseCompleted>('courses', {
  columns: {
    provider: text('The party that offers it.', 'party'),
    title: text('What is taught.'),
    place: text('Where it is held.'),
    from: text('Its first day.'),
    until: text('Its last day.'),
    status: text('offered or completed.'),
    seats: integer('How many seats there are.'),
    assigned: integer('How many are taken.'),
    free: integer('How many are not.'),
    units: json('The seats that each unit takes.'),
    trained: integer('How many completed it.'),
  },
  key: ({ data }) => data.courseId,
  on: {
    SeatsOffered: (row, { data: { provider, title, place = null, from, until = null, seats } }) => {
      const course = row ?? rowOf(provider);
      return counted({ ...course, title, place, from, until, seats: course.seats + seats.to - seats.from });
    },
    UnitAssigned: (row, { data: { provider, unit, seats } }) => {
      const course = row ?? rowOf(provider);
      const more = seats.to - seats.from;
      const units = { ...course.units, [unit]: (course.units[unit] ?? 0) + more };
      return counted({ ...course, units, assigned: course.assigned + more });
    },
    CourseCompleted: (row, { data: { provider, trained } }) => ({
      ...(row ?? rowOf(provider)),
      ...{ status: 'completed', trained },
    }),
  },
});
