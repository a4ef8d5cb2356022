import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyQuestion } from '#eventsourcing';
import type { Answer, Comparison, ReadSide } from '#read-side';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { parameterNames, parametersOf } from '../questions/parameters.js';
import { questionNamed } from '../questions/question-named.js';
import { address, nextLink, sameTimes } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { limitOf, notUnderstood, valueOf, type Query as Parameters } from '../reads/query.js';
import { causesOf } from './causes.js';
import { differences, type PartChange } from './figures.js';
import { MOMENTS, momentsBody, momentsHeaders, momentsOf, sameMoments } from './moments.js';

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
    const parameters = parametersOf(question, query, [...MOMENTS, ...OF_CAUSES]);
    const moments = momentsOf(query);
    const label = labelOf(question, query);
    const [limit, cursor] = [limitOf(query), valueOf(query, 'cursor')];
    const readAfter = await this.freshness.reached(request, reply, moments.from, moments.to);
    const comparison = await this.readSide.compare(name, parameters, moments);
    ensureFresh(readAfter, comparison.to.failures);
    if (label !== undefined) {
      const causes = await causesOf(this.readSide, comparison, { question: name, parameters, label, limit, cursor });
      const next =
        causes.next === undefined
          ? undefined
          : causesAddress(question, query, comparison, label, { limit: query.limit, cursor: causes.next });
      void reply.headers({ ...momentsHeaders(comparison), ...nextLink(next) }).send({
        ...{ question: name, explain: label, ...momentsBody(comparison), view: causes.view, rows: causes.rows },
        ...(next !== undefined && { next }),
      });
      return;
    }
    const changes = differences(comparison.from.answer, comparison.to.answer);
    void reply.headers(momentsHeaders(comparison)).send({
      question: name,
      ...momentsBody(comparison),
      rows: changes.map((change) => partBody(question, query, comparison, change)),
    });
  }
}

/** What is taken beside the moments to explain how a figure differs. */
const OF_CAUSES = ['explain', 'limit', 'cursor'] as const;

/** The label of the figure whose difference is to be explained, if one is asked for. */
function labelOf({ name, explain }: AnyQuestion, query: Parameters): string | undefined {
  const label = valueOf(query, 'explain');
  const paging = ['limit', 'cursor'].find((each) => Object.hasOwn(query, each));
  if (label === undefined && paging !== undefined)
    throw notUnderstood(paging, `${paging} is for explanations; give explain=<figure> with it`);
  if (label !== undefined && !explain) throw notUnderstood('explain', `The question ${name} has no explanations`);
  return label;
}

/** A part that differs as it is sent: with the address of what its figure is made of at each moment, and of what makes it another. */
function partBody(question: AnyQuestion, query: Parameters, comparison: Comparison, change: PartChange): object {
  const { labels, ...rest } = change;
  const { from, to } = comparison;
  const own = ownOf(question, query);
  const explained = (answer: Answer, label: string | null) =>
    label === null ? null : address(['questions', question.name], { ...own, ...sameTimes(answer), explain: label });
  return {
    ...rest,
    ...(labels && { explain: { before: explained(from, labels.before), after: explained(to, labels.after) } }),
    ...(labels &&
      question.explain && { causes: causesAddress(question, query, comparison, labels.after ?? labels.before) }),
  };
}

function ownOf(question: AnyQuestion, query: Parameters): Parameters {
  return Object.fromEntries(parameterNames(question).map((name) => [name, query[name]]));
}

/** The address of what makes a figure another at one moment than at the other. */
function causesAddress(
  question: AnyQuestion,
  query: Parameters,
  comparison: Comparison,
  label: string | null,
  page: Parameters = {},
): string {
  const explain = { explain: label ?? undefined };
  return address(['diff', 'questions', question.name], {
    ...{ ...ownOf(question, query), ...sameMoments(comparison), ...explain, ...page },
  });
}
