import type { ImportFinished, ImportStarted } from '#domain';
import { integer, text, timestamp, view } from '#eventsourcing';

type ImportRow = {
  readonly status: 'running' | 'finished';
  readonly source: string | null;
  readonly release: string | null;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly rows: number;
  readonly added: number | null;
  readonly unchanged: number | null;
  readonly breaches: number | null;
  readonly rejects: number | null;
  readonly started: string | null;
  readonly finished: string | null;
};

const NOTHING = { source: null, release: null, file: null, sha256: null, started: null };
const NO_RESULT = { added: null, unchanged: null, breaches: null, rejects: null, finished: null };

/** Imports, by their id; counts are rows of the file; `finished` is when one last did, also while it runs again. */
export const imports = view<ImportRow, ImportStarted | ImportFinished>('imports', {
  columns: {
    status: text('running or finished.'),
    source: text('Whose data it is.'),
    release: text('Which release of them.'),
    file: text('The name of the file.'),
    sha256: text('The digest of the file (SHA-256).'),
    rows: integer('How many rows the file has.'),
    added: integer('How many rows brought something new.'),
    unchanged: integer('How many rows were there already.'),
    breaches: integer('How many rules the rows break.'),
    rejects: integer('How many rows were left out.'),
    started: timestamp('When it began.'),
    finished: timestamp('When it last ended.'),
  },
  key: ({ data }) => data.importId,
  on: {
    ImportStarted: (before, { data: { source, release, file, sha256, rows }, occurredAt }) => ({
      ...{ ...NO_RESULT, finished: before?.finished ?? null },
      ...{ status: 'running', source, release, file, sha256, rows, started: occurredAt },
    }),
    ImportFinished: (row = { ...NOTHING, ...NO_RESULT, status: 'running', rows: 0 }, { data, occurredAt }) => {
      const { rows, added, unchanged, breaches, rejects } = data;
      return { ...row, status: 'finished', rows, added, unchanged, breaches, rejects, finished: occurredAt };
    },
  },
});
