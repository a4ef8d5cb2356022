import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadSide, ViewStatus } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { Problem } from '../problems/problem.js';
import { address, NOT_KEPT } from '../reads/answer.js';
import { onlyTakes, type Query as Parameters } from '../reads/query.js';
import { ensureOversees } from './overseers.js';
import { Rebuilds } from './rebuilds.js';

/** How the views fare, and having one folded anew from the log. */
@Controller('operations/views')
export class ViewOperationsController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly rebuilds: Rebuilds,
  ) {}

  @ReadsTheLedger()
  @Get()
  async all(@Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    onlyTakes(query, []);
    const { position, storePosition, lag, unknownTypes, views, trouble } = await this.readSide.status();
    void reply.headers({ ...NOT_KEPT, 'log-position': String(position) }).send({
      position: String(position),
      storePosition: String(storePosition),
      lag: Number(lag),
      ...(trouble !== undefined && { trouble }),
      unknownTypes,
      views: views.map((view) => this.#body(view)),
    });
  }

  @ReadsTheLedger()
  @Get(':view')
  async one(@Param('view') name: string, @Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    onlyTakes(query, []);
    this.#ensureKnown(name);
    const { position, views } = await this.readSide.status();
    const status = views.find((view) => view.name === name);
    if (!status) throw new Error(`the read side has a view ${name} and no status of it`);
    void reply.headers({ ...NOT_KEPT, 'log-position': String(position) }).send(this.#body(status));
  }

  @Post(':view/rebuild')
  rebuild(
    @Param('view') name: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    onlyTakes(query, []);
    ensureOversees(request, 'A rebuild');
    this.#ensureKnown(name);
    const rebuild = this.rebuilds.start(name, request);
    const location = address(['operations', 'views', name]);
    void reply
      .code(202)
      .headers({ ...NOT_KEPT, location })
      .send({ view: name, rebuild, status: location });
  }

  #body({ name, status, position, hash, failure, building }: ViewStatus): object {
    const rebuild = this.rebuilds.of(name);
    return {
      name,
      status,
      position: String(position),
      hash,
      ...(failure && { failure: { ...failure, position: String(failure.position) } }),
      ...(building && { building: { ...building, position: String(building.position) } }),
      ...(rebuild && { rebuild }),
    };
  }

  #ensureKnown(name: string): void {
    const views = this.readSide.views.map((view) => view.name);
    if (!views.includes(name))
      throw new Problem('UnknownView', `There is no view ${JSON.stringify(name)}; there are ${views.join(', ')}.`, {
        views,
      });
  }
}
