import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyView, Column, ColumnKind } from '#eventsourcing';
import type { Page, ReadSide } from '#read-side';
import { once } from '../exports/export.js';
import { mediumOf } from '../exports/media.js';
import { pagesFrom } from '../exports/pages.js';
import { sendExport } from '../exports/send-export.js';
import { viewExport } from '../exports/view-export.js';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { Faults } from '../problems/faults.js';
import { Problem } from '../problems/problem.js';
import { address, atBody, atHeaders, nextLink, NOT_KEPT, sameTimes, timesOfAnswer } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { LARGEST_PAGE, onlyTakes, type Query as Parameters } from '../reads/query.js';
import { TIMES, timesOf } from '../reads/times.js';
import { ensureFilterable, listRequest } from './list-request.js';
import { rowAddress, rowBody, versionBody } from './rows.js';
import { viewNamed } from './view-named.js';

/** The views: what there are, their rows, one row, and every version of it. Keys are percent-encoded, slashes too. */
@ReadsTheLedger()
@Controller('views')
export class ViewsController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
    private readonly faults: Faults,
  ) {
    readSide.views.forEach(ensureFilterable);
  }

  @Get()
  all(@Query() query: Parameters, @Res() reply: FastifyReply): void {
    onlyTakes(query, []);
    const views = this.readSide.views.map((view) => ({
      ...{ name: view.name, columns: kindsOf(view), rows: address(['views', view.name]) },
    }));
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
    const medium = mediumOf(request.headers.accept, query);
    const asked = listRequest(view, query);
    // A page is asked for by its size; else a file holds everything, which is read page after page.
    const isWhole = medium !== 'application/json' && asked.limit === undefined;
    const reading = isWhole ? { ...asked, limit: LARGEST_PAGE } : asked;
    const readAfter = await this.freshness.reached(request, reply, asked);
    const page = await this.readSide.list(name, reading);
    ensureFresh(readAfter, page.failures);
    const next =
      page.next === undefined || isWhole
        ? undefined
        : address(['views', name], { ...query, ...sameTimes(page), cursor: page.next });
    const headers = { ...atHeaders(page), ...nextLink(next) };
    if (medium === 'application/json') {
      const rows = page.rows.map(rowBody);
      const body = { view: view.name, ...atBody(page), rows, ...(next !== undefined && { next }) };
      void reply.headers({ ...headers, vary: 'accept' }).send(body);
      return;
    }
    const pages = () =>
      isWhole ? pagesFrom(page, (cursor) => this.readSide.list(name, { ...reading, cursor })) : once(page);
    sendExport({ request, reply }, medium, viewExport(view, query, page, pages), headers, this.faults);
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

/** What each column holds. */
function kindsOf({ columns }: AnyView): Readonly<Record<string, ColumnKind>> {
  return Object.fromEntries(Object.entries<Column>(columns).map(([name, { kind }]) => [name, kind]));
}

function noRow(view: string, key: string, when: string): Problem {
  return new Problem('UnknownKey', `The view ${view} has no row ${JSON.stringify(key)} at ${when}.`, { view, key });
}
