import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { sql } from '#eventsourcing';
import type { Run } from './database.js';
import { NoLongerLeading } from './fence.js';

/** The lock that the leader holds, in a session of its own: "STEADFAS" in ASCII. */
const LOCK = 6_004_220_829_236_478_291n;

/** How long the server takes a session for alive that says nothing, how often the leader says something, and how often others ask for the lock; in ms. */
const PACE = { silence: 4_000, beat: 1_000, ask: 500, answer: 3_000, longestDelay: 5_000 };

/** One of the processes that share a database leads: it holds a lock there, which the server takes from one that died or is frozen. */
export class Candidacy {
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;

  /** `during` is called whenever this process leads; it is to end soon after the signal aborts. */
  constructor(
    private readonly url: string,
    private readonly during: (signal: AbortSignal) => Promise<void>,
    private readonly log: (line: string) => void,
  ) {}

  start(): void {
    this.running ??= this.run(this.ending.signal);
  }

  /** Ends, and lets another one lead. */
  async stop(): Promise<void> {
    this.ending.abort(new NoLongerLeading('this process ends'));
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    let delay = PACE.ask;
    while (!signal.aborted) {
      const began = performance.now();
      try {
        await this.once(signal);
      } catch (error) {
        this.say(error);
      }
      if (performance.now() - began > PACE.longestDelay) delay = PACE.ask;
      await sleep(delay, undefined, { signal }).catch(() => undefined);
      delay = Math.min(2 * delay, PACE.longestDelay);
    }
  }

  private say(error: unknown): void {
    if (this.ending.signal.aborted) return;
    this.log(`leading is interrupted: ${error instanceof Error ? error.message : String(error)}`);
  }

  /** Stands by until this process leads, and ends when it no longer does. */
  private async once(signal: AbortSignal): Promise<void> {
    const lost = new AbortController();
    const session = new Client({
      ...{ connectionString: this.url, keepAlive: true, application_name: 'steadfast leader' },
      ...{ connectionTimeoutMillis: PACE.longestDelay, query_timeout: PACE.answer },
    });
    session.on('error', (error) => {
      lost.abort(error);
    });
    session.on('end', () => {
      lost.abort(new NoLongerLeading('the session of the leader ended'));
    });
    const until = AbortSignal.any([signal, lost.signal]);
    try {
      await session.connect();
      await session.query(`set idle_session_timeout = ${String(PACE.silence)}`);
      while (!(await isGranted(session))) await sleep(PACE.ask, undefined, { signal: until });
      await Promise.all([this.lead(until, lost), beat(session, until, lost)]);
      lost.signal.throwIfAborted();
    } catch (error) {
      throw lost.signal.aborted ? lost.signal.reason : error;
    } finally {
      // To a server that is gone there is no good-bye.
      await Promise.race([session.end().catch(() => undefined), sleep(PACE.beat, undefined, { ref: false })]);
    }
  }

  private async lead(until: AbortSignal, lost: AbortController): Promise<void> {
    try {
      await this.during(until);
      lost.abort(new NoLongerLeading('this process no longer leads'));
    } catch (error) {
      lost.abort(error);
    }
  }
}

async function isGranted(session: Client): Promise<boolean> {
  const { rows } = await session.query<{ granted: boolean }>(`select pg_try_advisory_lock(${String(LOCK)}) as granted`);
  return rows[0]?.granted === true;
}

/** Says something every now and then, so that the server keeps the session, and learns when it did not. */
async function beat(session: Client, until: AbortSignal, lost: AbortController): Promise<void> {
  try {
    for (;;) {
      await sleep(PACE.beat, undefined, { signal: until });
      await session.query('select 1');
    }
  } catch (error) {
    if (!until.aborted) lost.abort(error);
  }
}

/** Whether some process leads. */
export async function isLed(run: Run): Promise<boolean> {
  const rows = await run(sql`select 1 from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())
    and classid::int8 << 32 | objid::int8 = ${String(LOCK)}::int8`);
  return rows.length > 0;
}
