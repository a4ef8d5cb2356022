import { setTimeout as sleep } from 'node:timers/promises';
import { names, type EventStore, type RecordedEvent } from '#eventsourcing';
import { foldBatch, foldCarefully } from './batch.js';
import { moveCheckpoint, type Checkpoint } from './catalogue.js';
import type { Database, Run } from './database.js';
import { gathered } from './gathered.js';
import { lingerAfter } from './linger.js';
import { addToLog, LOG } from './log.js';
import type { ViewFailure } from './read-side.js';
import type { Shelves, Stand } from './shelves.js';
import type { Turns } from './turns.js';
import { Wear } from './wear.js';

const FIRST_DELAY = 100;
const LONGEST_DELAY = 10_000;

/** How many events are folded between two cleanings of the database. */
const BETWEEN_CLEANINGS = 30_000;

/** Is told of the events of a batch, and has them folded. */
export type Around = (events: readonly RecordedEvent[], fold: () => Promise<void>) => Promise<void>;

/** How events are cut into batches: at most so many, waiting for more at most so many milliseconds; and what is done around each. */
export interface Batching {
  readonly most: number;
  readonly linger: number;
  readonly around: Around;
}

/** Follows the log and folds it into the live views: batch by batch, with the read side's own log and the checkpoint. */
export class Projector {
  readonly unknownTypes = new Map<string, number>();
  /** Why it is interrupted, while it tries again. */
  trouble: string | undefined;
  private failedBefore = false;
  private before = { size: 0, took: 0, ended: -Infinity };
  private sinceCleaned = 0;
  private sinceSettled = 0;
  private readonly logWear = new Wear(LOG);

  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly shelves: Shelves,
    private readonly turns: Turns,
    private readonly batching: Batching,
    private readonly log: (line: string) => void,
  ) {}

  /** Runs until the signal aborts; whatever goes wrong is said and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    let delay = FIRST_DELAY;
    while (!signal.aborted) {
      try {
        const subscribe = (until: AbortSignal) => this.store.subscribe(this.shelves.checkpoint.position, until);
        for await (const events of gathered(subscribe, signal, {
          most: this.batching.most,
          linger: () => this.linger,
        })) {
          const began = performance.now();
          await this.turns.take(() => this.batching.around(events, () => this.take(events)));
          const ended = performance.now();
          this.before = { size: events.length, took: ended - began, ended };
          delay = FIRST_DELAY;
          this.trouble = undefined;
        }
      } catch (error) {
        this.trouble = error instanceof Error ? error.message : String(error);
        this.log(`projecting is interrupted at position ${String(this.shelves.checkpoint.position)}: ${this.trouble}`);
      }
      await sleep(delay, undefined, { signal }).catch(() => undefined);
      delay = Math.min(2 * delay, LONGEST_DELAY);
    }
  }

  private get linger(): number {
    const since = performance.now() - this.before.ended;
    return lingerAfter({ ...this.before, since }, this.batching.linger);
  }

  private async take(events: readonly RecordedEvent[]): Promise<void> {
    try {
      if (this.failedBefore) await this.takeCarefully(events);
      else await this.takeAll(events);
      this.failedBefore = false;
    } catch (error) {
      this.failedBefore = true;
      throw error;
    }
    for (const event of events) this.count(event);
    this.logWear.note(events.length, 0);
    await this.clean(events.length);
  }

  private get tables(): readonly Wear[] {
    return [this.logWear, ...this.shelves.live.flatMap(({ folding }) => folding?.relation.wear ?? [])];
  }

  /** Cleans the database every now and then, and has it settle once what was folded is at the end of the log. */
  private async clean(folded: number): Promise<void> {
    this.sinceCleaned += folded;
    if (this.sinceCleaned >= BETWEEN_CLEANINGS) {
      this.sinceCleaned = 0;
      await this.database.tidy(this.tables);
    }
    this.sinceSettled += folded;
    if (this.sinceSettled < BETWEEN_CLEANINGS || (await this.store.lastPosition()) > this.shelves.checkpoint.position)
      return;
    this.sinceSettled = 0;
    await this.database.settle(this.tables);
  }

  private async takeAll(events: readonly RecordedEvent[]): Promise<void> {
    const { live, checkpoint } = this.shelves;
    let next = checkpoint;
    await foldBatch(this.database, live, events, {
      first: async (run) => {
        next = await this.record(run, events);
      },
    });
    this.move(live, next);
  }

  private async takeCarefully(events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events) {
      const { live, checkpoint } = this.shelves;
      let next = checkpoint;
      await foldCarefully(this.database, live, event, async (run) => {
        next = await this.record(run, [event]);
      });
      this.move(live, next);
    }
  }

  private async record(run: Run, events: readonly RecordedEvent[]): Promise<Checkpoint> {
    const knownAt = await addToLog(run, events, this.shelves.checkpoint.knownAt);
    const position = events.at(-1)?.position ?? this.shelves.checkpoint.position;
    await moveCheckpoint(run, { position, knownAt });
    return { position, knownAt };
  }

  private move(folded: readonly Stand[], checkpoint: Checkpoint): void {
    this.shelves.checkpoint = checkpoint;
    for (const { entry } of folded) if (entry.failure) this.log(stopped(entry.failure));
    this.shelves.moved();
  }

  private count(event: RecordedEvent): void {
    if (this.shelves.all.some(({ view }) => names(view, event))) return;
    this.unknownTypes.set(event.type, (this.unknownTypes.get(event.type) ?? 0) + 1);
  }
}

/** What is said of a view that stopped. */
export function stopped({ view, position, type, message }: ViewFailure): string {
  return `the view ${view} stopped at position ${String(position)} (${type}): ${message}`;
}
