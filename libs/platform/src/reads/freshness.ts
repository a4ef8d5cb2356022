import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventStore } from '#eventsourcing';
import type { ReadSide, Times, ViewFailure } from '#read-side';
import { EVENT_STORE, READ_SIDE } from '../ledger/ledger.module.js';
import { Problem } from '../problems/problem.js';
import { asPosition } from './moment.js';
import { notUnderstood } from './query.js';

const USUAL_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 30;

/** How fresh an answer is to be: it contains the position in Read-After, and none is known at a position that the log has not come to. */
@Injectable()
export class Freshness {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
  ) {}

  /**
   * Waits until the read side has come as far as the request's Read-After, as long as it prefers, and answers with that position.
   * Throws `NotFreshEnough`, and `QueryNotUnderstood` for any `knownAt` beyond the end of the log.
   */
  async reached(request: FastifyRequest, reply: FastifyReply, ...times: readonly Times[]): Promise<bigint | undefined> {
    for (const { knownAt } of times) if (knownAt && 'position' in knownAt) await this.#ensureInLog(knownAt.position);
    const position = readAfter(request);
    if (position === undefined) return undefined;
    const preferred = preferredWait(request);
    if (preferred !== undefined) void reply.header('preference-applied', `wait=${preferred}`);
    const seconds = preferred ?? USUAL_WAIT_SECONDS;
    if (await this.readSide.waitFor(position, seconds * 1000)) return position;
    throw notFresh(`The read side has not come to position ${position} within ${seconds} s.`, position);
  }

  async #ensureInLog(position: bigint): Promise<void> {
    const last = await this.store.lastPosition();
    if (position > last) throw notUnderstood('knownAt', `knownAt is ${position}, and the log ends at position ${last}`);
  }
}

/** Throws `NotFreshEnough` where a view that was read stopped before the position that was asked for. */
export function ensureFresh(position: bigint | undefined, failures: readonly ViewFailure[]): void {
  const stopped = failures.find((failure) => position !== undefined && failure.position <= position);
  if (stopped && position !== undefined)
    throw notFresh(`The view ${stopped.view} has stopped at position ${stopped.position}.`, position);
}

/** The position in the request's header Read-After; throws `HeaderNotUnderstood` where it is none. */
export function readAfter({ headers }: FastifyRequest): bigint | undefined {
  const text = headers['read-after'];
  if (text === undefined) return undefined;
  const position = typeof text === 'string' ? asPosition(text) : undefined;
  if (position !== undefined) return position;
  throw new Problem(
    'HeaderNotUnderstood',
    'The header Read-After must be a position of the log in digits, such as 42.',
    {
      header: 'Read-After',
    },
  );
}

/** The problem of an answer that would not contain what was asked for. */
export function notFresh(detail: string, position: bigint): Problem {
  return new Problem(
    'NotFreshEnough',
    `${detail} Ask again, or leave Read-After out.`,
    { readAfter: String(position) },
    { 'retry-after': '1' },
  );
}

/** In seconds; a preference that cannot be read is ignored, as RFC 7240 asks. */
function preferredWait({ headers }: FastifyRequest): number | undefined {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:$|[,;])/i.exec(String(headers.prefer ?? ''))?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds), LONGEST_WAIT_SECONDS);
}
