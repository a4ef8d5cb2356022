import { type AnyQuestion, type AnyView, type EventStore } from '#eventsourcing';
import { ask, explain, ofMoment } from './asking.js';
import { isGone, type Database } from './database.js';
import { changesUpTo } from './changes.js';
import { diff } from './diff.js';
import { eventsUpTo } from './events.js';
import { list } from './list.js';
import { Moments } from './moment.js';
import {
  NotFound,
  NotReady,
  ReadSideDown,
  type Answer,
  type At,
  type Changes,
  type ChangesRequest,
  type Comparison,
  type Diff,
  type DiffRequest,
  type Digests,
  type ViewDigest,
  type EventsAnswer,
  type EventsRequest,
  type Explanation,
  type ListRequest,
  type Page,
  type ReadSide,
  type ReadSideStatus,
  type RowAnswer,
  type Times,
  type VersionAnswer,
  type ViewStatus,
} from './read-side.js';
import { Relation } from './relation.js';
import { historyAt, rowAt } from './rows.js';
import type { Shelf, Shelves, Stand } from './shelves.js';

/** What an engine is made of, besides its database and how its views stand there. */
export interface Parts {
  readonly store: EventStore;
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  /** What `asOf` is where nothing is said. */
  readonly now: () => string;
}

/** Who keeps the rows that an engine reads up to date: a projection in this process, or one in another. */
export interface Keeper {
  /** Why that is interrupted, while it is tried again. */
  readonly trouble: string | undefined;
  readonly unknownTypes: ReadonlyMap<string, number>;
  rebuild(view: string): Promise<void>;
  /** Throws `ReadSideDown` while nothing is known of the database. */
  ensureKnown?(): void;
  /** Looks how the views stand after tables turned out to be gone; without it, none go while they are read. */
  look?(): Promise<void>;
  stop(): Promise<void>;
}

/** How often a read begins anew whose tables were dropped meanwhile. */
const TRIES = 4;

