import { startAnew } from './layout.js';
import type { Checkpoint } from './catalogue.js';
import type { Database } from './database.js';
import { Engine, type Keeper } from './engine.js';
import { fenced, nextEpoch } from './fence.js';
import { Candidacy } from './lead.js';
import { checked, checkNames, partsOf, projectionOn, type ReadSideParts } from './open.js';
import { openPostgres, type PostgresOptions } from './postgres.js';
import type { Projection } from './projection.js';
import { ReadSideDown, type ReadSide } from './read-side.js';
import { askForRebuild, serveRebuilds } from './rebuilds.js';
import { Watch } from './watch.js';

/** What is done by the process that leads alone, until the signal aborts; it is to end soon after. */
export type Duty = (signal: AbortSignal) => Promise<void>;

/** How a read side is opened whose database several processes share. */
export interface SharedOptions extends ReadSideParts, PostgresOptions {
  /** `postgres://…` */
  readonly url: string;
  /** Whether this process may lead, and so fold; else it only reads. */
  readonly mayLead: boolean;
}

/** A read side whose database several processes share: one of them leads and folds, all read. */
export interface SharedReadSide extends ReadSide {
  /** Whether this process leads. */
  readonly leads: boolean;
  /** Has something done whenever this process leads, from now on. */
  whenLeading(duty: Duty): void;
}

/** Opens a read side in a shared database, which need not be there yet: until it is, reads reject with `ReadSideDown`. */
export function openSharedReadSide(options: SharedOptions): SharedReadSide {
  checkNames(options.views);
  const database = openPostgres(options.url, options);
  const { log = silent } = options;
  const watch = new Watch(database, options.views, log);
  const office = new Office(database, options);
  const candidacy = options.mayLead ? new Candidacy(options.url, (signal) => office.hold(signal), log) : undefined;
  watch.start();
  candidacy?.start();
  return new SharedEngine(database, options, { watch, office, candidacy });
}

const silent = () => undefined;

interface Places {
  readonly watch: Watch;
  readonly office: Office;
  readonly candidacy: Candidacy | undefined;
}

class SharedEngine extends Engine implements SharedReadSide {
  constructor(
    database: Database,
    options: SharedOptions,
    private readonly places: Places,
  ) {
    super(database, places.watch.shelves, partsOf(options), keeperOf(database, places));
  }

  get leads(): boolean {
    return this.places.office.projection !== undefined;
  }

  whenLeading(duty: Duty): void {
    this.places.office.take(duty);
  }
}

function keeperOf(database: Database, { watch, office, candidacy }: Places): Keeper {
  const ending = new AbortController();
  return {
    get trouble() {
      return watch.trouble ?? office.projection?.trouble;
    },
    get unknownTypes() {
      return office.projection?.unknownTypes ?? new Map<string, number>();
    },
    rebuild: async (view) => {
      await askForRebuild(database, view, ending.signal);
      await watch.look();
    },
    ensureKnown: () => {
      watch.ensureKnown();
    },
    look: () => watch.look(),
    stop: async () => {
      ending.abort(new ReadSideDown('the read side is closed'));
      await candidacy?.stop();
      await watch.stop();
    },
  };
}

/** PostgreSQL's codes for tables that are not as they should be: another shape, or damaged. */
const UNREADABLE = /^(42...|XX00[12])$/;

/** The lead, as long as this process holds it: the projection, and what else the leader does. */
class Office {
  projection: Projection | undefined;
  private readonly duties: Duty[] = [];
  private held: { readonly begin: (duty: Duty) => void } | undefined;

  constructor(
    private readonly database: Database,
    private readonly options: SharedOptions,
  ) {}

  take(duty: Duty): void {
    this.duties.push(duty);
    this.held?.begin(duty);
  }

  /** Leads until the signal aborts. Throws where what is in memory may not be what is in the database, to begin anew. */
  async hold(signal: AbortSignal): Promise<void> {
    const trouble = new AbortController();
    const until = AbortSignal.any([signal, trouble.signal]);
    const database = fenced(this.database, await nextEpoch(this.database), (error) => {
      trouble.abort(error);
    });
    const checkpoint = await this.checkpoint(database);
    const { projection } = await projectionOn(database, checkpoint, this.options);
    until.addEventListener('abort', () => void projection.stop(), { once: true });
    until.throwIfAborted();
    projection.start();
    this.projection = projection;
    this.options.log?.('this process leads');
    const going: Promise<void>[] = [];
    const begin = (duty: Duty) => {
      going.push(
        duty(until).catch((error: unknown) => {
          trouble.abort(error);
        }),
      );
    };
    this.duties.forEach(begin);
    this.held = { begin };
    try {
      await serveRebuilds(database, projection, until);
      trouble.signal.throwIfAborted();
    } finally {
      trouble.abort();
      await Promise.allSettled([projection.stop(), ...going]);
      this.projection = this.held = undefined;
    }
  }

  private async checkpoint(database: Database): Promise<Checkpoint> {
    const { store, log = silent } = this.options;
    const last = await store.lastPosition();
    try {
      return await checked(database, store, last, log);
    } catch (error) {
      if (!UNREADABLE.test(String((error as { code?: unknown }).code))) throw error;
      log(`dropping the read database, which cannot be read: ${(error as Error).message}`);
      return database.transaction(startAnew);
    }
  }
}
