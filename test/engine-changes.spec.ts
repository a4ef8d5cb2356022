import fc from 'fast-check';
import type { AnyView, Row } from '#eventsourcing';
import type { Changes, Condition, ReadSide } from '#read-side';
import { GivenLog, DATABASES, emptied, openDatabase, openReadSideOn, type TestDatabase } from '#testing';
import { CORRECTED, happenings, historyOf, oracle, VIEWS } from './support/oracle.js';

/** How many random logs are tried. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 15);

/** A time after which nothing happens. */
const END = '9999-12-31T23:59:59.999Z';

const FILTERS: readonly (readonly [condition: Condition, holds: (key: string, row: Row) => boolean])[] = [
  [{ column: 'key', in: ['a', 'c'] }, (key) => key !== 'b'],
  [{ column: 'times', in: ['1', '3'] }, (_, { times }) => times === 1 || times === 3],
];

type Rows = Readonly<Record<string, Row>>;

/** Every change after a position, a few events at a time; none is left out of a page. */
async function changesAfter(
  readSide: ReadSide,
  view: string,
  from: bigint,
  until: bigint,
  where: readonly Condition[],
): Promise<Changes['changes']> {
  const changes: Changes['changes'][number][] = [];
  for (let after = from; after < until;) {
    const page = await readSide.changes(view, { after, where, limit: 3 });
    expect(page.position).toBeGreaterThan(after);
    changes.push(...page.changes);
    after = page.position;
  }
  return changes;
}

/** The rows after each position, by changing those before. */
function followed(before: Rows, changes: Changes['changes'], from: bigint, until: bigint): readonly Rows[] {
  const rows = new Map(Object.entries(before));
  return Array.from({ length: Number(until - from) }, (_, index) => {
    for (const change of changes.filter(({ event: { position } }) => position === from + BigInt(index + 1))) {
      for (const { key, before: was, after: is } of change.rows) {
        expect({ key, row: rows.get(key) }).toEqual({ key, row: was?.row });
        if (is) rows.set(key, is.row);
        else rows.delete(key);
      }
    }
    return Object.fromEntries(rows);
  });
}

function only(rows: Rows, holds: (key: string, row: Row) => boolean): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([key, row]) => holds(key, row)));
}

const filtersOf = ({ columns }: AnyView) =>
  FILTERS.filter(([{ column }]) => column === 'key' || Object.hasOwn(columns, column));

describe.each(DATABASES)('the changes of a view in %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  afterAll(() => database.close());

  it('make of the rows at any position those at every later one, and are the same when the view is folded anew', async () => {
    await fc.assert(
      fc.asyncProperty(happenings(CORRECTED), fc.nat(25), async (happened, start) => {
        const history = historyOf(happened);
        const last = BigInt(history.length);
        const parts = { store: new GivenLog(history), views: VIEWS, batching: { most: 7, linger: 0 } };
        const readSide = await openReadSideOn(await emptied(database), parts);
        expect(await readSide.waitFor(last, 5_000)).toBe(true);
        for (const definition of VIEWS) {
          const { name } = definition;
          const at = (position: bigint) => oracle(definition, history, END, position);
          const later = Array.from({ length: history.length }, (_, index) => at(BigInt(index + 1)));
          const all = await changesAfter(readSide, name, 0n, last, []);
          expect(followed({}, all, 0n, last)).toEqual(later);
          const from = BigInt(start % (history.length + 1));
          expect(await changesAfter(readSide, name, from, last, [])).toEqual(
            all.filter((change) => change.event.position > from),
          );
          for (const [condition, holds] of filtersOf(definition)) {
            const chosen = await changesAfter(readSide, name, from, last, [condition]);
            expect(followed(only(at(from), holds), chosen, from, last)).toEqual(
              later.slice(Number(from)).map((rows) => only(rows, holds)),
            );
          }
          if (definition !== VIEWS[0]) continue;
          await readSide.rebuild(name);
          expect(await changesAfter(readSide, name, 0n, last, [])).toEqual(all);
        }
        await readSide.close();
      }),
      { numRuns: RUNS },
    );
  }, 180_000);
});
