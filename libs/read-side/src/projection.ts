import type { AnyView, EventStore } from '#eventsourcing';
import { Builder } from './builder.js';
import type { Database } from './database.js';
import { Projector, type Batching } from './projector.js';
import { NotFound, NotReady, ReadSideDown } from './read-side.js';
import type { Shelves, Stand } from './shelves.js';
import { Turns } from './turns.js';

/** What a projection is made of, besides its database and how its views stand there. */
export interface ProjectionParts {
  readonly store: EventStore;
  readonly batching: Batching;
  readonly log: (line: string) => void;
  /** A new folding of a view, in an empty schema of its own. */
  readonly anew: (view: AnyView) => Promise<Stand>;
}

/** All that is written of a read side: it follows the log, and folds views anew. There is one for each database at a time. */
export class Projection {
  private readonly turns = new Turns();
  private readonly ending = new AbortController();
  private readonly projector: Projector;
  private readonly builder: Builder;
  private readonly tasks = new Set<Promise<unknown>>();

  constructor(
    database: Database,
    private readonly shelves: Shelves,
    private readonly parts: ProjectionParts,
  ) {
    const { store, batching, log } = parts;
    this.projector = new Projector(store, database, shelves, this.turns, batching, log);
    this.builder = new Builder(store, database, shelves, this.turns, log);
  }

  /** Why it is interrupted, while it tries again. */
  get trouble(): string | undefined {
    return this.projector.trouble;
  }

  get unknownTypes(): ReadonlyMap<string, number> {
    return this.projector.unknownTypes;
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

  /** Folds a view anew; resolves when it has taken its place. */
  async rebuild(name: string): Promise<void> {
    const shelf = this.shelves.of(name);
    if (!shelf) throw new NotFound(`there is no view ${name}`);
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

  /** Ends after what is being written. */
  async stop(): Promise<void> {
    this.ending.abort(new ReadSideDown('the read side is closed'));
    await Promise.allSettled(this.tasks);
    await this.turns.take(async () => undefined);
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
