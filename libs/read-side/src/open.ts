import { START, type AnyQuestion, type AnyView, type EventStore } from '#eventsourcing';
import { entriesIn, type Checkpoint } from './catalogue.js';
import type { Database, Run } from './database.js';
import { dropFolding } from './dropping.js';
import { Engine, type Parts } from './engine.js';
import { migrated, startAnew } from './layout.js';
import { eventsAt } from './log.js';
import { Projection } from './projection.js';
import type { Around } from './projector.js';
import type { ReadSide } from './read-side.js';
import { Shelves } from './shelves.js';
import { beginFolding, left, shelve } from './shelving.js';

/** What a read side is made of, wherever its database is. */
export interface ReadSideParts {
  readonly store: EventStore;
  readonly views: readonly AnyView[];
  readonly questions?: readonly AnyQuestion[];
  /** The edition of the code that folds are made of: another one folds every view anew, beside the old. */
  readonly edition?: string;
  /** The most events that are folded at once, and how many milliseconds to wait for more at most. */
  readonly batching?: { readonly most?: number; readonly linger?: number };
  readonly log?: (line: string) => void;
  /** What is done around the folding of a batch; nothing unless given. */
  readonly around?: Around;
  /** What `asOf` is where nothing is said, in ISO 8601; the machine's time unless given. */
  readonly now?: () => string;
}

/** How a read side is opened that has a database of its own. */
export interface ReadSideOptions extends ReadSideParts {
  /** Opens the database; called again with `anew` where what it gave could not be read. */
  readonly database: (anew: boolean) => Promise<Database>;
}

/** Opens the read side, dropping and rebuilding what cannot be read or does not belong to the log; it follows the log from then on. */
export async function openReadSide(options: ReadSideOptions): Promise<ReadSide> {
  checkNames(options.views);
  const { database, checkpoint } = await openDatabase(options, options.log ?? silent);
  const { shelves, projection } = await projectionOn(database, checkpoint, options);
  const engine = new Engine(database, shelves, partsOf(options), projection);
  projection.start();
  return engine;
}

/** What an engine takes of the options, with what is not said in them. */
export function partsOf({ store, views, questions = [], now = currently }: ReadSideParts): Parts {
  return { store, views, questions, now };
}

/** The projection of a log into a database whose checkpoint is this one, not started yet. */
export async function projectionOn(
  database: Database,
  checkpoint: Checkpoint,
  { store, views, edition = '', batching, around = justDo, log = silent }: ReadSideParts,
): Promise<{ shelves: Shelves; projection: Projection }> {
  const declared = await database.transaction((run) => shelve(run, views, edition, checkpoint));
  for (const entry of left(await entriesIn(database.run), declared)) await dropFolding(database, entry);
  const shelves = new Shelves(checkpoint, new Map(declared.map((shelf) => [shelf.view.name, shelf])));
  const projection = new Projection(database, shelves, {
    store,
    log,
    batching: { most: batching?.most ?? 3_000, linger: batching?.linger ?? 200, around },
    anew: (view) => database.transaction((run) => beginFolding(run, view, edition, 'building')),
  });
  return { shelves, projection };
}

async function openDatabase(
  options: ReadSideOptions,
  log: (line: string) => void,
): Promise<{ database: Database; checkpoint: Checkpoint }> {
  const last = await options.store.lastPosition();
  let database: Database | undefined;
  try {
    database = await options.database(false);
    return { database, checkpoint: await checked(database, options.store, last, log) };
  } catch (error) {
    log(`dropping the read database, which cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    await database?.close().catch(() => undefined);
    const another = await options.database(true);
    return { database: another, checkpoint: await another.transaction(startAnew) };
  }
}

/** The checkpoint of a database, which is made anew where it was not folded from this log, whose last position is given. */
export async function checked(
  database: Database,
  store: EventStore,
  last: bigint,
  log: (line: string) => void,
): Promise<Checkpoint> {
  const found = await database.transaction(migrated);
  if (!found) return database.transaction(startAnew);
  await entriesIn(database.run);
  const reason = await strangeTo(store, database.run, found, last);
  if (reason === undefined) return found;
  log(`dropping the read database: ${reason}`);
  return database.transaction(startAnew);
}

/** Why a database was not folded from this log. */
async function strangeTo(
  store: EventStore,
  run: Run,
  { position }: Checkpoint,
  last: bigint,
): Promise<string | undefined> {
  if (position > last) return `it stands at position ${String(position)}, but the log ends at ${String(last)}`;
  if (position === START) return undefined;
  const [folded] = await eventsAt(run, [position]);
  const [logged] = await store.readAll(position - 1n, 1);
  return folded?.id === logged?.id && logged?.position === position
    ? undefined
    : `position ${String(position)} of the log is another event than the one folded`;
}

/** Throws where two views have one name, or a column has one that none can have. */
export function checkNames(views: readonly AnyView[]): void {
  const names = new Set<string>();
  for (const { name, columns } of views) {
    if (names.has(name)) throw new Error(`there are two views called ${name}`);
    names.add(name);
    for (const column of Object.keys(columns)) {
      if (!/^[a-z][A-Za-z0-9]{0,58}$/.test(column) || column === 'key')
        throw new Error(`the column ${column} of the view ${name} is not in lower camel case, or is called key`);
    }
  }
}

const silent = () => undefined;

const justDo: Around = (_, fold) => fold();

function currently(): string {
  return new Date().toISOString();
}
