import { specifyView, type Told } from '#testing';
import type { CourseCompleted, SeatsOffered, UnitAssigned } from '#domain';
import { courses } from './courses.js';

const given = specifyView(courses);
const courseId = 'interflex-24';
const said = { provider: 'GBR', title: 'Basic infantry', from: '2024-05-01' };

type Past = Told<SeatsOffered | UnitAssigned | CourseCompleted>;
const offered = (from: number, to: number): Past => ({
  type: 'SeatsOffered',
  data: { courseId, ...said, seats: { from, to }, claims: [] },
});
const assigned = (unit: string, from: number, to: number): Past => ({
  type: 'UnitAssigned',
  data: { courseId, provider: 'GBR', unit, seats: { from, to }, assigned: { from: 0, to: 0 } },
});
const row = {
  ...{ ...said, place: null, until: null, status: 'offered' as const, seats: 200, assigned: 0, free: 200 },
  ...{ units: {}, trained: null },
};

describe('a course', () => {
  it('has free seats', () => {
    given(offered(0, 200)).then(courseId, row);
  });
  it('shows who takes them, in whatever order that is learnt', () => {
    given(
      offered(0, 150),
      assigned('47 Bde', 0, 120),
      { ...assigned('82 Bde', 0, 30), occurredAt: '2023-01-01T00:00:00.000Z' },
      offered(150, 200),
    ).then(courseId, { ...row, assigned: 150, free: 50, units: { '47 Bde': 120, '82 Bde': 30 } });
  });
  it('forgets a unit that gave its seats back', () => {
    given(offered(0, 200), assigned('47 Bde', 0, 120), assigned('47 Bde', 120, 0)).then(courseId, row);
  });
  it('is completed with how many were trained', () => {
    given(offered(0, 200), assigned('47 Bde', 0, 120), {
      type: 'CourseCompleted',
      data: { courseId, provider: 'GBR', seats: 200, assigned: 120, trained: 117 },
    }).then(courseId, {
      ...{ ...row, status: 'completed', assigned: 120, free: 80, units: { '47 Bde': 120 }, trained: 117 },
    });
  });
});
