import { Controller, Get, Res, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, type HealthIndicatorFunction } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../identity/door.js';
import { NOT_KEPT } from '../reads/answer.js';
import { Indicators } from './indicators.js';

/** Whether this process lives, can be sent requests, and has started: 200 if so, else 503, and why. */
@OpenToAll()
@Controller('health')
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: Indicators,
  ) {}

  @Get('live')
  live(@Res() reply: FastifyReply): Promise<void> {
    return this.#answer(reply, []);
  }

  @Get('ready')
  ready(@Res() reply: FastifyReply): Promise<void> {
    const { store, readSide, views, policies } = this.indicators;
    return this.#answer(reply, [store, readSide, views, policies]);
  }

  @Get('startup')
  startup(@Res() reply: FastifyReply): Promise<void> {
    const { store, built } = this.indicators;
    return this.#answer(reply, [store, built]);
  }

  async #answer(reply: FastifyReply, indicators: HealthIndicatorFunction[]): Promise<void> {
    try {
      void reply.headers(NOT_KEPT).send(await this.checks.check(indicators));
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      void reply.code(503).headers(NOT_KEPT).send(error.getResponse());
    }
  }
}
