import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadSide } from '#read-side';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { knownBody, knownHeaders } from '../reads/answer.js';
import { Freshness } from '../reads/freshness.js';
import { onlyTakes, type Query as Parameters } from '../reads/query.js';
import { timesOf } from '../reads/times.js';
import { ensureOversees } from './overseers.js';

/** What the views come to at a position, to be compared with what the log says. */
@Controller('operations/digests')
export class DigestsController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
  ) {}

  @Get()
  async digests(@Query() query: Parameters, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    onlyTakes(query, ['knownAt']);
    ensureOversees(request, 'What all views come to');
    const { knownAt } = timesOf(query);
    await this.freshness.reached(request, reply, { knownAt });
    const digests = await this.readSide.digests(knownAt);
    const views = digests.views.map((view) => ({ ...view, position: String(view.position) }));
    void reply.headers(knownHeaders(digests)).send({ ...knownBody(digests), views });
  }
}
