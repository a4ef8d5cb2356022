import { BadQuestion, integer, question, sql, text, view, type Event, type Row } from '#eventsourcing';

type Said = Event<'Said', { key: string; word: string }>;

/** The last word of each key. */
export const words = view<Row & { readonly word: string }, Said>('words', {
  columns: { word: text() },
  key: ({ data }) => data.key,
  on: { Said: (_, { data }) => ({ word: data.word }) },
});

class HowMany {
  atLeast = 0;
}

/** How many words there are. */
export const howMany = question<HowMany, { readonly n: number }, object>('howMany', {
  about: 'How many words there are.',
  fields: { n: integer('How many words there are.') },
  parameters: HowMany,
  reads: [words],
  ask: (_, tables) => sql`select count(*)::int as n from ${tables.visible(words)} words`,
  answer: ([row], { atLeast }) => {
    if ((row?.n ?? 0) < atLeast) throw new BadQuestion('TooFew', 'there are fewer words than that', { atLeast });
    return { n: row?.n };
  },
});

/** Ends the thread that it is asked in. */
export const end = question<object, Row, object>('end', {
  about: 'Ends the thread that it is asked in.',
  fields: {},
  parameters: HowMany,
  reads: [words],
  ask: () => process.exit(3),
  answer: () => ({}),
});