/** The read side in this very thread: its questions and answers. */
export class Engine implements ReadSide {
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  private readonly moments: Moments;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly shelves: Shelves,
    private readonly parts: Parts,
    private readonly keeper: Keeper,
  ) {
    this.views = parts.views;
    this.questions = parts.questions;
    this.moments = new Moments(database.run, parts.store, shelves, parts.now);
  }

  list(view: string, request: ListRequest = {}): Promise<Page> {
    return this.reading([view], ([stand]) => list(this.database.run, this.moments, relationOf(stand), stand, request));
  }

  row(view: string, key: string, times: Times = {}): Promise<(RowAnswer & At) | undefined> {
    return this.reading([view], async ([stand]) => {
      const at = await this.moments.at([stand], times);
      const row = await rowAt(this.database.run, relationOf(stand), key, at);
      return row && { ...at, ...row };
    });
  }

  history(view: string, key: string, times: Times = {}): Promise<readonly VersionAnswer[]> {
    return this.reading([view], async ([stand]) => {
      const at = await this.moments.at([stand], times);
      return historyAt(this.database.run, relationOf(stand), key, at.knownAt.position);
    });
  }

  diff(view: string, request: DiffRequest): Promise<Diff> {
    return this.reading([view], ([stand]) => diff(this.database.run, this.moments, relationOf(stand), stand, request));
  }

  changes(view: string, request: ChangesRequest): Promise<Changes> {
    return this.reading([view], async ([stand]) => {
      const upTo = this.shelves.positionOf(stand);
      const { failure } = stand.entry;
      const found = await changesUpTo(this.database.run, relationOf(stand), upTo, request);
      return { ...found, failures: failure ? [failure] : [] };
    });
  }

  async moved(after: bigint, milliseconds: number): Promise<bigint> {
    this.ensureRunning();
    return this.shelves.movedOn(after, milliseconds);
  }

  ask(name: string, parameters: object, times: Times = {}): Promise<Answer> {
    const question = this.questionOf(name);
    return this.reading(
      question.reads.map((view) => view.name),
      async (stands) => {
        const at = await this.moments.at(stands, times);
        return ask(this.database.run, at, question, byName(stands), parameters);
      },
    );
  }

  compare(name: string, parameters: object, moments: { from: Times; to: Times }): Promise<Comparison> {
    const question = this.questionOf(name);
    return this.reading(
      question.reads.map((view) => view.name),
      async (stands) => {
        const { from, to } = await this.moments.between(stands, moments);
        const answerAt = (at: At) => ask(this.database.run, at, question, byName(stands), parameters);
        return { from: await ofMoment('from', answerAt(from)), to: await ofMoment('to', answerAt(to)) };
      },
    );
  }

  explain(name: string, parameters: object, label: string, request: ListRequest = {}): Promise<Explanation> {
    const question = this.questionOf(name);
    return this.reading(
      question.reads.map((view) => view.name),
      (stands) => explain(this.database.run, this.moments, question, byName(stands), parameters, label, request),
    );
  }

  async events(request: EventsRequest = {}): Promise<EventsAnswer> {
    this.ensureRunning();
    const known = request.knownAt && (await this.moments.known(request.knownAt));
    return eventsUpTo(this.database.run, known?.position ?? this.shelves.checkpoint.position, request);
  }

  async status(): Promise<ReadSideStatus> {
    this.ensureRunning();
    const storePosition = await this.parts.store.lastPosition();
    const { position } = this.shelves.checkpoint;
    const { trouble, unknownTypes } = this.keeper;
    return {
      position,
      storePosition,
      lag: storePosition > position ? storePosition - position : 0n,
      unknownTypes: Object.fromEntries(unknownTypes),
      views: this.shelves.all.map((shelf) => statusOf(shelf, this.shelves)),
      ...(trouble !== undefined && { trouble }),
    };
  }

  async rebuild(name: string): Promise<void> {
    this.ensureRunning();
    this.shelfOf(name);
    await this.keeper.rebuild(name);
  }

  digest(view: string): Promise<string> {
    return this.reading([view], ([stand]) => relationOf(stand).digest(this.database.run));
  }

  digests(knownAt?: Times['knownAt']): Promise<Digests> {
    return this.reading(
      this.views.map(({ name }) => name),
      async (stands) => {
        const latest = { position: this.shelves.checkpoint.position };
        const at = await this.moments.at(stands, { knownAt: knownAt ?? latest });
        const { position } = at.knownAt;
        const views: ViewDigest[] = [];
        for (const stand of stands) {
          const { name, hash } = stand.entry;
          const reached = this.shelves.positionOf(stand);
          const digest = await relationOf(stand).digest(this.database.run, position);
          views.push({ name, hash, position: reached < position ? reached : position, digest });
        }
        return { knownAt: at.knownAt, position: at.position, failures: at.failures, views };
      },
    );
  }

  async waitFor(position: bigint, milliseconds: number): Promise<boolean> {
    this.ensureOpen();
    return this.shelves.waitFor(position, milliseconds);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.keeper.stop();
    await this.database.close();
  }

  private async reading<T>(
    names: readonly string[],
    work: (stands: readonly [Stand, ...Stand[]]) => Promise<T>,
  ): Promise<T> {
    for (let turn = 1; ; turn++) {
      this.ensureRunning();
      const stands = names.map((name) => this.servingOf(name));
      for (const stand of stands) stand.readers++;
      try {
        return await work(stands as [Stand, ...Stand[]]);
      } catch (error) {
        if (!this.keeper.look || !isGone(error) || turn === TRIES) throw error;
        await this.keeper.look();
      } finally {
        for (const stand of stands) stand.readers--;
      }
    }
  }

  private servingOf(name: string): Stand {
    const { serving, building } = this.shelfOf(name);
    if (serving) return serving;
    const at = building ? `, so far up to position ${String(building.entry.position)}` : '';
    throw new NotReady(`the view ${name} is being folded for the first time${at}`);
  }

  private shelfOf(name: string): Shelf {
    const shelf = this.shelves.of(name);
    if (!shelf) throw new NotFound(`there is no view ${name}`);
    return shelf;
  }

  private questionOf(name: string): AnyQuestion {
    const question = this.questions.find((each) => each.name === name);
    if (!question) throw new NotFound(`there is no question ${name}`);
    return question;
  }

  private ensureOpen(): void {
    if (this.closed) throw new ReadSideDown('the read side is closed');
  }

  private ensureRunning(): void {
    this.ensureOpen();
    this.keeper.ensureKnown?.();
  }
}

function statusOf({ view, serving, building }: Shelf, shelves: Shelves): ViewStatus {
  const shown = serving ?? building;
  const failure = serving?.entry.failure ?? building?.entry.failure;
  const isLive = serving?.entry.standing === 'live';
  return {
    name: view.name,
    status: isLive ? 'live' : failure && !building ? 'failed' : building ? 'building' : 'failed',
    position: shown ? shelves.positionOf(shown) : 0n,
    hash: shown?.entry.hash ?? '',
    ...(failure && { failure }),
    ...(building && serving && { building: { hash: building.entry.hash, position: building.entry.position } }),
  };
}

function relationOf({ entry }: Stand): Relation {
  return new Relation(entry.schema, entry.columns);
}

function byName(stands: readonly Stand[]): ReadonlyMap<string, Stand> {
  return new Map(stands.map((stand) => [stand.entry.name, stand]));
}
