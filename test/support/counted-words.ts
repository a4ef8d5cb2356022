import { integer, view, type Event, type Row } from '#eventsourcing';

type Said = Event<'Said', { key: string; word: string }>;

/** How many words were said under each key: one that is folded twice shows. */
export const countedWords = view<Row & { readonly times: number }, Said>('countedWords', {
  columns: { times: integer() },
  key: ({ data }) => data.key,
  on: { Said: (row) => ({ times: (row?.times ?? 0) + 1 }) },
});
