import { Controller, Get, Inject, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { EventStore } from '#eventsourcing';
import type { ReadSide, ViewFailure } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { EVENT_STORE, READ_SIDE } from '../ledger/ledger.module.js';
import { Faults } from '../problems/faults.js';
import { Problem, type AnswerHeaders } from '../problems/problem.js';
import { NOT_KEPT, stoppedHeader } from '../reads/answer.js';
import { asPosition } from '../reads/moment.js';
import { onlyTakes, positionOf, valueOf, type Query as Parameters } from '../reads/query.js';
import { TIMES } from '../reads/times.js';
import { columnNames, conditionsOf } from '../views/list-request.js';
import { viewNamed } from '../views/view-named.js';
import { accepts, CLOUDEVENT } from './cloud-event.js';
import { eventFilter, FILTERS } from './event-filter.js';
import { envelopeOf } from './envelope.js';
import { LiveLog } from './live-log.js';
import { LiveViews } from './live-views.js';
import type { FeedEntry } from './recent-events.js';

const RETRY = 'retry: 2000\n\n';
const HEAD = { ...NOT_KEPT, 'content-type': 'text/event-stream', vary: 'accept', 'x-accel-buffering': 'no' };

/**
 * The log as server-sent events, live, or the changes of a view; the id of each is its position, so that a client resumes where it was.
 */
@ReadsTheLedger()
@Controller('feed')
export class FeedController implements OnModuleDestroy {
  readonly #open = new Set<AbortController>();
  #closing = false;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly live: LiveLog,
    private readonly liveViews: LiveViews,
    private readonly faults: Faults,
  ) {}

  @Get()
  async feed(@Query() query: Parameters, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = valueOf(query, 'view');
    const feed = view === undefined ? await this.#ofLog(query, request) : await this.#ofView(view, query, request);
    const { raw } = reply;
    reply.hijack();
    raw.writeHead(200, { ...HEAD, 'log-position': String(feed.after), ...feed.headers });
    if (request.method === 'HEAD' || this.#closing) {
      raw.end();
      return;
    }
    raw.write(feed.opening);
    const ended = this.#endOf(raw);
    try {
      for await (const text of feed.texts(ended)) if (text !== '' && !raw.write(text)) await drained(raw, ended);
    } catch (error) {
      this.faults.report(error, request);
    }
    if (raw.writableNeedDrain) raw.destroy();
    else raw.end();
  }

  async #ofLog(query: Parameters, request: FastifyRequest): Promise<Feed> {
    onlyTakes(query, [...FILTERS, 'after', 'view', 'envelope', ...TIMES]);
    const wanted = eventFilter(query);
    const written = envelopeOf(request.headers.accept, query);
    const after = lastEventId(request) ?? positionOf(query, 'after') ?? (await this.store.lastPosition());
    const { live } = this;
    return {
      after,
      opening: RETRY,
      texts: async function* (ended) {
        for await (const entries of live.follow(after, ended))
          yield textOf(entries, written, ({ event }) => wanted(event));
      },
    };
  }

  async #ofView(name: string, query: Parameters, request: FastifyRequest): Promise<Feed> {
    const view = viewNamed(this.readSide, name);
    ensureTakesChanges(request);
    onlyTakes(query, ['view', 'after', ...columnNames(view)]);
    const where = conditionsOf(view, withoutOwn(query));
    const from = lastEventId(request) ?? positionOf(query, 'after');
    const { position, failures } = await this.readSide.changes(name, { after: from, where, limit: 1 });
    const after = from ?? position;
    const { liveViews } = this;
    return {
      after,
      headers: stoppedHeader(failures),
      opening: `${RETRY}${failures.map(stoppedText).join('')}id: ${String(after)}\n\n`,
      texts: async function* (ended) {
        for await (const entries of liveViews.follow(name, where, after, ended)) yield textOf(entries);
      },
    };
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

/** What is sent, from a position on. */
interface Feed {
  readonly after: bigint;
  readonly headers?: AnswerHeaders;
  readonly opening: string;
  readonly texts: (ended: AbortSignal) => AsyncIterable<string>;
}

/** A batch as it is sent: a comment where it is empty. */
function textOf(
  entries: readonly FeedEntry[],
  written: (entry: FeedEntry) => string = ({ text }) => text,
  isWanted: (entry: FeedEntry) => boolean = () => true,
): string {
  return entries.length === 0 ? ':\n\n' : entries.map((entry) => (isWanted(entry) ? written(entry) : '')).join('');
}

/** The changes of a view are no events, so no envelopes of events hold them; throws `NotAcceptable` for who takes nothing else. */
function ensureTakesChanges({ headers: { accept } }: FastifyRequest): void {
  if (!accepts(accept, CLOUDEVENT) || accepts(accept, 'text/event-stream') || accepts(accept, '*/*')) return;
  throw new Problem('NotAcceptable', 'The changes of a view come as text/event-stream, and not as CloudEvents.', {
    accepts: ['text/event-stream'],
  });
}

/** The event that says that a view has stopped: no more comes of it until it is folded anew. */
function stoppedText({ view, position, eventId, type }: ViewFailure): string {
  return `event: stopped\ndata: ${JSON.stringify({ view, position: String(position), eventId, type })}\n\n`;
}

/** The parameters of an address but for the feed's own: a column of such a name is not followed by. */
function withoutOwn(query: Parameters): Parameters {
  return Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'view' && name !== 'after'));
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
