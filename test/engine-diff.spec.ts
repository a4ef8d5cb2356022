import fc from 'fast-check';
import type { AnyView, Row } from '#eventsourcing';
import type { Condition, ReadSide, RowChange } from '#read-side';
import { day, GivenLog, DATABASES, emptied, openDatabase, openReadSideOn, type TestDatabase } from '#testing';
import { causes, CORRECTED, happenings, historyOf, oracle, VIEWS, type Moment } from './support/oracle.js';

/** How many random logs are tried. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 15);

const FILTERS: readonly (readonly [condition: Condition, holds: (key: string, row: Row) => boolean])[] = [
  [{ column: 'key', in: ['a', 'c'] }, (key) => key !== 'b'],
  [{ column: 'times', in: ['1', '3'] }, (_, { times }) => times === 1 || times === 3],
];

const timesOf = ({ asOf, position }: Moment) => ({ asOf, knownAt: { position } });

/** All that differs, a page of so many at a time. */
async function allOf(
  readSide: ReadSide,
  view: string,
  [from, to]: readonly [Moment, Moment],
  where: readonly Condition[],
  limit: number,
): Promise<readonly RowChange[]> {
  const rows: RowChange[] = [];
  let cursor: string | undefined;
  do {
    const page = await readSide.diff(view, { from: timesOf(from), to: timesOf(to), where, limit, cursor });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

/** The rows after changes to them; each must find the row that it changes. */
function changed(rows: Record<string, Row>, changes: readonly RowChange[]): Record<string, Row> {
  const after = new Map(Object.entries(rows));
  for (const { key, before, after: row } of changes) {
    expect({ key, row: after.get(key) }).toEqual({ key, row: before?.row });
    if (row) after.set(key, row.row);
    else after.delete(key);
  }
  return Object.fromEntries(after);
}

function only(rows: Record<string, Row>, holds: (key: string, row: Row) => boolean): Record<string, Row> {
  return Object.fromEntries(Object.entries(rows).filter(([key, row]) => holds(key, row)));
}

describe.each(DATABASES)('what differs between two moments in %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  afterAll(() => database.close());

  it('makes the rows of the one of those of the other, and no row differs without an event that is why', async () => {
    const moment = fc.record({ asOf: fc.integer({ min: 0, max: 9 }).map(day), at: fc.nat(25) });
    const moments = fc.array(fc.tuple(moment, moment), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(happenings(CORRECTED), moments, async (happened, pairs) => {
        const history = historyOf(happened);
        const last = history.length;
        const parts = { store: new GivenLog(history), views: VIEWS, batching: { most: 7, linger: 0 } };
        const readSide = await openReadSideOn(await emptied(database), parts);
        expect(await readSide.waitFor(BigInt(last), 5_000)).toBe(true);
        for (const pair of pairs) {
          const [from, to] = pair.map(({ asOf, at }) => ({ asOf, position: BigInt(at % (last + 1)) })) as [
            Moment,
            Moment,
          ];
          for (const definition of VIEWS) {
            const [before, after] = [from, to].map((m) => oracle(definition, history, m.asOf, m.position)) as [
              Rows,
              Rows,
            ];
            const changes = await allOf(readSide, definition.name, [from, to], [], 2);
            expect({ from, to, rows: changed(before, changes) }).toEqual({ from, to, rows: after });
            expect(whyOf(changes)).toEqual(
              changes.map(({ key }) => [key, causes(definition, history, key, [from, to])]),
            );
            expect(changes.filter(({ events }) => events.length === 0)).toEqual([]);
            for (const [condition, holds] of filtersOf(definition)) {
              const chosen = await allOf(readSide, definition.name, [from, to], [condition], 1);
              expect(changed(only(before, holds), chosen)).toEqual(only(after, holds));
            }
          }
        }
        await readSide.close();
      }),
      { numRuns: RUNS },
    );
  }, 180_000);

  type Rows = Record<string, Row>;
  const whyOf = (changes: readonly RowChange[]) =>
    changes.map(({ key, events }) => [key, events.map(({ position }) => position)]);
  const filtersOf = ({ columns }: AnyView) =>
    FILTERS.filter(([{ column }]) => column === 'key' || Object.hasOwn(columns, column));
});
