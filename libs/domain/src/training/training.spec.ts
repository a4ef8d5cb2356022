import fc from 'fast-check';
import type { Command } from '#eventsourcing';
import { played, specify, type Told } from '#testing';
import { Training, type TrainingEvent } from './training.js';

const NOW = '2024-06-01T09:00:00.000Z';
const given = specify(Training, { by: 'GBR', at: NOW });
const courseId = 'interflex-24';
const claims = [{ source: 'https://example.org/interflex' }];
const said = { courseId, provider: 'GBR', title: 'Basic infantry', from: '2024-05-01', until: '2024-06-05' };
const offer = (seats: number) => ({ ...said, seats, claims });
const recipient = { by: 'UKR', roles: ['recipient'] };

type Past = Told<TrainingEvent>;
const offered = (from: number, to: number): Past => ({
  type: 'SeatsOffered',
  data: { ...said, seats: { from, to }, claims },
});
const assigned = (unit: string, [from, to]: number[], [before, after]: number[]): Past => ({
  type: 'UnitAssigned',
  data: {
    ...{ courseId, provider: 'GBR', unit, seats: { from: from ?? 0, to: to ?? 0 } },
    assigned: { from: before ?? 0, to: after ?? 0 },
  },
});
const completed: Past = {
  type: 'CourseCompleted',
  data: { courseId, provider: 'GBR', seats: 200, assigned: 150, trained: 140 },
};
const taken = [offered(0, 200), assigned('47 Bde', [0, 150], [0, 150])];

describe('a course', () => {
  it('is offered with its seats', () => given().when('OfferSeats', offer(200)).then(offered(0, 200)));
  it('is offered once (R34)', () => given(offered(0, 200)).when('OfferSeats', offer(200)).thenNothing());
  it('may get more seats', () => given(offered(0, 200)).when('OfferSeats', offer(250)).then(offered(200, 250)));
  it('does not lose seats that are taken', () =>
    given(...taken)
      .when('OfferSeats', offer(149))
      .thenRejected('SeatsTaken', { assigned: 150 }));
  it('is offered by its provider or the coordinator', () =>
    given().when('OfferSeats', offer(200), { by: 'DEU' }).thenRejected('NotTheProvider', { provider: 'GBR' }));
  it('is not offered otherwise under the same name', () =>
    given(offered(0, 200))
      .when('OfferSeats', { ...offer(200), title: 'Leadership' })
      .thenRejected('CourseExists', { courseId }));
  it('does not end before it begins', () =>
    given()
      .when('OfferSeats', { ...offer(200), until: '2024-04-30' })
      .thenRejected('EndsBeforeItBegins', { from: '2024-05-01', until: '2024-04-30' }));
  it('has a claim (R7)', () =>
    given()
      .when('OfferSeats', { ...offer(200), claims: [] })
      .thenRejected('NoSource', {}));
});

describe('a unit', () => {
  it('is assigned to seats', () =>
    given(offered(0, 200))
      .when('AssignUnit', { courseId, unit: '47 Bde', seats: 150 }, recipient)
      .then(assigned('47 Bde', [0, 150], [0, 150])));
  it('is assigned once (R34)', () =>
    given(...taken)
      .when('AssignUnit', { courseId, unit: '47 Bde', seats: 150 }, recipient)
      .thenNothing());
  it('gives seats back', () =>
    given(...taken)
      .when('AssignUnit', { courseId, unit: '47 Bde', seats: 0 }, recipient)
      .then(assigned('47 Bde', [150, 0], [150, 0])));
  it('finds no seat where all are taken, and learns what remains', () =>
    given(...taken)
      .when('AssignUnit', { courseId, unit: '82 Bde', seats: 51 }, recipient)
      .thenRejected('CourseFull', { seats: 200, remaining: 50 }));
  it('is assigned to a course that there is', () =>
    given()
      .when('AssignUnit', { courseId, unit: '47 Bde', seats: 1 }, recipient)
      .thenRejected('NoSuchCourse', { courseId }));
  it('is not assigned once the course is over', () =>
    given(...taken, completed)
      .when('AssignUnit', { courseId, unit: '82 Bde', seats: 1 }, recipient)
      .thenRejected('CourseOver', { courseId }));
});

describe('the completion of a course', () => {
  const complete = { courseId, trained: 140 };

  it('says how many were trained', () =>
    given(...taken)
      .when('CompleteCourse', complete)
      .then(completed));
  it('comes once (R34)', () =>
    given(...taken, completed)
      .when('CompleteCourse', complete)
      .thenNothing());
  it('is not said otherwise afterwards', () =>
    given(...taken, completed)
      .when('CompleteCourse', { courseId, trained: 141 })
      .thenRejected('CourseOver', { courseId, trained: 140 }));
  it('does not come before the course begins', () =>
    given(...taken)
      .when('CompleteCourse', complete, { occurredAt: '2024-04-30T09:00:00.000Z' })
      .thenRejected('NotYet', { from: '2024-05-01' }));
  it('does not train more than were assigned', () =>
    given(...taken)
      .when('CompleteCourse', { courseId, trained: 151 })
      .thenRejected('MoreThanAssigned', { assigned: 150 }));
  it('is its provider’s to say', () =>
    given(...taken)
      .when('CompleteCourse', complete, { by: 'DEU' })
      .thenRejected('NotTheProvider', { provider: 'GBR' }));
});

describe('the seats of a course', () => {
  const seats = fc.integer({ min: 0, max: 12 });
  const unit = fc.constantFrom('a', 'b', 'c');
  const commands = fc.array(
    fc.oneof(
      seats.map((number) => ({ type: 'OfferSeats' as const, data: offer(number) })),
      fc.record({ unit, seats }).map((data) => ({ type: 'AssignUnit' as const, data: { courseId, ...data } })),
    ),
    { maxLength: 30 },
  );

  it('are never taken twice, whatever is asked in whatever order, and asking again moves nothing', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        steps.reduce((state, step) => {
          const { state: next, events } = played(Training, state, commandOf(step));
          if (events) expect(played(Training, next, commandOf(step)).events).toEqual([]);
          if (next.status !== 'none') {
            const sum = [...next.units.values()].reduce((whole, part) => whole + part, 0);
            expect(sum).toBeLessThanOrEqual(next.seats);
          }
          return next;
        }, Training.initial);
      }),
      { numRuns: 500 },
    );
  });
});

function commandOf({ type, data }: { type: 'OfferSeats' | 'AssignUnit'; data: object }): Command {
  const by = { subject: 'op', party: 'GBR', roles: [] };
  return { type, data, metadata: { commandId: 'c', by, at: NOW, occurredAt: NOW } };
}
