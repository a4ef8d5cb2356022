import { streamOf } from '#eventsourcing';
import { Import, type ImportEvent, type ImportState } from '#domain';
import { pacing, type Plan, type Reject } from '#importers';
import { inLanes } from './in-lanes.js';
import { breachesOf, inRowOrder, refusalsOf, type Noted } from './noted.js';
import { prepared, type Ready } from './prepared.js';
import { ownCommand, sent, type ImportRun, type Sending } from './sending.js';

/** What an import came to, counted in rows: rows = added + unchanged + rejects. */
export interface ImportResult {
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
  readonly breaches: number;
  readonly rejects: readonly Reject[];
}

/** The import was stopped between two commands; run again, it goes on. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

const LANES = 64;

/**
 * Sends a plan into the ledger: the import is started, the lanes run beside each other, breaches are recorded in the order of the rows, and the
 * import is finished. Run again after a crash it ends as if it had run once; run again after it finished it appends nothing.
 */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const { plan, progress } = run;
  const { first, lanes, rejects } = await prepared(plan, run.table);
  const before = await stateOf(run);
  progress(rejects.length);
  const { status } = before;
  if (status === 'finished' && before.sha256 === run.file.sha256 && before.result?.rejects === rejects.length) {
    const unchanged = plan.rows - rejects.length;
    progress(unchanged);
    return { rows: plan.rows, added: 0, unchanged, breaches: before.result.breaches, rejects };
  }
  const tally: Tally = { started: await start(run), added: 0, unchanged: 0, noted: [] };
  await sendAll(run, first, lanes, tally);
  const noted = inRowOrder([...plan.breaches, ...tally.noted]);
  for (const one of noted) {
    ensureGoingOn(run);
    await ownCommand(run, 'RecordBreach', one.breach, one.rows);
  }
  const result = { rows: plan.rows, added: tally.added, unchanged: tally.unchanged, breaches: noted.length };
  await ownCommand(run, 'FinishImport', { ...result, rejects: rejects.length });
  return { ...result, rejects };
}

/** What has been counted so far, and where the log stood when the import of this very file was started. */
interface Tally {
  readonly started: bigint;
  added: number;
  unchanged: number;
  readonly noted: Noted[];
}

async function stateOf({ ledger, plan }: ImportRun): Promise<ImportState> {
  const { state } = await ledger.folds.read<ImportState>(ledger.store, Import, streamOf(Import, plan.importId));
  return state;
}

async function start(run: ImportRun): Promise<bigint> {
  const { plan, file, ledger } = run;
  const { source, release, rows, importId } = plan;
  await ownCommand(run, 'StartImport', { source, release, file: file.name, sha256: file.sha256, rows });
  const stream = streamOf(Import, importId);
  const { events } = await ledger.store.read(stream);
  const started = events.findLast(({ type }) => type === ('ImportStarted' satisfies ImportEvent['type']));
  if (!started) throw new Error(`${stream} was not started`);
  return started.position;
}

async function sendAll(
  run: ImportRun,
  first: readonly Ready[],
  lanes: readonly (readonly Ready[])[],
  tally: Tally,
): Promise<void> {
  const pace = pacing();
  const send = async (ready: Ready) => {
    ensureGoingOn(run);
    count(await sent(run, ready), ready, run.plan, tally);
    run.progress(ready.planned.rows.length);
    await pace();
  };
  for (const ready of first) await send(ready);
  await inLanes(LANES, lanes, async (lane) => {
    for (const ready of lane) await send(ready);
  });
}

function ensureGoingOn({ signal }: ImportRun): void {
  if (signal.aborted) throw new ImportStopped('the import was stopped');
}

/** A row is added if the event that is its home came into the log since the import was started, in this run or in one before that was cut off. */
function count(sending: Sending, { planned }: Ready, plan: Plan, tally: Tally): void {
  const rows = planned.rows.length;
  if (sending === 'known') tally.unchanged += rows;
  else if ('refused' in sending) {
    tally.noted.push(...refusalsOf(planned, sending.refused, plan));
    tally.added += rows;
  } else {
    const { events, position, stream } = sending.receipt;
    const isNew = events.length > 0 && position > tally.started;
    tally[isNew ? 'added' : 'unchanged'] += rows;
    tally.noted.push(...breachesOf(planned, events, stream));
  }
}
