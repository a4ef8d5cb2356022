import { sql } from '#eventsourcing';
import type { Database } from './database.js';
import { ReadSideDown } from './read-side.js';

/** This process led, and no longer does; what it was about to write is not written. */
export class NoLongerLeading extends Error {
  override readonly name = 'NoLongerLeading';
}

/** Makes an epoch of the lead, which ends all before: waits until what an earlier leader is writing is written or given up. */
export async function nextEpoch(database: Database): Promise<bigint> {
  return database.transaction(async (run) => {
    await run(sql`create schema if not exists steadfast`);
    await run(
      sql`create table if not exists steadfast.leader (one boolean primary key check (one), epoch int8 not null)`,
    );
    const [row] = await run(sql`insert into steadfast.leader as l values (true, 1)
      on conflict (one) do update set epoch = l.epoch + 1 returning epoch`);
    return BigInt(row?.epoch as string);
  });
}

/**
 * A database for the leader of an epoch. Whatever is written is written in a transaction that first makes sure of the epoch and keeps the
 * next from beginning before it ends, so one who was frozen and thawed writes nothing. `onTrouble` is told once a transaction failed in
 * such a way that what is in memory may not be what is in the database.
 */
export function fenced(database: Database, epoch: bigint, onTrouble: (error: Error) => void): Database {
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof NoLongerLeading || error instanceof ReadSideDown) onTrouble(error);
      throw error;
    }
  };
  return {
    run: (statement) => watched(database.run(statement)),
    transaction: (work) =>
      watched(
        database.transaction(async (run, beside) => {
          const own = await run(sql`select 1 from steadfast.leader where epoch = ${String(epoch)}::int8 for share`);
          if (own.length === 0) throw new NoLongerLeading('another process leads by now');
          return work(run, beside);
        }),
      ),
    tidy: (tables) => database.tidy(tables),
    settle: (tables) => database.settle(tables),
    close: async () => undefined,
  };
}
