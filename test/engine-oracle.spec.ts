import fc from 'fast-check';
import type { Row } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import { day, GivenLog, DATABASES, emptied, openDatabase, openReadSideOn, type TestDatabase } from '#testing';
import {
  CORRECTED,
  CORRECTED_INTO_A_ROW,
  happenings,
  historyOf,
  oracle,
  UNCORRECTED,
  VIEWS,
} from './support/oracle.js';

/** How many random logs are tried. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 25);

async function listed(readSide: ReadSide, name: string, asOf: string, position: bigint): Promise<Record<string, Row>> {
  const page = await readSide.list(name, { asOf, knownAt: { position }, limit: 1000 });
  return Object.fromEntries(page.rows.map(({ key, row }) => [key, row]));
}

describe.each(DATABASES)('rows with two times in %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  afterAll(() => database.close());

  const opened = async (log: GivenLog, most: number) => {
    return openReadSideOn(await emptied(database), { store: log, views: VIEWS, batching: { most, linger: 0 } });
  };

  it.each([
    ['the log', UNCORRECTED],
    ['a log with corrections', CORRECTED],
  ])(
    'are what folding %s up to both times gives, however it is cut into batches, and again when it is folded anew',
    async (_, kinds) => {
      await fc.assert(
        fc.asyncProperty(
          happenings(kinds),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 40 }),
          async (happened, cut, most) => {
            const history = historyOf(happened);
            const readSide = await opened(new GivenLog(history, cut), most);
            const last = BigInt(history.length);
            expect(await readSide.waitFor(last, 5_000)).toBe(true);
            for (let position = 0n; position <= last; position++) {
              for (const asOf of [day(0), day(1), day(3), day(5), day(8), day(20)]) {
                for (const definition of VIEWS) {
                  expect({ asOf, position, rows: await listed(readSide, definition.name, asOf, position) }).toEqual({
                    asOf,
                    position,
                    rows: oracle(definition, history, asOf, position),
                  });
                }
              }
            }
            for (const { name } of VIEWS) {
              const digest = await readSide.digest(name);
              await readSide.rebuild(name);
              expect([name, await readSide.digest(name)]).toEqual([name, digest]);
            }
            await readSide.close();
          },
        ),
        { numRuns: RUNS, examples: [[CORRECTED_INTO_A_ROW, 1, 1]] },
      );
    },
    180_000,
  );
});
