import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSharedReadSide, type ListRequest, type ReadSide } from '#read-side';
import { openSqliteReader } from '#stores';
import { questions, views } from '#views';
import { openPostgresServer } from '../../libs/testing/src/postgres-server.ts';
import { composeIn, settingsOf } from '../support/compose.ts';
import type { Bench, BenchRow } from './row.ts';

const FOREVER = 3_600_000;
const NOW = '2026-11-01T00:00:00.000Z';
const money = { in: 'EUR', rates: 'gen-2022-02' };

const sums = { in: 'EUR', rates: ['gen-2022-02'] };

/** What each question is asked where it is known up to a position, by what that is called; those that are not named take no parameters. */
const askedOf = (known: number): Readonly<Record<string, Readonly<Record<string, object>>>> => ({
  totals: {
    'totals of what is allocated, by donor': { ...sums, measure: ['allocated'], by: 'donor' },
    'totals of four measures, by month': {
      ...sums,
      measure: ['pledged', 'committed', 'allocated', 'delivered'],
      by: 'month',
    },
  },
  concentration: { concentration: { measure: 'allocated', ...money } },
  revision: {
    'revision since a tenth of the log ago': { measure: 'allocated', ...money, since: String(Math.floor(known * 0.9)) },
    'revision since half of the log ago': { measure: 'allocated', ...money, since: String(known >> 1) },
  },
  'contested-figures': { 'contested-figures': money },
  coverage: { coverage: { by: 'category' } },
  donors: { donors: money },
  funnel: { funnel: money },
  situation: { situation: money },
  'meeting-pack': { 'meeting-pack': { group: 'udcg' } },
});

/** What a generated history has nothing of: it comes from no release of a source, and has no price lists. */
const NOT_ASKED: readonly string[] = ['releases', 'valuation'];

const run = promisify(execFile);

const { services } = composeIn('compose.production.yaml');

/** Every question, and pages of a list at any depth, over a generated history in PostgreSQL with every view: now, and at any two times. */
export const benchQuestions: Bench = async ({ quick }) => {
  const directory = mkdtempSync(join(tmpdir(), 'steadfast-questions-'));
  const log = join(directory, 'log.sqlite');
  const server = await openPostgresServer(settingsOf(services.postgres!));
  try {
    const cli = join(import.meta.dirname, '../../dist/apps/cli/src/main.js');
    await run(process.execPath, [
      cli,
      'generate',
      '--events',
      quick ? '20000' : '1000000',
      '--seed',
      '1',
      '--into',
      log,
    ]);
    const url = await server.database();
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'rebuild-child.ts'), url, log, 'every']);
    const { rate, memory } = JSON.parse(stdout) as { rate: number; memory: number };
    return [
      { name: `a generated history into all ${views.length} views, PostgreSQL`, value: rate, unit: 'events/s' },
      { name: 'the most memory of the process that folds them', value: memory, unit: 'MiB' },
      ...(await answered(url, log, quick ? 3 : 20)),
    ];
  } finally {
    await server.close();
    rmSync(directory, { recursive: true });
  }
};

async function answered(url: string, log: string, times: number): Promise<BenchRow[]> {
  const store = openSqliteReader(log);
  const last = await store.lastPosition();
  const readSide = openSharedReadSide({ url, store, views, questions, mayLead: false, now: () => NOW });
  try {
    await readSide.waitFor(last, FOREVER);
    const anyTimes = Array.from({ length: times }, (_, index) => anyAt(index / times, Number(last)));
    const rows: BenchRow[] = [];
    for (const { name } of questions.filter((one) => !NOT_ASKED.includes(one.name))) {
      for (const called of Object.keys(askedOf(0)[name] ?? { [name]: {} })) {
        const askedAt = (known: bigint) => askedOf(Number(known))[name]?.[called] ?? {};
        const now = await slowest(anyTimes, () => readSide.ask(name, askedAt(last)));
        const then = await slowest(anyTimes, (at) => readSide.ask(name, askedAt(at.knownAt.position), at));
        rows.push({ name: `${called}, now, p95`, value: now, unit: 'ms' });
        rows.push({ name: `${called}, at any asOf and knownAt, p95`, value: then, unit: 'ms' });
      }
    }
    return [...rows, ...(await pages(readSide, times))];
  } finally {
    await readSide.close();
    await store.close();
  }
}

/** Two times a share of the way through the history, known from its middle to its end, whatever is true then. */
function anyAt(share: number, last: number) {
  const asOf = new Date(Date.parse('2022-06-01') + share * (Date.parse(NOW) - Date.parse('2022-06-01'))).toISOString();
  return { asOf, knownAt: { position: BigInt(Math.ceil(last * (0.5 + ((share * 7) % 1) / 2))) } };
}

/** Lists of the pledges, by what a page of them is called. */
const LISTS: Readonly<Record<string, ListRequest>> = {
  'a page of 100 pledges': {},
  'a page of 100 pledges of one donor': { where: [{ column: 'donor', in: ['DEU'] }] },
  'a page of 100 pledges by what is allocated': { sort: [{ column: 'allocated', descending: true }] },
};

/** Pages of 100 rows of each list, from the first to one as deep as they go. */
async function pages(readSide: ReadSide, times: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [called, list] of Object.entries(LISTS)) {
    const cursors: (string | undefined)[] = [undefined];
    for (let page = 0; page < times * 10; page++) {
      const { next } = await readSide.list('pledges', { ...list, limit: 1_000, cursor: cursors.at(-1) });
      if (next === undefined) break;
      cursors.push(next);
    }
    const taken = await slowest(cursors, (cursor) => readSide.list('pledges', { ...list, limit: 100, cursor }));
    rows.push({ name: `${called}, to a depth of ${(cursors.length - 1) * 1_000}, p95`, value: taken, unit: 'ms' });
  }
  return rows;
}

/** What 95 of 100 take at most, in ms, after each was done once. */
async function slowest<T>(of: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> {
  if (of[0] !== undefined) await work(of[0]);
  const taken: number[] = [];
  for (const one of of) {
    const began = performance.now();
    await work(one);
    taken.push(performance.now() - began);
  }
  return taken.toSorted((a, b) => a - b)[Math.ceil(taken.length * 0.95) - 1] ?? NaN;
}
