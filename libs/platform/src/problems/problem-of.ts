import { HttpException } from '@nestjs/common';
import { AppendTooLarge, KeyReused, Rejection, WrongExpectedRevision } from '#eventsourcing';
import { StoreUnavailable } from '#stores';
import { Problem } from './problem.js';
import { explanations } from './explanations.js';
import { readProblem } from './read-problems.js';

const byStatus: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'NotSignedIn',
  403: 'RoleMissing',
  404: 'NotFound',
  408: 'RequestTimeout',
  413: 'BodyTooLarge',
  414: 'AddressTooLong',
  415: 'MediaTypeNotTaken',
  431: 'HeadersTooLarge',
};

/** The problem that an error is to the client, or `undefined` where it is a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return refused(error);
  if (error instanceof KeyReused) return new Problem('KeyReused', 'This Idempotency-Key was used for another request.');
  if (error instanceof WrongExpectedRevision) return moved(error);
  if (error instanceof AppendTooLarge) return tooLarge(error);
  if (error instanceof StoreUnavailable) return silent();
  if (error instanceof HttpException) return ofHttp(error);
  if (isHungUp(error)) return new Problem('BadRequest', 'The client hung up before its request was whole.');
  return readProblem(error);
}

/** Fastify marks the end of a connection amid a body as the client's doing. */
function isHungUp(error: unknown): boolean {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  return code === 'ECONNRESET' && statusCode === 400;
}

function refused({ code, facts }: Rejection): Problem {
  return new Problem(code, explanations[code]?.text ?? 'The law refuses this.', { facts });
}

/** Without If-Match the revision is the ledger's own guess, and losing it means that others were faster. */
function moved({ stream }: WrongExpectedRevision): Problem {
  return new Problem(
    'TooManyWriters',
    `Others kept appending to ${stream}; nothing was done.`,
    { stream },
    {
      'retry-after': '1',
    },
  );
}

function tooLarge({ stream, bytes, most }: AppendTooLarge): Problem {
  const detail =
    `What this command causes in ${stream} is ${bytes} bytes of events, and the log takes ${most} at once; nothing was done. ` +
    'Say it in several commands: fewer lines, prices or serial numbers in each, or shorter words.';
  return new Problem('BodyTooLarge', detail, { stream, bytes, most });
}

/** The key makes it safe to send the request again, whatever became of it. */
function silent(): Problem {
  const detail =
    'The log gave no answer in time. Whether the request was carried out is not known: send it again under the same key.';
  return new Problem('LogUnavailable', detail, {}, { 'retry-after': '5' });
}

function ofHttp(error: HttpException): Problem | undefined {
  const status = error.getStatus();
  const cause = error.cause as { code?: string } | undefined;
  if (status === 400 && notJson(cause)) return new Problem('NotJson', `${sentence(error.message)} Send valid JSON.`);
  const code = byStatus[status];
  if (code === undefined) return status < 500 ? new Problem('BadRequest', sentence(error.message)) : undefined;
  return new Problem(code, sentence(error.message));
}

function notJson(cause: { code?: string } | undefined): boolean {
  return /^FST_ERR_CTP_(INVALID_JSON_BODY|EMPTY_JSON_BODY)$/.test(cause?.code ?? '');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
