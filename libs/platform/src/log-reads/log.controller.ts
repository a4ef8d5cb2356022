import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NO_STREAM, type EventStore, type RecordedEvent } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { EVENT_STORE, READ_SIDE } from '../ledger/ledger.module.js';
import { Problem } from '../problems/problem.js';
import { address, nextLink, NOT_KEPT } from '../reads/answer.js';
import { Freshness, notFresh, readAfter } from '../reads/freshness.js';
import { limitOf, notUnderstood, onlyTakes, positionOf, valueOf, type Query as Parameters } from '../reads/query.js';
import { TIMES, timesOf, within } from '../reads/times.js';
import { accepts, cloudEventOf, CLOUDEVENTS } from './cloud-event.js';
import { eventBody } from './event-body.js';
import { FILTERS } from './event-filter.js';

const USUAL_PAGE = 100;

/** The log as it was stored: one stream, or the events of all of them. */
@ReadsTheLedger()
@Controller()
export class LogController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
  ) {}

  @Get('streams/:stream')
  async stream(
    @Param('stream') stream: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    onlyTakes(query, ['from', 'limit', ...TIMES]);
    const times = timesOf(query);
    const from = Number(positionOf(query, 'from') ?? 0n);
    if (!Number.isSafeInteger(from)) throw notUnderstood('from', 'from must be a revision of the stream');
    const limit = limitOf(query) ?? USUAL_PAGE;
    const position = await this.#logPosition(request);
    const { events, revision } = await this.store.read(stream, from, limit);
    if (revision === NO_STREAM)
      throw new Problem('UnknownStream', `There is no stream ${JSON.stringify(stream)}.`, { stream });
    const last = events.at(-1);
    const more = last && last.revision < revision && within({ knownAt: times.knownAt })(last);
    const next = more ? address(['streams', stream], { ...query, from: String(last.revision + 1) }) : undefined;
    void reply.headers({ ...NOT_KEPT, ...nextLink(next), etag: `"${revision}"`, 'log-position': String(position) });
    const head = { stream, ...(times.knownAt === undefined && { revision }) };
    sendPage({ request, reply }, head, events.filter(within(times)), next);
  }

  @Get('events')
  async events(@Query() query: Parameters, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    onlyTakes(query, [...FILTERS, 'after', 'limit', ...TIMES]);
    const times = timesOf(query);
    const [type, party, stream] = FILTERS.map((name) => valueOf(query, name));
    const limit = limitOf(query) ?? USUAL_PAGE;
    const asked = { type, party, stream, after: positionOf(query, 'after'), limit, knownAt: times.knownAt };
    await this.freshness.reached(request, reply, times);
    const { events, position } = await this.readSide.events(asked);
    const last = events.length === limit ? events.at(-1)?.position : undefined;
    const next =
      last === undefined
        ? undefined
        : address(['events'], {
            ...query,
            after: String(last),
            knownAt: String(position),
          });
    const headers = { ...NOT_KEPT, ...nextLink(next), 'log-position': String(position), 'known-at': String(position) };
    void reply.headers(headers);
    sendPage({ request, reply }, { position: String(position) }, events.filter(within(times)), next);
  }

  /** The store is never behind itself: what Read-After asks for is there, or was not appended to it. */
  async #logPosition(request: FastifyRequest): Promise<bigint> {
    const wanted = readAfter(request);
    const position = await this.store.lastPosition();
    if (wanted !== undefined && position < wanted) throw notFresh(`The log stands at position ${position}.`, wanted);
    return position;
  }
}

/**
 * Sends a page as it is asked for. It is what was true and known at the times asked for, out of so many events of the log: it may be
 * shorter than its limit. A batch of CloudEvents has no place for what stands beside the events: its next page is in Link alone.
 */
function sendPage(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  head: object,
  events: readonly RecordedEvent[],
  next: string | undefined,
): void {
  void reply.header('vary', 'accept');
  if (accepts(request.headers.accept, CLOUDEVENTS))
    void reply.type(CLOUDEVENTS).send(JSON.stringify(events.map(cloudEventOf)));
  else void reply.send({ ...head, events: events.map(eventBody), ...(next !== undefined && { next }) });
}
