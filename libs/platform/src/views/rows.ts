import type { Row } from '#eventsourcing';
import type { RowAnswer, VersionAnswer } from '#read-side';
import { address } from '../reads/answer.js';
import { headOf, type EventHead } from '../log-reads/event-body.js';

/** A row as it is sent: its columns, and the event that made it; `revision` is the next If-Match of its stream. */
export interface RowBody {
  readonly key: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly validFrom: string;
  readonly row: Row;
}

/** A row, to be sent. */
export function rowBody({ key, stream, revision, eventId, validFrom, row }: RowAnswer): RowBody {
  return { key, stream, revision, eventId, validFrom, row };
}

/** A version of a row as it is sent; `null` for `validTo` and `knownTo` stands for "until further notice". */
export interface VersionBody {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly knownFrom: string;
  readonly knownTo: string | null;
  readonly row: Row | null;
  readonly event: EventHead;
  /** Which event was corrected, and why, where the event is the approval of a correction. */
  readonly correction?: NonNullable<VersionAnswer['correction']>;
}

/** A version of a row, to be sent. */
export function versionBody(version: VersionAnswer): VersionBody {
  const { validFrom, validTo, knownFrom, knownTo, row, event, correction } = version;
  return {
    validFrom,
    validTo,
    knownFrom: String(knownFrom),
    knownTo: knownTo === null ? null : String(knownTo),
    row,
    event: headOf(event),
    ...(correction && { correction }),
  };
}

/** The address of a row. */
export function rowAddress(view: string, key: string): string {
  return address(['views', view, key]);
}
