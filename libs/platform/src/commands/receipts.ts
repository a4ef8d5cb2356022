import type { Receipt } from '#eventsourcing';
import type { AnswerHeaders } from '../problems/problem.js';

/** A receipt as it is sent; `events` are left out where the client prefers so. */
export interface ReceiptBody {
  readonly stream: string;
  readonly revision: number;
  /** A decimal string, for it may be larger than a JSON number holds exactly. */
  readonly position: string;
  readonly dryRun?: true;
  readonly events?: readonly {
    readonly id: string;
    readonly type: string;
    readonly data: object;
    readonly occurredAt: string;
  }[];
}

/** An answer before it is sent. */
export interface ReceiptAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: ReceiptBody;
}

/** The answer to a command: 201 with what it caused, 200 where there was nothing left to do or nothing was to be done. */
export function receiptAnswer(
  receipt: Receipt,
  { minimal, dryRun }: { minimal: boolean; dryRun: boolean },
): ReceiptAnswer {
  const { stream, revision, replayed } = receipt;
  const position = String(receipt.position);
  const events = receipt.events.map(({ id, type, data, occurredAt }) => ({ id, type, data, occurredAt }));
  return {
    status: events.length > 0 && !dryRun ? 201 : 200,
    headers: {
      etag: `"${revision}"`,
      'log-position': position,
      ...(replayed && { 'idempotency-replayed': 'true' }),
      ...(minimal && { 'preference-applied': 'return=minimal' }),
    },
    body: { stream, revision, position, ...(dryRun && { dryRun }), ...(!minimal && { events }) },
  };
}
