import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NO_STREAM, START, type EventStore } from '#eventsourcing';
import { newEvent, newEvents, storeContract } from '#testing';
import { openSqliteReader } from './sqlite-reader.js';
import { openSqliteStore } from './sqlite-store.js';

storeContract('the sqlite store', {
  open: async (options) => {
    const folder = mkdtempSync(join(tmpdir(), 'steadfast-store-'));
    const path = join(folder, 'log.db');
    let store = openSqliteStore(path, options);
    return {
      store,
      reopen: async () => {
        await store.close();
        return (store = openSqliteStore(path));
      },
      dispose: async () => {
        await store.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
  paced: true,
  idsUnique: true,
  durable: true,
});

/** Runs a case with a path at which there is no log yet. */
async function withPath(work: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'steadfast-store-'));
  try {
    await work(join(folder, 'log.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a case with a store, which is closed whatever comes of it. */
async function using<T>(store: EventStore, work: (store: EventStore) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Changes a log behind its store's back. */
function tamper(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

const refused = (message: RegExp): unknown =>
  expect.objectContaining({ name: 'CannotOpenLog', message: expect.stringMatching(message) as string });

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('the positions of a log in a file', () => {
  it('have no gaps, whatever was refused in between', () =>
    withPath((path) =>
      using(openSqliteStore(path), async (store) => {
        const appends = Array.from({ length: 1_500 }, (_, n) =>
          store.append(`light-${String(n)}`, newEvents(1 + (n % 3)), n % 5 === 0 ? 3 : NO_STREAM),
        );
        const taken = (await Promise.allSettled(appends)).filter(({ status }) => status === 'fulfilled');
        expect(taken.length).toBe(1_200);
        const positions = (await store.readAll(START, 10_000)).map(({ position }) => Number(position));
        expect(positions).toEqual(positions.map((_, at) => at + 1));
        expect(await store.lastPosition()).toBe(BigInt(positions.length));
      }),
    ));
});

describe('a log in a file', () => {
  it('is as it was when it is opened again, however much of it is in its index', () =>
    withPath(async (path) => {
      const long = newEvents(5_000);
      await using(openSqliteStore(path), async (store) => {
        await store.append('light-short', newEvents(1), NO_STREAM);
        for (let at = 0; at < 5_000; at += 100) await store.append('light-long', long.slice(at, at + 100), at - 1);
      });
      await using(openSqliteStore(path), async (store) => {
        expect((await store.read('light-long')).events.map(({ id }) => id)).toEqual(long.map(({ id }) => id));
        expect((await store.read('light-long', 4_990, 5)).events.map(({ revision }) => revision)).toEqual([
          4_990, 4_991, 4_992, 4_993, 4_994,
        ]);
        for (const at of [0, 700, 4_900]) {
          const again = await store.append('light-long', long.slice(at, at + 100), at - 1);
          expect(again).toEqual({ revision: at + 99, position: BigInt(at + 101) });
        }
        for (const event of [long[3]!, long[4_998]!]) {
          await expect(store.append('light-other', [event], NO_STREAM)).rejects.toThrow('light-other');
        }
      });
    }));

  it('is one file, whichever way it is reached', () =>
    withPath(async (path) => {
      await using(openSqliteStore(path), async () => {
        symlinkSync(path, `${path}-link`);
        expect(errorOf(() => openSqliteStore(`${path}-link`))).toEqual(refused(/is being written by another process$/));
      });
      await using(openSqliteStore(`${path}-link`), async (store) => {
        expect(await store.lastPosition()).toBe(START);
      });
    }));

  it('has one writer', () =>
    withPath(async (path) => {
      await using(openSqliteStore(path), async (store) => {
        expect(errorOf(() => openSqliteStore(path))).toEqual(refused(/is being written by another process$/));
        expect((await store.append('light-1', [newEvent()], NO_STREAM)).position).toBe(1n);
      });
      await openSqliteStore(path).close();
    }));

  it('is not opened where nothing can be written', () =>
    withPath(async (path) => {
      writeFileSync(path, '');
      expect(errorOf(() => openSqliteStore(join(path, 'log.db')))).toEqual(refused(/^cannot write to .*log\.db: /));
    }));

  it('is not opened where the file is something else', () =>
    withPath(async (path) => {
      writeFileSync(path, 'not a database, '.repeat(1_000));
      expect(errorOf(() => openSqliteStore(path))).toEqual(refused(/^cannot open .*: file is not a database$/));
      rmSync(path);
      tamper(path, 'CREATE TABLE notes (text TEXT)');
      expect(errorOf(() => openSqliteStore(path))).toEqual(refused(/is not a log of this program$/));
    }));

  it('is not opened by a program that does not know its shape', () =>
    withPath(async (path) => {
      await openSqliteStore(path).close();
      tamper(path, 'PRAGMA user_version = 2');
      expect(errorOf(() => openSqliteStore(path))).toEqual(refused(/is a log of shape 2, this program reads shape 1$/));
      expect(errorOf(() => openSqliteReader(path))).toEqual(refused(/is a log of shape 2/));
    }));

  it('is not opened where an event is missing from it', () =>
    withPath(async (path) => {
      await using(openSqliteStore(path), (store) => store.append('light-1', newEvents(5), NO_STREAM));
      tamper(path, 'DELETE FROM events WHERE position = 3');
      expect(errorOf(() => openSqliteStore(path))).toEqual(refused(/is damaged: it holds 4 events up to position 5$/));
    }));
});

describe('a commit that fails', () => {
  it('fails every append that waited for it, and the store goes on once commits succeed', () =>
    withPath((path) =>
      using(openSqliteStore(path), async (store) => {
        const [event, events] = [newEvent(), newEvents(2)];
        await store.append('light-1', [event], NO_STREAM);
        const other = new DatabaseSync(path);
        other.exec('BEGIN IMMEDIATE');
        const failed = await Promise.allSettled([
          store.append('light-1', events, 0),
          store.append('light-2', newEvents(1), NO_STREAM),
        ]);
        expect(failed).toEqual(
          [1, 2].map(() => ({
            status: 'rejected',
            reason: expect.objectContaining({
              name: 'CommitFailed',
              message: 'the log could not be written: database is locked',
            }) as unknown,
          })),
        );
        expect(await store.read('light-1')).toMatchObject({ events: [{ id: event.id }], revision: 0 });
        other.exec('ROLLBACK');
        other.close();
        expect(await store.append('light-1', events, 0)).toEqual({ revision: 2, position: 3n });
        expect(await store.append('light-2', newEvents(1), NO_STREAM)).toEqual({ revision: 0, position: 4n });
      }),
    ));
});

describe('a reader beside the writer', () => {
  it('reads streams and the log as the writer does, indexed or not', () =>
    withPath((path) =>
      using(openSqliteStore(path), (store) =>
        using(openSqliteReader(path), async (reader) => {
          for (let n = 0; n < 50; n++) await store.append('light-1', newEvents(50), n * 50 - 1);
          await store.append('light-2', newEvents(3), NO_STREAM);
          for (const read of [
            (from: EventStore) => from.read('light-1'),
            (from: EventStore) => from.read('light-1', 2_000, 120),
            (from: EventStore) => from.read('light-1', 2_499),
            (from: EventStore) => from.read('light-2', 1),
            (from: EventStore) => from.read('light-3'),
            (from: EventStore) => from.readAll(7n, 2_100),
            (from: EventStore) => from.lastPosition(),
          ])
            expect(await read(reader)).toEqual(await read(store));
        }),
      ),
    ));

  it('is woken by commits, and looks by itself where it is not told', () =>
    withPath((path) =>
      using(openSqliteStore(path), async (store) => {
        for (const [patience, told] of [
          [60_000, true],
          [20, false],
        ] as const) {
          await using(openSqliteReader(path, { patience }), async (reader) => {
            const before = await reader.lastPosition();
            const batches = reader.subscribe(before, AbortSignal.timeout(4_000))[Symbol.asyncIterator]();
            const next = batches.next();
            const event = newEvent();
            if (told) await store.append(`light-${event.id}`, [event], NO_STREAM);
            else tamper(path, `INSERT INTO events VALUES (${String(before + 1n)}, 'light-9', 0, 'told-nobody', '{}')`);
            expect((await next).value).toMatchObject([{ id: told ? event.id : 'told-nobody' }]);
          });
        }
      }),
    ));

  it('appends nothing, and needs a log that is there', () =>
    withPath(async (path) => {
      expect(errorOf(() => openSqliteReader(path))).toEqual(refused(/^cannot open .*: there is no such file$/));
      await openSqliteStore(path).close();
      await using(openSqliteReader(path), async (reader) => {
        await expect(reader.append('light-1', [newEvent()], NO_STREAM)).rejects.toThrow('was opened for reading only');
      });
    }));
});
