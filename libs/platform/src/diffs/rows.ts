import type { Row } from '#eventsourcing';
import type { RowChange } from '#read-side';
import { eventBody, type EventBody } from '../log-reads/event-body.js';
import { rowBody, type RowBody } from '../views/rows.js';

/** How a row differs from what it was. */
export type Change = 'added' | 'changed' | 'removed';

/** A row that differs between two moments, as it is sent. */
export interface RowChangeBody {
  readonly key: string;
  readonly change: Change;
  /** The columns that differ, where there is a row at both moments. */
  readonly columns?: readonly string[];
  readonly before: RowBody | null;
  readonly after: RowBody | null;
  /** The events by which it differs. */
  readonly events: readonly EventBody[];
}

/** A row that differs between two moments, to be sent. */
export function rowChangeBody({ key, before, after, events }: RowChange): RowChangeBody {
  return {
    key,
    change: changeOf(before, after),
    ...(before && after && { columns: differing(before.row, after.row) }),
    before: before && rowBody(before),
    after: after && rowBody(after),
    events: events.map(eventBody),
  };
}

/** What happened to what is `null` where it is not there. */
export function changeOf(before: unknown, after: unknown): Change {
  return before === null ? 'added' : after === null ? 'removed' : 'changed';
}

/** The columns in which two rows differ. */
export function differing(before: Row, after: Row): readonly string[] {
  return Object.keys(after).filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]));
}
