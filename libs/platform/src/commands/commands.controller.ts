import { Body, Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#eventsourcing';
import { Faults } from '../problems/faults.js';
import { Problem } from '../problems/problem.js';
import { takeBatch } from './batch.js';
import { CommandDesk } from './command-desk.js';
import { commandHeaders } from './command-headers.js';
import { receiptAnswer } from './receipts.js';

/** Commands over HTTP: one by its name, or many at once. */
@Controller('commands')
export class CommandsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly faults: Faults,
  ) {}

  @Post(':type')
  async take(
    @Param('type') type: string,
    @Body() body: unknown,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dryRun = isDryRun(query);
    const { minimal, ...said } = commandHeaders(request.headers);
    const receipt = await this.desk.take(actorOf(request), { ...said, type, body, dryRun });
    const answer = receiptAnswer(receipt, { minimal, dryRun });
    void reply.code(answer.status).headers(answer.headers).send(answer.body);
  }

  @Post()
  async takeMany(
    @Body() body: unknown,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const headers = commandHeaders(request.headers);
    if (headers.ifMatch !== undefined)
      throw new Problem('HeaderNotUnderstood', 'If-Match is for one command; in a batch each has its own ifMatch.', {
        header: 'If-Match',
      });
    const options = { dryRun: isDryRun(query), fault: (error: unknown) => this.faults.report(error, request) };
    const answers = await takeBatch(this.desk, actorOf(request), body, headers, options);
    if (headers.minimal) void reply.header('preference-applied', 'return=minimal');
    void reply.code(207).send(answers);
  }
}

function actorOf({ actor }: FastifyRequest): Actor {
  if (!actor) throw new Error('the door let a command in without an actor');
  return actor;
}

function isDryRun({ dryRun, ...others }: Readonly<Record<string, unknown>>): boolean {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new Problem('QueryNotUnderstood', `There is no parameter ${unknown}; a command takes dryRun=true.`, {
      parameter: unknown,
    });
  if (dryRun === undefined || dryRun === 'false') return false;
  if (dryRun === 'true' || dryRun === '') return true;
  throw new Problem('QueryNotUnderstood', 'dryRun must be true or false.', { parameter: 'dryRun' });
}
