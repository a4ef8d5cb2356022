import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql, Sql } from '#eventsourcing';
import { openReadSide, type Database, type ReadSide } from '#read-side';
import { openSqliteReader } from '#stores';
import { openDatabase, type TestDatabase } from '#testing';
import { questions, views } from '#views';
import { build, run, scratch } from './support/launch.js';

jest.setTimeout(120_000);

/** A step of a plan, as EXPLAIN tells it. */
interface Step {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  readonly Plans?: readonly Step[];
}

/** The tables that PostgreSQL would read from end to end for a statement: a view by its name, or `log`. */
async function scannedBy(database: Database, statement: Sql): Promise<readonly string[]> {
  const [first = '', ...rest] = statement.text;
  const [row] = await database.run(new Sql([`explain (verbose, format json) ${first}`, ...rest], statement.values));
  const plans = row!['QUERY PLAN'] as readonly { readonly Plan: Step }[];
  const steps: readonly Step[] = plans.flatMap(({ Plan }) => Plan);
  return steps.flatMap(scans);
}

function scans(step: Step): readonly string[] {
  const below = (step.Plans ?? []).flatMap(scans);
  if (step['Node Type'] !== 'Seq Scan') return below;
  const { Schema: schema = '', 'Relation Name': relation = '' } = step;
  return [relation === 'log' ? 'log' : schema.replace(/^steadfast_view_/, '').replace(/_[0-9a-f]{8}$/, ''), ...below];
}

describe('the plans over a long history in PostgreSQL', () => {
  const store = join(scratch(), 'log.sqlite');
  const statements: Sql[] = [];
  let database: TestDatabase;
  let readSide: ReadSide;

  /** What is read from end to end for what is asked; each statement is planned as it is sent. */
  async function scanned(ask: () => Promise<unknown>): Promise<readonly string[]> {
    statements.length = 0;
    await ask();
    const sent = statements.filter(({ text: [first = ''] }) => /^\s*(select|with)\b/i.test(first));
    expect(sent.length).toBeGreaterThan(0);
    const tables: string[] = [];
    for (const statement of sent) tables.push(...(await scannedBy(database, statement)));
    return [...new Set(tables)].toSorted();
  }

  beforeAll(async () => {
    build();
    expect(await run('cli', {}, 'generate', '--events', '30000', '--seed', '1', '--into', store)).toMatchObject({
      code: 0,
    });
    database = await openDatabase('PostgreSQL');
    const log = openSqliteReader(store);
    const watched: Database = {
      ...database,
      run: (statement) => {
        statements.push(statement);
        return database.run(statement);
      },
      close: async () => {
        await log.close();
      },
    };
    readSide = await openReadSide({ store: log, views, questions, database: async () => watched });
    await readSide.waitFor(await log.lastPosition(), 100_000);
  });
  afterAll(async () => {
    await readSide.close();
    await database.close();
  });

  it('rest on what the tables are like as soon as the history is folded, and on tables that were cleaned', async () => {
    // `last_vacuum` is of a cleaning that was asked for, not of the server's own.
    const uncleaned = sql`select count(*)::int as tables from pg_class c join pg_stat_user_tables s on s.relid = c.oid
      where c.relname in ('versions', 'log') and pg_relation_size(c.oid) > 500000 and (c.reltuples < 0 or s.last_vacuum is null)`;
    let tables = Infinity;
    for (const until = performance.now() + 20_000; tables > 0 && performance.now() < until;) {
      tables = (await database.run(uncleaned))[0]?.tables as number;
      await pause(50);
    }
    expect(tables).toBe(0);
  });

  it('tell apart what is read from end to end', async () => {
    expect(await scanned(() => readSide.list('pledges', { sort: [{ column: 'made', descending: true }] }))).toEqual([
      'pledges',
    ]);
  });

  it.each(['pledges', 'allocations', 'activity', 'commitments'])(
    'of a page of %s go by its key, at any depth and both times',
    async (view) => {
      const { next, knownAt } = await readSide.list(view, { limit: 1_000 });
      const deep = await readSide.list(view, { limit: 1_000, cursor: next! });
      const then = { asOf: '2024-01-01T00:00:00.000Z', knownAt: { position: knownAt.position / 2n } };
      expect(await scanned(() => readSide.list(view, { limit: 100 }))).toEqual([]);
      expect(await scanned(() => readSide.list(view, { limit: 100, cursor: deep.next! }))).toEqual([]);
      expect(await scanned(() => readSide.list(view, { limit: 100, ...then }))).toEqual([]);
    },
  );

  it('of a row, its history and its changes go by its key', async () => {
    const [first] = (await readSide.list('pledges', { limit: 1 })).rows;
    const { key, position } = first!;
    expect(await scanned(() => readSide.row('pledges', key))).toEqual([]);
    expect(await scanned(() => readSide.history('pledges', key))).toEqual([]);
    expect(await scanned(() => readSide.changes('pledges', { after: position, limit: 10 }))).toEqual([]);
  });

  it('of events go by what they are asked for by', async () => {
    const [first] = (await readSide.events({ limit: 1 })).events;
    const { stream } = first!;
    for (const asked of [{}, { after: 20_000n }, { stream }, { party: 'DEU' }, { type: 'PledgeMade' }])
      expect(await scanned(() => readSide.events({ ...asked, limit: 100 }))).toEqual([]);
    const knownAt = { time: '2024-01-01T00:00:00.000Z' };
    expect(await scanned(() => readSide.events({ knownAt, limit: 100 }))).toEqual([]);
  });

  it('of what is behind a figure look its events up', async () => {
    const money = { in: 'EUR', rates: ['gen-2022-02'], measure: ['allocated'], by: 'donor' };
    expect(
      await scanned(() => readSide.explain('totals', money, 'allocated/gen-2022-02', { limit: 100 })),
    ).not.toContain('log');
  });

  /** A history that is made up comes from no release of a source, and has no price lists. */
  const asked = questions.map(({ name }) => name).filter((name) => !['releases', 'valuation'].includes(name));
  it.each(asked)('of the question %s read neither the log nor the activity from end to end', async (name) => {
    const money = { in: 'EUR', rates: 'gen-2022-02', measure: 'allocated' };
    const own: Readonly<Record<string, object>> = {
      totals: { ...money, rates: ['gen-2022-02'], measure: ['allocated'], by: 'donor' },
      revision: { ...money, since: '29000' },
      coverage: { by: 'category' },
      'meeting-pack': { group: 'udcg' },
    };
    const tables = await scanned(() => readSide.ask(name, own[name] ?? money));
    expect(tables).not.toContain('log');
    expect(tables).not.toContain('activity');
  });
});
