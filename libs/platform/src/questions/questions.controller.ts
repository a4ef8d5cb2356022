import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyQuestion } from '#eventsourcing';
import type { ReadSide, Times } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import type { AnswerHeaders } from '../problems/problem.js';
import { address, atHeaders, nextLink, NOT_KEPT, sameTimes } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { limitOf, notUnderstood, onlyTakes, valueOf, type Query as Parameters } from '../reads/query.js';
import { timesOf } from '../reads/times.js';
import { answerBody, explanationBody } from './answers.js';
import { ensureAskable, parameterNames, parametersOf } from './parameters.js';
import { questionNamed } from './question-named.js';

/** The questions: what there are, their answers, and what a figure of an answer is made of. */
@ReadsTheLedger()
@Controller('questions')
export class QuestionsController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
  ) {
    readSide.questions.forEach(ensureAskable);
  }

  @Get()
  all(@Query() query: Parameters, @Res() reply: FastifyReply): void {
    onlyTakes(query, []);
    const questions = this.readSide.questions.map((question) => ({
      name: question.name,
      about: question.about,
      parameters: parameterNames(question),
      reads: question.reads.map(({ name }) => name),
      explains: question.explain !== undefined,
      answer: address(['questions', question.name]),
    }));
    void reply.headers(NOT_KEPT).send({ questions });
  }

  @Get(':question')
  async ask(
    @Param('question') name: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = questionNamed(this.readSide, name);
    const parameters = parametersOf(question, query);
    const label = valueOf(query, 'explain');
    const times = timesOf(query);
    const answering =
      label === undefined
        ? this.#answer(question, parameters, query, times)
        : this.#explanation(question, parameters, label, query, times);
    const readAfter = await this.freshness.reached(request, reply, times);
    const { headers, body } = await answering(readAfter);
    void reply.headers(headers).send(body);
  }

  #answer(question: AnyQuestion, parameters: object, query: Parameters, times: Times): Answering {
    const paging = ['limit', 'cursor'].find((name) => Object.hasOwn(query, name));
    if (paging !== undefined) throw notUnderstood(paging, `${paging} is for explanations; give explain=<row> with it`);
    return async (readAfter) => {
      const answer = await this.readSide.ask(question.name, parameters, times);
      ensureFresh(readAfter, answer.failures);
      return { headers: atHeaders(answer), body: answerBody(question, query, answer) };
    };
  }

  #explanation(question: AnyQuestion, parameters: object, label: string, query: Parameters, times: Times): Answering {
    const { name, explain } = question;
    if (!explain) throw notUnderstood('explain', `The question ${name} has no explanations`);
    const limit = limitOf(query);
    const paging = { ...times, ...(limit !== undefined && { limit }), cursor: valueOf(query, 'cursor') };
    return async (readAfter) => {
      const explanation = await this.readSide.explain(name, parameters, label, paging);
      ensureFresh(readAfter, explanation.failures);
      const next =
        explanation.next === undefined
          ? undefined
          : address(['questions', name], { ...query, ...sameTimes(explanation), cursor: explanation.next });
      return {
        headers: { ...atHeaders(explanation), ...nextLink(next) },
        body: explanationBody(question, label, explanation, next),
      };
    };
  }
}

/** Everything asked for is understood; what is left is to read it, at least as fresh as a position. */
type Answering = (readAfter: bigint | undefined) => Promise<{ headers: AnswerHeaders; body: object }>;
