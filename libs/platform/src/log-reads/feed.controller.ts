import { Controller, Get, Inject, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { EventStore } from '#eventsourcing';
import { ReadsTheLedger } from '../identity/door.js';
import { EVENT_STORE } from '../ledger/ledger.module.js';
import { Faults } from '../problems/faults.js';
import { Problem } from '../problems/problem.js';
import { NOT_KEPT } from '../reads/answer.js';
import { asPosition, onlyTakes, positionOf, type Query as Parameters } from '../reads/query.js';
import { TIMES } from '../reads/times.js';
import { eventFilter, FILTERS } from './event-filter.js';
import { LiveLog } from './live-log.js';

const RETRY_MS = 2_000;
const HEAD = { ...NOT_KEPT, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };

/** The log as server-sent events, live; the id of each is its position, so that a client resumes where it was. */
@ReadsTheLedger()
@Controller('feed')
export class FeedController implements OnModuleDestroy {
  readonly #open = new Set<AbortController>();
  #closing = false;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly live: LiveLog,
    private readonly faults: Faults,
  ) {}

  @Get()
  async feed(@Query() query: Parameters, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    onlyTakes(query, [...FILTERS, 'after', ...TIMES]);
    const wanted = eventFilter(query);
    const after = lastEventId(request) ?? positionOf(query, 'after') ?? (await this.store.lastPosition());
    const { raw } = reply;
    reply.hijack();
    raw.writeHead(200, { ...HEAD, 'log-position': String(after) });
    if (request.method === 'HEAD' || this.#closing) {
      raw.end();
      return;
    }
    raw.write(`retry: ${RETRY_MS}\n\n`);
    const ended = this.#endOf(raw);
    try {
      for await (const entries of this.live.follow(after, ended)) {
        const text =
          entries.length === 0 ? ':\n\n' : entries.map((entry) => (wanted(entry.event) ? entry.text : '')).join('');
        if (text !== '' && !raw.write(text)) await drained(raw, ended);
      }
    } catch (error) {
      this.faults.report(error, request);
    }
    if (raw.writableNeedDrain) raw.destroy();
    else raw.end();
  }

  /** Ends every feed, so that the server can close. */
  onModuleDestroy(): void {
    this.#closing = true;
    for (const feed of this.#open) feed.abort();
  }

  /** Aborts when the client goes or the server closes. */
  #endOf(raw: ServerResponse): AbortSignal {
    const feed = new AbortController();
    this.#open.add(feed);
    raw.once('close', () => {
      this.#open.delete(feed);
      feed.abort();
    });
    return feed.signal;
  }
}

/** The position that a client which was here before got to. */
function lastEventId({ headers }: FastifyRequest): bigint | undefined {
  const text = headers['last-event-id'];
  if (text === undefined || text === '') return undefined;
  const position = typeof text === 'string' ? asPosition(text) : undefined;
  if (position !== undefined) return position;
  throw new Problem('HeaderNotUnderstood', 'The header Last-Event-ID must be the id of an event of this feed.', {
    header: 'Last-Event-ID',
  });
}

/** Resolves when the client has taken what was written, or when there is no more use in waiting for it. */
async function drained(raw: ServerResponse, ended: AbortSignal): Promise<void> {
  if (ended.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      raw.off('drain', done);
      ended.removeEventListener('abort', done);
      resolve();
    };
    raw.once('drain', done);
    ended.addEventListener('abort', done, { once: true });
  });
}
