import { type AnyQuestion, type AnyView, type EventStore } from '#eventsourcing';
import { ask, explain } from './asking.js';
import { Builder } from './builder.js';
import type { Database } from './database.js';
import { eventsUpTo } from './events.js';
import { list } from './list.js';
import { Moments } from './moment.js';
import { Projector, type Batching } from './projector.js';
import {
  NotFound,
  NotReady,
  ReadSideDown,
  type Answer,
  type At,
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
import { Turns } from './turns.js';

/** What an engine is made of, besides its database and how its views stand there. */
export interface Parts {
  readonly store: EventStore;
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  readonly batching: Batching;
  readonly log: (line: string) => void;
  /** What `asOf` is where nothing is said. */
  readonly now: () => string;
  /** A new folding of a view, in an empty schema of its own. */
  readonly anew: (view: AnyView) => Promise<Stand>;
}

/** The read side in this very thread. */
export class Engine implements ReadSide {
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  private readonly turns = new Turns();
  private readonly ending = new AbortController();
  private readonly projector: Projector;
  private readonly builder: Builder;
  private readonly moments: Moments;
  private readonly tasks = new Set<Promise<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly shelves: Shelves,
    private readonly parts: Parts,
  ) {
    const { store, log } = parts;
    this.views = parts.views;
    this.questions = parts.questions;
    this.projector = new Projector(store, database, shelves, this.turns, parts.batching, log);
    this.builder = new Builder(store, database, shelves, this.turns, log);
    this.moments = new Moments(database.run, store, shelves, parts.now);
  }

  /** Begins to follow the log, and to fold what is not folded yet. */
  start(): void {
    const waiting = this.shelves.all.filter(({ building }) => building);
    const byPosition = Map.groupBy(waiting, ({ building }) => building?.entry.position);
    void this.inBackground(this.projector.run(this.ending.signal));
    for (const shelves of byPosition.values()) {
      const building = this.inBackground(this.builder.run(shelves, this.ending.signal));
      building.catch((error: unknown) => {
        if (!this.ending.signal.aborted) this.parts.log(`folding ended: ${String(error)}`);
      });
    }
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
    const { trouble, unknownTypes } = this.projector;
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
    const shelf = this.shelfOf(name);
    if (shelf.building) throw new NotReady(`the view ${name} is being folded anew already`);
    const building = await this.turns.take(async () => {
      if (shelf.building) throw new NotReady(`the view ${name} is being folded anew already`);
      return (shelf.building = await this.parts.anew(shelf.view));
    });
    const [failure] = await this.inBackground(this.builder.run([shelf], this.ending.signal));
    if (failure && shelf.serving !== building)
      throw new NotReady(
        `folded anew, the view ${name} stops at position ${String(failure.position)}: ${failure.message}`,
      );
  }

  digest(view: string): Promise<string> {
    return this.reading([view], ([stand]) => relationOf(stand).digest(this.database.run));
  }

  async waitFor(position: bigint, milliseconds: number): Promise<boolean> {
    this.ensureRunning();
    return this.shelves.waitFor(position, milliseconds);
  }

  async close(): Promise<void> {
    if (this.ending.signal.aborted) return;
    this.ending.abort(new ReadSideDown('the read side is closed'));
    await Promise.allSettled(this.tasks);
    await this.turns.take(() => this.database.close());
  }

  private async reading<T>(
    names: readonly string[],
    work: (stands: readonly [Stand, ...Stand[]]) => Promise<T>,
  ): Promise<T> {
    this.ensureRunning();
    const stands = names.map((name) => this.servingOf(name));
    for (const stand of stands) stand.readers++;
    try {
      return await work(stands as [Stand, ...Stand[]]);
    } finally {
      for (const stand of stands) stand.readers--;
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

  private ensureRunning(): void {
    this.ending.signal.throwIfAborted();
  }

  private inBackground<T>(task: Promise<T>): Promise<T> {
    this.tasks.add(task);
    const done = () => {
      this.tasks.delete(task);
    };
    task.then(done, done);
    return task;
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
