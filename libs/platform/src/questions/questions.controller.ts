import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyQuestion } from '#eventsourcing';
import type { Answer, Explanation, ReadSide } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { eventBody } from '../log-reads/event-body.js';
import { Problem } from '../problems/problem.js';
import { address, atBody, atHeaders, nextLink, NOT_KEPT, sameTimes } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { limitOf, notUnderstood, valueOf, onlyTakes, type Query as Parameters } from '../reads/query.js';
import { timesOf } from '../reads/times.js';
import { rowBody } from '../views/rows.js';
import { ensureAskable, parameterNames, parametersOf } from './parameters.js';

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
  async answer(
    @Param('question') name: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = this.#question(name);
    const parameters = parametersOf(question, query);
    const label = valueOf(query, 'explain');
    const paging = { limit: limitOf(query), cursor: valueOf(query, 'cursor') };
    const times = timesOf(query);
    if (label === undefined) ensureNotPaged(paging);
    else if (!question.explain) throw notUnderstood('explain', `The question ${name} has no explanations`);
    const readAfter = await this.freshness.reached(request, reply);
    const again = (more: Readonly<Record<string, string>>) =>
      address(['questions', name], { ...(query as Readonly<Record<string, string>>), ...more });
    if (label === undefined) {
      const answer = await this.readSide.ask(name, parameters, times);
      ensureFresh(readAfter, answer.failures);
      void reply.headers(atHeaders(answer)).send(answerBody(question, answer, again));
      return;
    }
    const { limit, cursor } = paging;
    const explanation = await this.readSide.explain(name, parameters, label, {
      ...times,
      ...(limit !== undefined && { limit }),
      cursor,
    });
    ensureFresh(readAfter, explanation.failures);
    const next =
      explanation.next === undefined ? undefined : again({ ...sameTimes(explanation), cursor: explanation.next });
    void reply
      .headers({ ...atHeaders(explanation), ...nextLink(next) })
      .send(explanationBody(name, label, explanation, next));
  }

  #question(name: string): AnyQuestion {
    const found = this.readSide.questions.find((question) => question.name === name);
    if (found) return found;
    const questions = this.readSide.questions.map((question) => question.name);
    throw new Problem(
      'UnknownQuestion',
      `There is no question ${JSON.stringify(name)}; there are ${questions.join(', ')}.`,
      { questions },
    );
  }
}

function ensureNotPaged(paging: Readonly<Record<string, unknown>>): void {
  const [given] = Object.keys(paging).filter((name) => paging[name] !== undefined);
  if (given !== undefined) throw notUnderstood(given, `${given} is for explanations; give explain=<row> with it`);
}

/** Each row of the answer with the address of what it is made of, at the very times of the answer. */
function answerBody(
  { explain }: AnyQuestion,
  answer: Answer,
  again: (more: Readonly<Record<string, string>>) => string,
): object {
  const body: Readonly<Record<string, unknown>> = { ...answer.answer };
  const { rows } = body;
  if (!explain || !Array.isArray(rows)) return { ...atBody(answer), ...body };
  const explained = rows.map((row: object) => ({
    ...row,
    explain: again({ ...sameTimes(answer), explain: labelOf(row) }),
  }));
  return { ...atBody(answer), ...body, rows: explained };
}

/** A row's first field is its label; where that is missing, the empty label names it. */
function labelOf(row: object): string {
  const [label] = Object.values(row) as readonly unknown[];
  return typeof label === 'string' || typeof label === 'number' ? String(label) : '';
}

function explanationBody(question: string, label: string, explanation: Explanation, next: string | undefined): object {
  return {
    question,
    explain: label,
    ...atBody(explanation),
    view: explanation.view,
    rows: explanation.rows.map((row) => ({ ...rowBody(row), events: row.events.map(eventBody) })),
    ...(next !== undefined && { next }),
  };
}
