import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { plain, same } from '../values/plain.js';
import type * as commands from './import.commands.js';

export type ImportStarted = Event<
  'ImportStarted',
  { importId: string; source: string; release: string; file: string; sha256: string; rows: number }
>;
/** `facts` are those of the refusal that a live command would have met. */
export type BreachRecorded = Event<
  'BreachRecorded',
  {
    importId: string;
    row: number;
    rule: string;
    code: string;
    facts?: Readonly<Record<string, string>>;
    stream: string;
    detail: string;
  }
>;
export type ImportFinished = Event<
  'ImportFinished',
  { importId: string; rows: number; added: number; unchanged: number; breaches: number; rejects: number }
>;

export type ImportEvent = ImportStarted | BreachRecorded | ImportFinished;
export type ImportCommand = CommandsOf<typeof commands>;

/** An import: the file it reads, the breaches noted of it, and what it last came to. */
export type ImportState =
  | { readonly status: 'none' }
  | {
      readonly status: 'running' | 'finished';
      readonly sha256: string;
      readonly breaches: ReadonlySet<string>;
      readonly result?: ImportFinished['data'];
    };

const markOf = ({ row, code, stream }: { row: number; code: string; stream: string }) =>
  `${String(row)} ${code} ${stream}`;

/** The import of one release of one source (R31, R32). */
export const Import = decider<ImportCommand, ImportEvent, ImportState>({
  stream: 'import',
  id: 'importId',
  initial: { status: 'none' },
  may: { StartImport: ['historian'], RecordBreach: ['historian'], FinishImport: ['historian'] },

  decide: {
    StartImport: ({ data: { importId, source, release, file, sha256, rows } }, state) =>
      state.status !== 'none' && state.sha256 === sha256
        ? []
        : [{ type: 'ImportStarted', data: { importId, source, release, file, sha256, rows } }],

    RecordBreach: ({ data: { importId, row, rule, code, facts, stream, detail } }, state) => {
      ensure(state.status !== 'none', 'NoSuchImport', { importId });
      if (state.breaches.has(markOf({ row, code, stream }))) return [];
      const named = facts && Object.fromEntries(facts.map(({ name, value }) => [name, value]));
      return [{ type: 'BreachRecorded', data: plain({ importId, row, rule, code, facts: named, stream, detail }) }];
    },

    /** A finished import that a later run adds nothing to stays as it finished. */
    FinishImport: ({ data: { importId, rows, added, unchanged, breaches, rejects } }, state) => {
      ensure(state.status !== 'none', 'NoSuchImport', { importId });
      const data = { importId, rows, added, unchanged, breaches, rejects };
      if (state.status === 'finished' && (added === 0 || same(data, state.result))) return [];
      return [{ type: 'ImportFinished', data }];
    },
  },

  evolve: {
    ImportStarted: (_, { data: { sha256 } }) => ({ status: 'running', sha256, breaches: new Set() }),
    BreachRecorded: (state, { data }) => ({
      ...begun(state),
      breaches: new Set(begun(state).breaches).add(markOf(data)),
    }),
    ImportFinished: (state, { data }) => ({ ...begun(state), status: 'finished', result: data }),
  },
});

function begun(state: ImportState): Exclude<ImportState, { status: 'none' }> {
  if (state.status === 'none') throw new Error('an import goes on before it was started');
  return state;
}
