import { MaxAppendSizeExceededError, WrongExpectedVersionError } from '@eventstore/db-client';
import { NO_STREAM } from '#eventsourcing';

/**
 * What an error of the client comes to: the stream stands elsewhere, the append is larger than the server takes, there is no such stream, no record begins at this position,
 * the same may well succeed if it is asked again (`passing`: whether an append was taken is then not known), or it never will.
 */
export type Failure =
  | { readonly is: 'wrong-revision'; readonly actual: number }
  | { readonly is: 'too-large'; readonly most: number }
  | { readonly is: 'no-stream' | 'no-position' | 'passing' | 'lasting' };

const PASSING = new Set(['timeout', 'deadline-exceeded', 'unavailable', 'cancelled', 'not-leader']);
const LASTING = new Set(['access-denied', 'stream-deleted', 'invalid-argument']);

// gRPC's codes: INVALID_ARGUMENT, PERMISSION_DENIED, FAILED_PRECONDITION, OUT_OF_RANGE, UNIMPLEMENTED, UNAUTHENTICATED.
const LASTING_CODES = new Set([3, 7, 9, 11, 12, 16]);

/** Classifies what the client threw, by its type, its code and, where it has neither, its text. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion } = error;
    return { is: 'wrong-revision', actual: typeof actualVersion === 'bigint' ? Number(actualVersion) : NO_STREAM };
  }
  if (error instanceof MaxAppendSizeExceededError) return { is: 'too-large', most: error.maxAppendSize };
  const { type = '', code, message } = error as { type?: string; code?: unknown; message: string };
  if (type === 'stream-not-found') return { is: 'no-stream' };
  if (/invalid ?position/i.test(message)) return { is: 'no-position' };
  // gRPC's own word for an answer that came twice, under a code that says something else.
  if (/too many responses/i.test(message)) return { is: 'passing' };
  if (PASSING.has(type)) return { is: 'passing' };
  if (LASTING.has(type) || LASTING_CODES.has(Number(code))) return { is: 'lasting' };
  // A server that is down, a connection that broke and a channel that the client has just closed come as errors of any kind.
  return { is: 'passing' };
}

/** The text of an error, for a message. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
