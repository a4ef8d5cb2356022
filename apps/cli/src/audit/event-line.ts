import { inLine } from './output.js';

/** An event behind a row, as the ledger sends it. */
export interface EventBehind {
  readonly id: string;
  readonly position: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly at: string;
  readonly occurredAt: string;
  readonly metadata: { readonly by: { readonly subject: string; readonly party: string }; readonly reported?: boolean };
}

/** An event on one line: where it is, both its times, and by whom. */
export function eventLine({ position, type, stream, revision, occurredAt, at, metadata }: EventBehind): string {
  const { by, reported } = metadata;
  const who = `${reported ? 'reported by' : 'by'} ${by.subject} for ${by.party}`;
  return inLine(
    `    ${position} ${type} in ${stream}, revision ${revision}, true ${occurredAt}, recorded ${at} ${who}`,
  );
}
