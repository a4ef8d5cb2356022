import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql, type NewEvent } from '#eventsourcing';
import { connectReadSide, openReadSide, pgliteIn, type ReadSide } from '#read-side';
import { openSqliteStore } from '#stores';
import { day, event, GivenLog } from '#testing';
import { end, howMany, words } from './support/toy-answers.js';

const scratch = mkdtempSync(join(tmpdir(), 'steadfast-places-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const said = (position: number) => event(position, 'Said', { key: `k${position}`, word: 'w' });

describe('a read database in a directory', () => {
  const directory = join(scratch, 'read');
  const mark = `${directory}.open`;
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const opened = async (count: number) => {
    const store = new GivenLog(Array.from({ length: count }, (_, index) => said(index + 1)));
    const database = pgliteIn(directory, { log });
    const readSide = await openReadSide({ store, views: [words], questions: [], database, log });
    expect(await readSide.waitFor(BigInt(count), 10_000)).toBe(true);
    return readSide;
  };

  it('is there when it is opened again, and leaves no mark when it was closed', async () => {
    const first = await opened(3);
    expect(existsSync(mark)).toBe(true);
    const digest = await first.digest('words');
    await first.close();
    expect(existsSync(mark)).toBe(false);
    const second = await opened(3);
    expect(await second.digest('words')).toEqual(digest);
    await second.close();
    expect(lines).toEqual([]);
  }, 60_000);

  it('is dropped and folded anew where it cannot be read', async () => {
    const base = join(directory, 'base');
    for (const database of readdirSync(base)) {
      for (const file of readdirSync(join(base, database))) writeFileSync(join(base, database, file), 'spoilt');
    }
    const readSide = await opened(4);
    expect((await readSide.list('words', { asOf: day(60) })).rows).toHaveLength(4);
    await readSide.close();
    expect(lines.splice(0)).toEqual([expect.stringMatching(/^dropping the read database, which cannot be read: /)]);
  }, 60_000);

  it('is dropped and folded anew once it turned out to be damaged', async () => {
    const first = await opened(4);
    await first.close();
    const database = await pgliteIn(directory)(false);
    const [table] = await database.run(
      sql`select pg_relation_filepath(schemaname || '.versions') as path from pg_tables where tablename = 'versions'`,
    );
    await database.close();
    const file = join(directory, table?.path as string);
    writeFileSync(file, Buffer.alloc(statSync(file).size, 1));
    const damaged = await opened(4);
    await expect(damaged.list('words')).rejects.toThrow(/invalid page/);
    await damaged.close();
    const anew = await opened(4);
    expect((await anew.list('words', { asOf: day(60) })).rows).toHaveLength(4);
    await anew.close();
    expect(lines.splice(0)).toEqual(['dropping the read database: it was found to be unreadable']);
  }, 60_000);

  it('is dropped and folded anew where the machine went down over it', async () => {
    writeFileSync(mark, 'another boot of this machine');
    const readSide = await opened(5);
    await readSide.close();
    expect(lines.splice(0)).toEqual(['dropping the read database: the machine went down while it was open']);
  }, 60_000);
});

describe('a read side in a thread of its own', () => {
  const logFile = join(scratch, 'log.sqlite');
  const store = openSqliteStore(logFile);
  const lines: string[] = [];
  let readSide: ReadSide;
  let position = 0n;

  const append = async (count: number) => {
    const stream = `toy-${String(position)}`;
    const events = Array.from({ length: count }, (_, index): NewEvent => {
      const { id, type, data, at, occurredAt, metadata } = said(Number(position) + index + 1);
      return { id: `${id}-${stream}`, type, data, at, occurredAt, metadata };
    });
    position = (await store.append(stream, events, -1)).position;
  };

  beforeAll(async () => {
    await append(3);
    readSide = await connectReadSide({
      start: () =>
        new Worker(join(import.meta.dirname, 'support/toy-read-side.worker.ts'), {
          workerData: { logFile, databaseUrl: `pglite:${join(scratch, 'threaded')}` },
          execArgv: ['--import', join(import.meta.dirname, 'support/typescript.ts')],
        }),
      views: [words],
      questions: [howMany, end],
      log: (line) => lines.push(line),
    });
  }, 60_000);
  afterAll(async () => {
    await readSide.close();
    await store.close();
  });

  it('answers as one in this thread does, and follows the log', async () => {
    expect(await readSide.waitFor(position, 10_000)).toBe(true);
    await append(2);
    expect(await readSide.waitFor(position, 10_000)).toBe(true);
    const { answer, ...at } = await readSide.ask('howMany', { atLeast: 5 }, { asOf: day(60) });
    expect([answer, at]).toEqual([
      { n: 5 },
      { asOf: day(60), knownAt: { position: 5n, time: day(5) }, position: 5n, failures: [] },
    ]);
    expect((await readSide.row('words', 'k5'))?.row).toEqual({ word: 'w' });
    expect((await readSide.status()).views).toMatchObject([{ name: 'words', status: 'live', position: 5n }]);
  }, 30_000);

  it('refuses with the same errors', async () => {
    await expect(readSide.ask('howMany', { atLeast: 9 })).rejects.toMatchObject({
      name: 'BadQuestion',
      code: 'TooFew',
      facts: { atLeast: 9 },
    });
    await expect(readSide.list('nothing')).rejects.toMatchObject({
      name: 'NotFound',
      message: 'there is no view nothing',
    });
    await expect(readSide.list('words', { knownAt: { position: 99n } })).rejects.toMatchObject({ name: 'NotReady' });
  });

  it('is started again once when its thread ends, and is down when that ends too soon', async () => {
    await expect(readSide.ask('end', {})).rejects.toMatchObject({ name: 'ReadSideDown' });
    await append(1);
    expect(await readSide.waitFor(position, 20_000)).toBe(true);
    expect((await readSide.list('words', { asOf: day(60) })).rows).toHaveLength(6);
    await expect(readSide.ask('end', {})).rejects.toMatchObject({ name: 'ReadSideDown' });
    await expect(readSide.status()).rejects.toMatchObject({ name: 'ReadSideDown' });
    expect(lines).toEqual([
      'the thread of the read side ended: with code 3; starting it again',
      'the thread of the read side ended: with code 3; the read side is down',
    ]);
  }, 60_000);
});
