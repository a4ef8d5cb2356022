import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Problem } from './problem.js';

/** Logs what is no fault of a client under a trace id, and answers with that id and nothing of the inside. */
export class Faults {
  constructor(private readonly log: Logger) {}

  /** The problem to answer; the trace id is that of the request's W3C Trace Context where it has one. */
  report(error: unknown, { method, url, headers }: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): Problem {
    const traceId = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(String(headers.traceparent))?.[1] ?? randomUUID();
    this.log.error({ err: error, traceId, method, url }, 'a request failed');
    return new Problem('Unforeseen', `This is a fault of the ledger; it was logged under ${traceId}.`, { traceId });
  }

  /** Logs why something that the ledger rests on is not there, if a problem tells. */
  note({ code, cause }: Problem): void {
    if (cause !== undefined) this.log.warn({ err: cause, code }, 'a request could not be answered');
  }
}
