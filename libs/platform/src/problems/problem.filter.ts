import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Faults } from './faults.js';
import { problemOf } from './problem-of.js';
import { Problem } from './problem.js';
import { Routes } from './routes.js';

/** Answers every error as a problem (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly faults: Faults,
    private readonly routes: Routes,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.#noSuchRoute(error, request) ?? problemOf(error) ?? this.faults.report(error, request);
    this.faults.note(problem);
    if (reply.raw.headersSent) reply.raw.destroy();
    else sendProblem(reply, problem);
  }

  #noSuchRoute(error: unknown, { method, url }: FastifyRequest): Problem | undefined {
    if (!(error instanceof NotFoundException)) return undefined;
    const path = url.split('?')[0] ?? url;
    const allowed = this.routes.methodsOf(path);
    if (allowed.length === 0) return new Problem('NotFound', `There is nothing at ${path}; /docs lists what there is.`);
    const allow = allowed.join(', ');
    return new Problem('MethodNotAllowed', `${path} takes ${allow}, not ${method}.`, {}, { allow });
  }
}

/** Sends a problem as the answer. */
export function sendProblem(reply: FastifyReply, { status, headers, body }: Problem): void {
  void reply.code(status).headers(headers).type('application/problem+json').send(JSON.stringify(body));
}
