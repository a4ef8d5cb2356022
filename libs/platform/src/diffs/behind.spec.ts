import fc from 'fast-check';
import type { Explanation } from '#read-side';
import { differingBehind, type Place } from './behind.js';

type Added = Readonly<Record<string, string>>;

/** Pages of a few rows in the order of their keys' bytes, as the read side lists them. */
function pagesOf(rows: Added, size: number) {
  const sorted = Object.entries(rows).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return (cursor: string | undefined): Promise<Explanation> => {
    const from = Number(cursor ?? 0);
    const page = sorted.slice(from, from + size).map(([key, adds]) => ({ key, row: { key }, adds, events: [] }));
    const next = from + size < sorted.length ? { next: String(from + size) } : {};
    return Promise.resolve({ view: 'pledges', rows: page, ...next } as unknown as Explanation);
  };
}

const added = fc.dictionary(
  fc.constantFrom('a', 'b', 'é', 'z', '\u{1f600}', '\uffee', 'A', '10', '9', ''),
  fc.constantFrom('1', '2'),
);

describe('what is behind a figure at two moments', () => {
  it('differs in each row that is behind one alone or adds another amount, whatever the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        added,
        added,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (was, is, size, limit) => {
          const read = { before: pagesOf(was, size), after: pagesOf(is, size) };
          let place: Place | undefined = { before: null, after: null, key: null };
          const found: (readonly [string, string | undefined, string | undefined])[] = [];
          while (place) {
            const { rows, next } = await differingBehind(read, place, limit);
            expect(rows.length).toBeLessThanOrEqual(limit);
            found.push(
              ...rows.map(
                ({ key, before, after }) => [key, before?.adds ?? undefined, after?.adds ?? undefined] as const,
              ),
            );
            place = next;
          }
          const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => was[key] !== is[key]);
          const sorted = keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
          expect(found).toEqual(sorted.map((key) => [key, was[key], is[key]]));
        },
      ),
    );
  });
});
