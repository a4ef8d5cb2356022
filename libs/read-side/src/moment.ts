import { BadQuestion, START, type EventStore } from '#eventsourcing';
import type { Run } from './database.js';
import { instantOf } from './instant.js';
import { knownAtPosition, knownAtTime } from './log.js';
import { NotReady, type At, type Times } from './read-side.js';
import type { Shelves, Stand } from './shelves.js';

/** How long a read waits for the log to be folded up to a time that it names, in milliseconds. */
const PATIENCE = 2_000;

/** An instant out of what was asked; throws `BadQuestion` where it is none. */
export function timeGiven(parameter: string, time: string): string {
  const instant = instantOf(time);
  if (instant === undefined)
    throw new BadQuestion('BadTime', `${parameter} is no time of the years 1 to 9999 in ISO 8601: ${time}`, {
      parameter,
      value: time,
    });
  return instant;
}

/** Two moments that are compared. */
export interface Between {
  readonly from: At;
  readonly to: At;
}

/** The times and positions that reads are made at. */
export class Moments {
  constructor(
    private readonly run: Run,
    private readonly store: EventStore,
    private readonly shelves: Shelves,
    private readonly now: () => string,
  ) {}

  /** When to read these views at: throws `BadQuestion` for what is no time, `NotReady` where they have not come as far as was asked. */
  async at(stands: readonly Stand[], { asOf, knownAt }: Times): Promise<At> {
    const known = knownAt && (await this.known(knownAt));
    const positions = stands.map((stand) => this.shelves.positionOf(stand));
    const position = positions.reduce((least, each) => (each < least ? each : least), this.shelves.checkpoint.position);
    for (const { entry } of stands) {
      if (known && !entry.failure && entry.standing === 'outdated' && entry.position < known.position)
        throw new NotReady(
          `the view ${entry.name} is being folded anew, and its old rows end at position ${String(entry.position)}`,
        );
    }
    return {
      asOf: asOf === undefined ? this.now() : timeGiven('asOf', asOf),
      knownAt: known ?? { position, time: await this.timeOf(position) },
      position,
      failures: stands.flatMap(({ entry }) => entry.failure ?? []),
    };
  }

  /** Two moments that are compared; what is said of neither is the same for both. */
  async between(stands: readonly Stand[], { from, to }: { from: Times; to: Times }): Promise<Between> {
    const later = await this.at(stands, to);
    const earlier = await this.at(stands, {
      asOf: from.asOf ?? (to.asOf === undefined ? later.asOf : undefined),
      knownAt: from.knownAt ?? (to.knownAt === undefined ? { position: later.knownAt.position } : undefined),
    });
    return { from: earlier, to: later };
  }

  /** The position that the log is to be read up to. */
  async known(knownAt: NonNullable<Times['knownAt']>): Promise<At['knownAt']> {
    if ('time' in knownAt) {
      const time = timeGiven('knownAt', knownAt.time);
      if (time >= this.shelves.checkpoint.knownAt) await this.catchUp();
      return (await knownAtTime(this.run, time)) ?? { position: START, time: null };
    }
    const { position } = knownAt;
    if (position < START)
      throw new BadQuestion('BadPosition', `knownAt is no position of the log: ${String(position)}`, {
        value: String(position),
      });
    const { checkpoint } = this.shelves;
    if (position > checkpoint.position)
      throw new NotReady(
        `the read side stands at position ${String(checkpoint.position)}, not yet at ${String(position)}`,
      );
    return { position, time: await this.timeOf(position) };
  }

  /** A time that has just passed means the same position for ever only when all that the log holds by now is folded. */
  private async catchUp(): Promise<void> {
    const last = await this.store.lastPosition();
    if (!(await this.shelves.folded(last, PATIENCE)))
      throw new NotReady(`the read side has not come to position ${String(last)} yet`);
  }

  private async timeOf(position: bigint): Promise<string | null> {
    const { checkpoint } = this.shelves;
    if (position === START) return null;
    return position === checkpoint.position ? checkpoint.knownAt : knownAtPosition(this.run, position);
  }
}
