import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, EventStore } from '#eventsourcing';

/** How long the log may take to say what comes after a position, in ms: whoever asks for metrics does not wait long. */
const PATIENCE_MS = 1_000;

/** How far something has come in the log, and, where it is known, when the event was recorded that it is to deal with next. */
export interface Place {
  readonly position: bigint;
  readonly waitingSince?: string;
}

/** How long what comes after places in the log has waited to be dealt with. What comes after a position stays the same, so it is read once. */
export class Waits {
  readonly #recordedAt = new Map<bigint, Promise<string | undefined>>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly patience = PATIENCE_MS,
  ) {}

  /**
   * For each of these places, the seconds since the first event after it was recorded: 0 at the end of the log, which is at `end`, and NaN
   * where the log does not say in time. What was read for other places is forgotten.
   */
  async after(places: readonly Place[], end: bigint): Promise<ReadonlyMap<Place, number>> {
    const positions = new Set(places.map(({ position }) => position));
    for (const known of this.#recordedAt.keys()) if (!positions.has(known)) this.#recordedAt.delete(known);
    const now = Date.parse(this.clock.now());
    const seconds = places.map(async (place) => {
      if (place.position >= end) return [place, 0] as const;
      const at = place.waitingSince ?? (await this.#nextInTime(place.position));
      // The clocks of two machines are never quite the same.
      return [place, at === undefined ? NaN : Math.max(0, now - Date.parse(at)) / 1_000] as const;
    });
    return new Map(await Promise.all(seconds));
  }

  #nextInTime(position: bigint): Promise<string | undefined> {
    return Promise.race([this.#next(position), pause(this.patience, undefined, { ref: false })]);
  }

  #next(position: bigint): Promise<string | undefined> {
    const known = this.#recordedAt.get(position);
    if (known) return known;
    const reading = this.store.readAll(position, 1).then(
      ([event]) => event?.at,
      // Whether the log answers is a figure of its own; the next to ask reads again.
      () => {
        this.#recordedAt.delete(position);
        return undefined;
      },
    );
    this.#recordedAt.set(position, reading);
    return reading;
  }
}
