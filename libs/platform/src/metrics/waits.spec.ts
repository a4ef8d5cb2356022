import { NO_STREAM, type EventStore } from '#eventsourcing';
import { MemoryStore } from '#stores';
import { newEvent } from '#testing';
import { Waits, type Place } from './waits.js';

const now = () => '2026-01-15T10:00:30.000Z';
const at = (...positions: readonly bigint[]) => positions.map((position) => ({ position }));

/** A log with an event recorded at each of these times, of which all is read that is read at a position. */
async function logOf(...times: readonly string[]): Promise<EventStore> {
  const store = new MemoryStore();
  const events = times.map((time) => ({ ...newEvent(), at: time }));
  await store.append('light', events, NO_STREAM);
  return store;
}

/** A log that reads as this says. */
const reading = (readAll: EventStore['readAll']) => ({ readAll }) as EventStore;

/** The seconds of each place. */
const secondsOf = async (waits: Waits, places: readonly Place[], end: bigint) => [
  ...(await waits.after(places, end)).values(),
];

describe('how long an event has waited', () => {
  it('is told for the first one after each place, and is nothing at the end of the log', async () => {
    const log = await logOf('2026-01-15T10:00:00.000Z', '2026-01-15T10:00:10.000Z', '2026-01-15T10:00:29.500Z');
    expect(await secondsOf(new Waits(log, { now }), at(0n, 2n, 3n, 2n, 1n), 3n)).toEqual([30, 0.5, 0, 0.5, 20]);
  });

  it('is that of the event that is to be dealt with next, where it is known which one that is', async () => {
    const log = await logOf('2026-01-15T10:00:00.000Z', '2026-01-15T10:00:10.000Z');
    const place = { position: 0n, waitingSince: '2026-01-15T10:00:10.000Z' };
    expect(await secondsOf(new Waits(log, { now }), [place], 2n)).toEqual([20]);
  });

  it('is never less than nothing where the clock that recorded it goes ahead of ours', async () => {
    const log = await logOf('2026-01-15T10:00:31.000Z');
    expect(await secondsOf(new Waits(log, { now }), at(0n), 1n)).toEqual([0]);
  });

  it('is read once for a place that stays, and again after it was elsewhere', async () => {
    const log = await logOf('2026-01-15T10:00:00.000Z', '2026-01-15T10:00:10.000Z');
    const asked: bigint[] = [];
    const noted = reading((after, limit) => {
      asked.push(after);
      return log.readAll(after, limit);
    });
    const waits = new Waits(noted, { now });
    for (const place of [0n, 0n, 0n, 1n, 0n]) await waits.after(at(place, place), 2n);
    expect(asked).toEqual([0n, 1n, 0n]);
  });

  it('is not known while the log does not answer, and is once it does', async () => {
    const log = await logOf('2026-01-15T10:00:00.000Z');
    const answer = Promise.withResolvers<undefined>();
    let refuses = true;
    const slow = reading(async (after, limit) => {
      if (refuses) throw new Error('the log is away');
      await answer.promise;
      return log.readAll(after, limit);
    });
    const waits = new Waits(slow, { now }, 1);
    expect(await secondsOf(waits, at(0n), 1n)).toEqual([NaN]);
    refuses = false;
    expect(await secondsOf(waits, at(0n), 1n)).toEqual([NaN]);
    answer.resolve(undefined);
    await new Promise(setImmediate);
    expect(await secondsOf(waits, at(0n), 1n)).toEqual([30]);
  });
});
