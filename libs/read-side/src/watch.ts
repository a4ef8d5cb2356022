import { setTimeout as sleep } from 'node:timers/promises';
import { sql, START, type AnyView, type Row, type Sql } from '#eventsourcing';
import { entryOf, type Checkpoint, type Entry } from './catalogue.js';
import { isGone, type Database } from './database.js';
import { fromPostgres } from './instant.js';
import { LAYOUT } from './layout.js';
import { isLed } from './lead.js';
import { ReadSideDown } from './read-side.js';
import { Shelves, Stand, type Shelf } from './shelves.js';
import { Turns } from './turns.js';

/** How often to look, in ms: while nobody waits, and while somebody does, who may wait a tenth longer than it takes anyway. */
const PACE = { usual: 100, awaited: 15, longestDelay: 2_000 };
const LONGER = 0.1;

/** How long the database may take to say how things stand, in ms, before it counts as away: a network that loses what is sent says nothing. */
const PATIENCE = 5_000;

/** After how long without a leader it is said that there is none, in ms: one who takes over needs some seconds. */
const LEADERLESS = 15_000;

/** How often to ask whether somebody leads, in ms. */
const BETWEEN_ASKING = 2_000;

const NOTHING: Checkpoint = { position: START, knownAt: '' };

/** How the views stand in a database that another process, or another part of this one, folds them into. */
export class Watch {
  readonly shelves: Shelves;
  /** Why nothing is learnt of it, while it is tried again. */
  trouble: string | undefined = 'the read database was not reached yet';
  private mark = '';
  private ledAt = performance.now();
  private askedAt = 0;
  private awaitedAt = 0;
  private wake: () => void = () => undefined;
  private readonly turns = new Turns();
  private readonly ending = new AbortController();
  private readonly declared: ReadonlyMap<string, Shelf>;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    views: readonly AnyView[],
    private readonly log: (line: string) => void,
  ) {
    this.declared = new Map(views.map((view) => [view.name, { view }]));
    this.shelves = new Shelves(NOTHING, this.declared);
    this.shelves.isKnown = false;
    this.shelves.awaited = () => {
      this.awaitedAt = performance.now();
      this.wake();
    };
  }

  start(): void {
    this.running ??= this.run(this.ending.signal);
  }

  async stop(): Promise<void> {
    this.ending.abort();
    this.wake();
    await this.running;
  }

  /** Throws `ReadSideDown` as long as nothing is known. */
  ensureKnown(): void {
    if (!this.shelves.isKnown) throw new ReadSideDown(this.trouble ?? 'nothing was folded into the read database yet');
  }

  /** Looks once, after whoever looks already. */
  look(): Promise<void> {
    return this.turns.take(async () => {
      const found = await this.found();
      this.shelves.isKnown = found !== undefined;
      this.mark = found?.mark ?? '';
      if (!found || found.entries) this.place(found?.entries ?? []);
      this.shelves.checkpoint = found ?? NOTHING;
      this.shelves.moved();
      await this.askWhoLeads();
    });
  }

  /**
   * The checkpoint, and the foldings if they are not those of the last time, which is told by who wrote them last; `undefined` where nobody ever
   * folded into this database.
   */
  private async found(): Promise<Found | undefined> {
    const mark = this.shelves.isKnown ? this.mark : '';
    try {
      const [row] = await this.ask(sql`select position, known_at, mark, case when mark <> ${mark} then (
          select coalesce(json_agg(json_build_object('schema', schema, 'name', name, 'hash', hash, 'columns', columns, 'standing', standing,
            'position', position::text, 'failure', failure)), '[]') from steadfast.views) end as entries
        from steadfast.checkpoint cross join (
          select coalesce(string_agg(schema || xmin::text, ' ' order by schema), '') as mark from steadfast.views) as views
        where layout = ${String(LAYOUT)}`);
      return row && foundOf(row);
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  private async ask(statement: Sql): Promise<readonly Row[]> {
    const answered = new AbortController();
    const late = async () => {
      await sleep(PATIENCE, undefined, { signal: answered.signal });
      throw new ReadSideDown(`the read database does not answer within ${PATIENCE / 1_000} s`);
    };
    try {
      return await Promise.race([this.database.run(statement), late()]);
    } finally {
      answered.abort();
    }
  }

  /** Puts each folding where it stands; what is on its shelf already stays the same. */
  private place(entries: readonly Entry[]): void {
    for (const shelf of this.declared.values()) {
      const own = entries.filter(({ name }) => name === shelf.view.name);
      const put = (entry: Entry | undefined): Stand | undefined => {
        const known = [shelf.serving, shelf.building].find((stand) => stand?.entry.schema === entry?.schema);
        if (known && entry) known.entry = entry;
        return known ?? (entry && new Stand(entry));
      };
      const serving = put(own.find(({ standing }) => standing !== 'building' && standing !== 'dropped'));
      const building = put(own.findLast(({ standing }) => standing === 'building'));
      shelf.serving = serving;
      shelf.building = building;
    }
  }

  private async askWhoLeads(): Promise<void> {
    const now = performance.now();
    if (now - this.askedAt > BETWEEN_ASKING) {
      this.askedAt = now;
      if (await isLed((statement) => this.ask(statement))) this.ledAt = now;
    }
    this.trouble = now - this.ledAt > LEADERLESS ? 'no worker folds the log into the read database' : undefined;
  }

  private async run(signal: AbortSignal): Promise<void> {
    let delay = PACE.usual;
    while (!signal.aborted) {
      try {
        await this.look();
        delay = this.pace;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (this.trouble !== message) this.log(message);
        this.trouble = message;
        delay = Math.min(Math.max(2 * delay, PACE.usual), PACE.longestDelay);
      }
      await this.pause(delay);
    }
  }

  private get pace(): number {
    const longer = (performance.now() - this.awaitedAt) * LONGER;
    return this.shelves.isAwaited ? Math.min(Math.max(PACE.awaited, longer), PACE.usual) : PACE.usual;
  }

  /** Waits, until somebody begins to wait for a position. */
  private async pause(milliseconds: number): Promise<void> {
    const waking = new AbortController();
    this.wake = () => {
      waking.abort();
    };
    if (!this.ending.signal.aborted)
      await sleep(milliseconds, undefined, { signal: waking.signal }).catch(() => undefined);
    this.wake = () => undefined;
  }
}

interface Found extends Checkpoint {
  readonly mark: string;
  readonly entries: readonly Entry[] | undefined;
}

function foundOf(row: Row): Found {
  return {
    position: BigInt(row.position as string),
    knownAt: fromPostgres(row.known_at as string),
    mark: row.mark as string,
    entries: (row.entries as readonly Row[] | null)?.map(entryOf),
  };
}
