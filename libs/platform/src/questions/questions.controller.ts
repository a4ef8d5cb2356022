import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyQuestion, AnyView } from '#eventsourcing';
import type { ReadSide, Times } from '#read-side';
import { answerExport } from '../exports/answer-export.js';
import { explanationExport } from '../exports/explanation-export.js';
import { once, type Export } from '../exports/export.js';
import { mediumOf } from '../exports/media.js';
import { pagesFrom } from '../exports/pages.js';
import { sendExport } from '../exports/send-export.js';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { Faults } from '../problems/faults.js';
import type { AnswerHeaders } from '../problems/problem.js';
import { address, atHeaders, nextLink, NOT_KEPT, sameTimes } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { LARGEST_PAGE, limitOf, notUnderstood, onlyTakes, valueOf, type Query as Parameters } from '../reads/query.js';
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
    private readonly faults: Faults,
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
    const medium = mediumOf(request.headers.accept, query);
    const label = valueOf(query, 'explain');
    const times = timesOf(query);
    const answering =
      label === undefined
        ? this.#answer(question, parameters, query, times)
        : this.#explanation(question, parameters, label, query, times, medium !== 'application/json');
    const readAfter = await this.freshness.reached(request, reply, times);
    const { headers, body, file } = await answering(readAfter);
    if (medium === 'application/json') void reply.headers({ ...headers, vary: 'accept' }).send(body);
    else sendExport({ request, reply }, medium, file(), headers, this.faults);
  }

  #answer(question: AnyQuestion, parameters: object, query: Parameters, times: Times): Answering {
    const paging = ['limit', 'cursor'].find((name) => Object.hasOwn(query, name));
    if (paging !== undefined) throw notUnderstood(paging, `${paging} is for explanations; give explain=<row> with it`);
    return async (readAfter) => {
      const answer = await this.readSide.ask(question.name, parameters, times);
      ensureFresh(readAfter, answer.failures);
      const body = answerBody(question, query, answer);
      return { headers: atHeaders(answer), body, file: () => answerExport(question, query, answer, body) };
    };
  }

  #explanation(
    question: AnyQuestion,
    parameters: object,
    label: string,
    query: Parameters,
    times: Times,
    isFile: boolean,
  ): Answering {
    const { name, explain } = question;
    if (!explain) throw notUnderstood('explain', `The question ${name} has no explanations`);
    const asked = limitOf(query);
    // As of a list: a page is asked for by its size, else a file holds everything.
    const isWhole = isFile && asked === undefined;
    const limit = isWhole ? LARGEST_PAGE : asked;
    const paging = { ...times, ...(limit !== undefined && { limit }), cursor: valueOf(query, 'cursor') };
    return async (readAfter) => {
      const explanation = await this.readSide.explain(name, parameters, label, paging);
      ensureFresh(readAfter, explanation.failures);
      const next =
        explanation.next === undefined || isWhole
          ? undefined
          : address(['questions', name], { ...query, ...sameTimes(explanation), cursor: explanation.next });
      const pages = () =>
        isWhole
          ? pagesFrom(explanation, (cursor) => this.readSide.explain(name, parameters, label, { ...paging, cursor }))
          : once(explanation);
      return {
        headers: { ...atHeaders(explanation), ...nextLink(next) },
        body: explanationBody(question, label, explanation, next),
        file: () => explanationExport(question, query, viewOf(question, explanation.view), explanation, pages),
      };
    };
  }
}

/** Everything asked for is understood; what is left is to read it, at least as fresh as a position. */
type Answering = (
  readAfter: bigint | undefined,
) => Promise<{ headers: AnswerHeaders; body: object; file: () => Export }>;

function viewOf({ name, reads }: AnyQuestion, view: string): AnyView {
  const found = reads.find((read) => read.name === view);
  if (!found) throw new Error(`the question ${name} explains itself by the view ${view}, which it does not read`);
  return found;
}
