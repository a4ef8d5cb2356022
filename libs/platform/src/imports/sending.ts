import { randomUUID } from 'node:crypto';
import {
  handle,
  KeyReused,
  type Rejection,
  type Actor,
  type Clock,
  type Command,
  type CommandMetadata,
  type Ledger,
  type Receipt,
} from '#eventsourcing';
import type { Plan, PlannedCommand } from '#importers';
import type { CommandTable } from '../commands/command-table.js';
import { refusalOf } from '../commands/refusal-of.js';
import { understand } from '../commands/understand.js';
import type { Ready } from './prepared.js';

/** A plan on its way into the ledger. */
export interface ImportRun {
  readonly ledger: Ledger;
  readonly table: CommandTable;
  readonly plan: Plan;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly file: { readonly name: string; readonly sha256: string };
  /** Stops the import between two commands. */
  readonly signal: AbortSignal;
  /** Told how many more rows are dealt with. */
  readonly progress: (rows: number) => void;
}

/** What became of a planned command; `known` where these very rows are in the log in other words, said by another version. */
export type Sending = { readonly receipt: Receipt } | { readonly refused: Rejection } | 'known';

/** Sends a planned command in the name of its party, as reported. */
export async function sent({ ledger, plan, actor, clock }: ImportRun, { planned, law, data }: Ready): Promise<Sending> {
  const { source, release } = plan;
  const metadata: CommandMetadata = {
    commandId: planned.commandId,
    by: { subject: actor.subject, party: planned.party ?? actor.party, roles: ['historian'] },
    at: clock.now(),
    occurredAt: planned.occurredAt,
    reported: true,
    imported: { source, release, rows: planned.rows },
  };
  const command: Command = { type: planned.intent.type, data, metadata };
  try {
    return { receipt: await handle(ledger, law, command) };
  } catch (error) {
    const refused = refusalOf(error);
    if (refused) return { refused };
    if (error instanceof KeyReused) return 'known';
    throw error;
  }
}

/** Sends a command about the import itself; its law, and no key, keeps it from being done twice. */
export async function ownCommand(
  { ledger, table, plan, actor, clock }: ImportRun,
  type: 'StartImport' | 'RecordBreach' | 'FinishImport',
  data: object,
  rows: PlannedCommand['rows'] = [],
): Promise<void> {
  const row = table.get(type);
  if (!row) throw new Error(`the house has no command ${type}`);
  const { importId, source, release } = plan;
  const at = clock.now();
  const metadata: CommandMetadata = {
    commandId: randomUUID(),
    by: { ...actor, roles: ['historian'] },
    at,
    occurredAt: at,
    ...(rows.length > 0 && { imported: { source, release, rows } }),
  };
  await handle(ledger, row.law, { type, data: understand(row.shape, { importId, ...data }), metadata });
}
