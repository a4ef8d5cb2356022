import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { ReadsTheLedger } from '../identity/door.js';
import { Problem } from '../problems/problem.js';
import { NOT_KEPT } from '../reads/answer.js';
import { onlyTakes, type Query as Parameters } from '../reads/query.js';
import { Imports } from './imports.js';
import type { Operation } from './operation.js';

const EVERY_MS = 200;
const HEAD = { ...NOT_KEPT, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };

/** How far an import is, asked for once or followed as server-sent events. */
@ReadsTheLedger()
@Controller('operations')
export class OperationsController {
  constructor(private readonly imports: Imports) {}

  @Get(':id')
  one(@Param('id') id: string, @Query() query: Parameters, @Res() reply: FastifyReply): void {
    onlyTakes(query, []);
    void reply.headers(NOT_KEPT).send(this.#operation(id).progress);
  }

  @Get(':id/events')
  events(
    @Param('id') id: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    onlyTakes(query, []);
    const operation = this.#operation(id);
    const { raw } = reply;
    reply.hijack();
    raw.writeHead(200, HEAD);
    if (request.method === 'HEAD') raw.end();
    else tell(raw, operation);
  }

  #operation(id: string): Operation {
    const operation = this.imports.of(id);
    if (operation) return operation;
    const detail = `There is no operation ${JSON.stringify(id)}; a server forgets its operations when it stops. Run the import again: it goes on, or adds nothing.`;
    throw new Problem('UnknownOperation', detail);
  }
}

/** Writes how far it is, at most five times a second, and ends with the operation. */
function tell(raw: ServerResponse, operation: Operation): void {
  let waiting: NodeJS.Timeout | undefined;
  const write = () => {
    waiting = undefined;
    const { progress } = operation;
    const ended = progress.status !== 'running';
    raw.write(`event: ${ended ? progress.status : 'progress'}\ndata: ${JSON.stringify(progress)}\n\n`);
    if (ended) {
      unfollow();
      raw.end();
    }
  };
  const unfollow = operation.follow(() => {
    if (operation.progress.status === 'running') waiting ??= setTimeout(write, EVERY_MS);
    else {
      clearTimeout(waiting);
      write();
    }
  });
  raw.once('close', () => {
    clearTimeout(waiting);
    unfollow();
  });
  write();
}
