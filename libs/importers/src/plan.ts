import type { ImportedFrom } from '#eventsourcing';
import type { Intention } from './words.js';

/** A command that an importer plans, as it is to be sent. */
export interface PlannedCommand {
  /** The same for ever for what these rows of this release say (R31). */
  readonly commandId: string;
  readonly intent: Intention;
  /** The party in whose name it is said; `undefined` where it is the importer's own. */
  readonly party?: string;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
  /** The rows that this command, and no other, brings into the log. */
  readonly rows: ImportedFrom['rows'];
  /** The row that a breach of the command is recorded under. */
  readonly row: number;
  /** What the file says besides, and no field takes: kept where a breach is recorded. */
  readonly remark?: string;
}

/** A row, or a value in it, that the importer cannot read. */
export interface Reject {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** What a row breaks that no command of its own can say. */
export interface FoundBreach {
  readonly row: number;
  readonly rule: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly stream: string;
  readonly detail: string;
}

/** A file as commands: `first` before all others, then the lanes beside each other, each in its order. */
export interface Plan {
  readonly source: string;
  readonly release: string;
  readonly importId: string;
  /** How many rows the file has. */
  readonly rows: number;
  readonly first: readonly PlannedCommand[];
  readonly lanes: readonly (readonly PlannedCommand[])[];
  readonly breaches: readonly FoundBreach[];
  readonly rejects: readonly Reject[];
  /** What a row says, by column, without what is empty. */
  readonly contentOf: (row: number) => Readonly<Record<string, string>>;
}

/** What a file is read with. */
export interface Reading {
  /** Letters, digits, dots and underscores, such as `r18`. */
  readonly release: string;
  /** The last day that a fact may be of, `YYYY-MM-DD`. */
  readonly today: string;
  /** The last day that the release covers, where that is known, `YYYY-MM-DD`. */
  readonly on?: string;
}

/** A foreign format: turns the bytes of a file into a plan, always the same one, and gives way to others meanwhile; throws `NotThisFormat`. */
export interface Importer {
  /** One sentence for the API's page. */
  readonly about: string;
  readonly plan: (file: Uint8Array, reading: Reading) => Promise<Plan>;
}

/** The file as a whole is not of the format: it is no CSV, or columns are missing. */
export class NotThisFormat extends Error {
  override readonly name = 'NotThisFormat';

  constructor(
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
