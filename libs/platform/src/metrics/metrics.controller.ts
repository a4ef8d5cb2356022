import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadsMetrics } from '../identity/door.js';
import { NOT_KEPT } from '../reads/answer.js';
import { Figures } from './figures.js';
import { Measures } from './measures.js';

/** What is counted and timed, for Prometheus. */
@ReadsMetrics()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly measures: Measures,
    private readonly figures: Figures,
  ) {}

  @Get()
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    await this.figures.refresh();
    const { registry } = this.measures;
    void reply
      .headers(NOT_KEPT)
      .type(registry.contentType)
      .send(await registry.metrics());
  }
}
