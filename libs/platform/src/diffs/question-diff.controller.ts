import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyQuestion } from '#eventsourcing';
import type { Answer, Comparison, ReadSide } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { parameterNames, parametersOf } from '../questions/parameters.js';
import { questionNamed } from '../questions/question-named.js';
import { address, sameTimes } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import type { Query as Parameters } from '../reads/query.js';
import { differences, type PartChange } from './figures.js';
import { MOMENTS, momentsBody, momentsHeaders, momentsOf } from './moments.js';

/** What differs between the answers to a question at two moments, figure by figure. */
@ReadsTheLedger()
@Controller('diff/questions')
export class QuestionDiffController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
  ) {}

  @Get(':question')
  async diff(
    @Param('question') name: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = questionNamed(this.readSide, name);
    const parameters = parametersOf(question, query, MOMENTS);
    const moments = momentsOf(query);
    const readAfter = await this.freshness.reached(request, reply, moments.from, moments.to);
    const comparison = await this.readSide.compare(name, parameters, moments);
    ensureFresh(readAfter, comparison.to.failures);
    const changes = differences(comparison.from.answer, comparison.to.answer);
    void reply.headers(momentsHeaders(comparison)).send({
      question: name,
      ...momentsBody(comparison),
      rows: changes.map((change) => partBody(question, query, comparison, change)),
    });
  }
}

/** A part that differs as it is sent: with the address of what its figure is made of at each moment. */
function partBody(question: AnyQuestion, query: Parameters, { from, to }: Comparison, change: PartChange): object {
  const { labels, ...rest } = change;
  const own = Object.fromEntries(parameterNames(question).map((name) => [name, query[name]]));
  const explained = (answer: Answer, label: string | null) =>
    label === null ? null : address(['questions', question.name], { ...own, ...sameTimes(answer), explain: label });
  return {
    ...rest,
    ...(labels && { explain: { before: explained(from, labels.before), after: explained(to, labels.after) } }),
  };
}
