import { randomUUID } from 'node:crypto';
import {
  handle,
  KeyReused,
  Rejection,
  streamOf,
  type Actor,
  type Command,
  type CommandMetadata,
  type Ledger,
  type Receipt,
} from '#eventsourcing';
import { Import, type ImportEvent, type ImportState } from '#domain';
import { pacing, type Plan, type PlannedCommand, type Reject } from '#importers';
import type { CommandTable } from '../commands/command-table.js';
import { understand, type FieldError } from '../commands/understand.js';
import { Problem } from '../problems/problem.js';
import { inLanes } from './in-lanes.js';
import { breachesOf, inRowOrder, refusalsOf, type Noted } from './noted.js';

/** What an import came to, counted in rows: rows = added + unchanged + rejects. */
export interface ImportResult {
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
  readonly breaches: number;
  readonly rejects: readonly Reject[];
}

/** A plan on its way into the ledger. */
export interface ImportRun {
  readonly ledger: Ledger;
  readonly table: CommandTable;
  readonly plan: Plan;
  readonly actor: Actor;
  readonly file: { readonly name: string; readonly sha256: string };
  /** Stops the import between two commands. */
  readonly signal: AbortSignal;
  /** Told how many more rows are dealt with. */
  readonly progress: (rows: number) => void;
}

/** The import was stopped between two commands; run again, it goes on. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

const LANES = 64;

/** What has been counted so far. */
interface Tally {
  added: number;
  unchanged: number;
  readonly noted: Noted[];
  readonly rejects: Reject[];
}

/**
 * Sends a plan into the ledger: the import is started, the lanes run beside each other, breaches are recorded in the order of the rows, and the
 * import is finished. Run again after a crash it ends as if it had run once; run again after it finished it appends nothing.
 */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const { plan, signal, progress } = run;
  const opened = await open(run);
  const tally: Tally = { added: 0, unchanged: 0, noted: [], rejects: [...plan.rejects] };
  progress(plan.rejects.length);
  const pace = pacing();
  const send = async (planned: PlannedCommand) => {
    if (signal.aborted) throw new ImportStopped('the import was stopped');
    await count(await sent(run, planned), planned, { run, opened, tally });
    progress(planned.rows.length);
    await pace();
  };
  for (const planned of plan.first) await send(planned);
  await inLanes(LANES, plan.lanes, async (lane) => {
    for (const planned of lane) await send(planned);
  });
  const noted = inRowOrder([...plan.breaches, ...tally.noted]);
  for (const one of noted) {
    if (signal.aborted) throw new ImportStopped('the import was stopped');
    await ownCommand(run, 'RecordBreach', one.breach, one.rows);
  }
  const result = { rows: plan.rows, added: tally.added, unchanged: tally.unchanged, breaches: noted.length };
  await ownCommand(run, 'FinishImport', { ...result, rejects: tally.rejects.length });
  return { ...result, rejects: tally.rejects.toSorted((a, b) => a.row - b.row) };
}

/** Where the log stood when the import of this very file was started, and whether it had been finished since. */
interface Opened {
  readonly position: bigint;
  readonly finished: boolean;
}

async function open(run: ImportRun): Promise<Opened> {
  const { plan, file, ledger } = run;
  const stream = streamOf(Import, plan.importId);
  const { state } = await ledger.folds.read<ImportState>(ledger.store, Import, stream);
  const finished = state.status === 'finished' && state.sha256 === file.sha256;
  const { source, release, rows } = plan;
  await ownCommand(run, 'StartImport', { source, release, file: file.name, sha256: file.sha256, rows });
  return { position: await startedAt(ledger, stream), finished };
}

async function startedAt({ store }: Ledger, stream: string): Promise<bigint> {
  const { events } = await store.read(stream);
  const started = events.findLast(({ type }) => type === ('ImportStarted' satisfies ImportEvent['type']));
  if (!started) throw new Error(`${stream} was not started`);
  return started.position;
}

/** What became of a planned command. */
type Sending = { readonly receipt: Receipt } | { readonly refused: Rejection } | { readonly wrong: Problem } | 'known';

async function sent({ ledger, table, plan, actor }: ImportRun, planned: PlannedCommand): Promise<Sending> {
  const { type, data } = planned.intent;
  const row = table.get(type);
  if (!row) throw new Error(`the house has no command ${type}`);
  const { source, release } = plan;
  const metadata: CommandMetadata = {
    commandId: planned.commandId,
    by: { subject: actor.subject, party: planned.party ?? actor.party, roles: ['historian'] },
    at: new Date().toISOString(),
    occurredAt: planned.occurredAt,
    reported: true,
    imported: { source, release, rows: planned.rows },
  };
  try {
    const command: Command = { type, data: understand(row.shape, data), metadata };
    return { receipt: await handle(ledger, row.law, command) };
  } catch (error) {
    if (error instanceof Rejection) return { refused: error };
    if (error instanceof Problem) return { wrong: error };
    if (error instanceof KeyReused) return 'known';
    throw error;
  }
}

async function count(
  sending: Sending,
  planned: PlannedCommand,
  { run: { plan }, opened, tally }: { run: ImportRun; opened: Opened; tally: Tally },
): Promise<void> {
  const rows = planned.rows.length;
  if (sending === 'known') tally.unchanged += rows;
  else if ('wrong' in sending) tally.rejects.push(...rejectsOf(planned, sending.wrong, plan));
  else if ('refused' in sending) {
    tally.noted.push(...refusalsOf(planned, sending.refused, plan));
    tally[opened.finished ? 'unchanged' : 'added'] += rows;
  } else {
    const { events, replayed, position, stream } = sending.receipt;
    const isNew = events.length > 0 && (!replayed || (!opened.finished && position > opened.position));
    tally[isNew ? 'added' : 'unchanged'] += rows;
    tally.noted.push(...breachesOf(planned, events, stream));
  }
}

/** A row whose command the house does not understand is one that the importer could not read. */
function rejectsOf({ rows, intent }: PlannedCommand, problem: Problem, plan: Plan): Reject[] {
  const [error] = (problem.facts.errors ?? []) as readonly FieldError[];
  const field = error?.field ?? '';
  return rows.map(({ row }) => ({
    row,
    column: Object.keys(plan.contentOf(row))[0] ?? '',
    value: field,
    reason: `${intent.type} is not understood: ${error?.message ?? problem.detail}`,
  }));
}

async function ownCommand(
  { ledger, table, plan, actor }: ImportRun,
  type: 'StartImport' | 'RecordBreach' | 'FinishImport',
  data: object,
  rows: PlannedCommand['rows'] = [],
): Promise<void> {
  const row = table.get(type);
  if (!row) throw new Error(`the house has no command ${type}`);
  const { importId, source, release } = plan;
  const at = new Date().toISOString();
  const metadata: CommandMetadata = {
    commandId: randomUUID(),
    by: { ...actor, roles: ['historian'] },
    at,
    occurredAt: at,
    ...(rows.length > 0 && { imported: { source, release, rows } }),
  };
  await handle(ledger, row.law, { type, data: understand(row.shape, { importId, ...data }), metadata });
}
