import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../identity/door.js';

/** What stands at the front: where everything is. */
@OpenToAll()
@Controller()
export class FrontController {
  @Get()
  front(@Res() reply: FastifyReply): void {
    void reply.send({
      name: 'Steadfast',
      about: 'An event-sourced ledger for a coalition that gives aid.',
      docs: '/docs',
      openapi: '/openapi.json',
      asyncapi: '/asyncapi.json',
      commands: '/commands',
      views: '/views',
      questions: '/questions',
      diff: { views: '/diff/views/{view}', questions: '/diff/questions/{question}' },
      events: '/events',
      feed: '/feed',
      iati: '/iati/activities',
      operations: '/operations/views',
      health: { live: '/health/live', ready: '/health/ready', startup: '/health/startup' },
      metrics: '/metrics',
    });
  }
}
