import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadSide } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { address, nextLink } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { limitOf, onlyTakes, valueOf, type Query as Parameters } from '../reads/query.js';
import { columnNames, conditionsOf } from '../views/list-request.js';
import { viewNamed } from '../views/view-named.js';
import { MOMENTS, momentsBody, momentsHeaders, momentsOf, sameMoments } from './moments.js';
import { rowChangeBody } from './rows.js';

/** What differs between two moments of a view: rows added, changed and removed, each with the events that are why. */
@ReadsTheLedger()
@Controller('diff/views')
export class ViewDiffController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
  ) {}

  @Get(':view')
  async diff(
    @Param('view') name: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = viewNamed(this.readSide, name);
    onlyTakes(query, [...MOMENTS, 'limit', 'cursor', ...columnNames(view)]);
    const { from, to } = momentsOf(query);
    const limit = limitOf(query);
    const where = conditionsOf(view, query);
    const asked = { from, to, where, ...(limit !== undefined && { limit }), cursor: valueOf(query, 'cursor') };
    const readAfter = await this.freshness.reached(request, reply, from, to);
    const diff = await this.readSide.diff(name, asked);
    ensureFresh(readAfter, diff.to.failures);
    const next =
      diff.next === undefined
        ? undefined
        : address(['diff', 'views', name], { ...query, ...sameMoments(diff), cursor: diff.next });
    void reply.headers({ ...momentsHeaders(diff), ...nextLink(next) }).send({
      view: name,
      ...momentsBody(diff),
      rows: diff.rows.map(rowChangeBody),
      ...(next !== undefined && { next }),
    });
  }
}
