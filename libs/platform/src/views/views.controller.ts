import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyView } from '#eventsourcing';
import type { Page, ReadSide } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { Problem } from '../problems/problem.js';
import { address, atBody, atHeaders, nextLink, NOT_KEPT, sameTimes, timesOfAnswer } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { onlyTakes, type Query as Parameters } from '../reads/query.js';
import { TIMES, timesOf } from '../reads/times.js';
import { csvOf } from './csv.js';
import { ensureFilterable, listRequest } from './list-request.js';
import { mediumFor, type Medium } from './media.js';
import { rowAddress, rowBody, versionBody } from './rows.js';
import { viewNamed } from './view-named.js';

/** The views: what there are, their rows, one row, and every version of it. Keys are percent-encoded, slashes too. */
@ReadsTheLedger()
@Controller('views')
export class ViewsController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
  ) {
    readSide.views.forEach(ensureFilterable);
  }

  @Get()
  all(@Query() query: Parameters, @Res() reply: FastifyReply): void {
    onlyTakes(query, []);
    const views = this.readSide.views.map(({ name, columns }) => ({ name, columns, rows: address(['views', name]) }));
    void reply.headers(NOT_KEPT).send({ views });
  }

  @Get(':view')
  async list(
    @Param('view') name: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = viewNamed(this.readSide, name);
    const medium = mediumFor(request.headers.accept);
    const asked = listRequest(view, query);
    const readAfter = await this.freshness.reached(request, reply, asked);
    const page = await this.readSide.list(name, asked);
    ensureFresh(readAfter, page.failures);
    const next =
      page.next === undefined
        ? undefined
        : address(['views', name], { ...query, ...sameTimes(page), cursor: page.next });
    void reply
      .headers({ ...atHeaders(page), ...nextLink(next), vary: 'accept' })
      .type(medium === 'application/json' ? medium : `${medium}; charset=utf-8`)
      .send(written[medium](view, page, next));
  }

  @Get(':view/:key')
  async row(
    @Param('view') name: string,
    @Param('key') key: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.#one(name, key, query, request, reply);
    const [row] = page.rows;
    if (!row) throw noRow(name, key, `${page.asOf}, as known at position ${page.knownAt.position}`);
    const body = { view: name, ...rowBody(row), ...atBody(page), history: `${rowAddress(name, key)}/history` };
    void reply.headers({ ...atHeaders(page), etag: `"${row.revision}"` }).send(body);
  }

  @Get(':view/:key/history')
  async history(
    @Param('view') name: string,
    @Param('key') key: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.#one(name, key, query, request, reply);
    const versions = await this.readSide.history(name, key, timesOfAnswer(page));
    if (versions.length === 0) throw noRow(name, key, `any time, as known at position ${page.knownAt.position}`);
    void reply.headers(atHeaders(page)).send({ view: name, key, ...atBody(page), versions: versions.map(versionBody) });
  }

  /** The row of this key as a page of at most one, which says its times also where there is no row. */
  async #one(
    name: string,
    key: string,
    query: Parameters,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Page> {
    viewNamed(this.readSide, name);
    onlyTakes(query, TIMES);
    const times = timesOf(query);
    const readAfter = await this.freshness.reached(request, reply, times);
    const page = await this.readSide.list(name, { ...times, where: [{ column: 'key', in: [key] }], limit: 1 });
    ensureFresh(readAfter, page.failures);
    return page;
  }
}

const written: Readonly<Record<Medium, (view: AnyView, page: Page, next: string | undefined) => unknown>> = {
  'application/json': (view, page, next) => ({
    view: view.name,
    ...atBody(page),
    rows: page.rows.map(rowBody),
    ...(next !== undefined && { next }),
  }),
  'text/csv': csvOf,
  'application/x-ndjson': (_, page) => page.rows.map((row) => `${JSON.stringify(rowBody(row))}\n`).join(''),
};

function noRow(view: string, key: string, when: string): Problem {
  return new Problem('UnknownKey', `The view ${view} has no row ${JSON.stringify(key)} at ${when}.`, { view, key });
}
