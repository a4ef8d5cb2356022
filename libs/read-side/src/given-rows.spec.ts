import fc from 'fast-check';
import { sql } from '#eventsourcing';
import { given, givenRows } from './given-rows.js';
import { openPglite } from './pglite.js';

const value = fc.option(
  fc
    .oneof(
      fc.constantFrom('', '\n', '\x01', 'a\nb', '"', '\\', '{}', 'NULL', '\r\n', '\t'),
      fc.string({ unit: 'grapheme' }),
    )
    .map((text) => text.replaceAll('\0', '')),
);
const row = fc.record({
  text: value,
  also: fc.oneof(fc.constant('the same'), value),
  number: fc.option(fc.maxSafeInteger()),
});

describe('rows that are sent to the database', () => {
  it('come as they were given, whatever texts they hold and whether or not these are all the same', async () => {
    const database = await openPglite();
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
          const columns = [
            given(
              'text',
              'text',
              rows.map(({ text }) => text),
            ),
            given(
              'also',
              'text',
              rows.map(({ also }) => also),
            ),
            given(
              'number',
              'int8',
              rows.map(({ number }) => number),
            ),
          ];
          const come = await database.run(sql`select * from ${givenRows(columns)} given`);
          expect(
            come.map(({ number, ...texts }) => ({ ...texts, number: number === null ? null : Number(number) })),
          ).toEqual(rows);
        }),
        { numRuns: 300 },
      );
    } finally {
      await database.close();
    }
  });
});
