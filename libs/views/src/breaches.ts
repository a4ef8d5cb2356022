import type { BreachRecorded } from '#domain';
import { integer, json, text, view } from '#eventsourcing';

type BreachRow = {
  readonly import: string;
  readonly row: number;
  readonly rule: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>> | null;
  readonly stream: string;
  readonly detail: string;
};

/** Imported facts that break a rule, by `import/row/code/stream` (R32). */
export const breaches = view<BreachRow, BreachRecorded>('breaches', {
  columns: {
    import: text('The import that brought it.'),
    row: integer('The number of the row in the file.'),
    rule: text('The rule that is broken, by its number.'),
    code: text('The refusal that a command would have met.'),
    facts: json('What the refusal says besides.'),
    stream: text('The stream that the row went into.'),
    detail: text('What is wrong, in words.'),
  },
  key: ({ data: { importId, row, code, stream } }) => [importId, row, code, stream].join('/'),
  on: {
    BreachRecorded: (_, { data: { importId, row, rule, code, facts, stream, detail } }) => ({
      ...{ import: importId, row, rule, code, facts: facts ?? null, stream, detail },
    }),
  },
});
