import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Condition, Page, ReadSide, Times } from '#read-side';
import { aboutTimes, fileName } from '../exports/about.js';
import { pagesFrom } from '../exports/pages.js';
import { ReadsTheLedger } from '../identity/door.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { Faults } from '../problems/faults.js';
import { Problem } from '../problems/problem.js';
import { atHeaders, timesOfAnswer } from '../reads/answer.js';
import { ensureFresh, Freshness } from '../reads/freshness.js';
import { LARGEST_PAGE, onlyTakes, type Query as Parameters } from '../reads/query.js';
import { TIMES, timesOf } from '../reads/times.js';
import { conditionsOf } from '../views/list-request.js';
import { viewNamed } from '../views/view-named.js';
import { documentOf } from './document.js';
import { givenIn } from './given.js';
import { PUBLISHER, publisherOf } from './publisher.js';
import { releasesOf } from './releases.js';

/** What pledges can be chosen by: columns that all views read here have. */
export const CHOSEN_BY = ['donor', 'kind'] as const;

/** Imports are known by when they were made, however long ago what they told was true. */
const IN_THE_END = '9999-12-31T23:59:59.999Z';

const BY_PLEDGE = { sort: [{ column: 'pledge', descending: false }] };

/** The public part of the ledger as activities of IATI 2.03, one for each pledge. */
@ReadsTheLedger()
@Controller('iati')
export class IatiController {
  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly freshness: Freshness,
    private readonly faults: Faults,
  ) {}

  @Get('activities')
  async activities(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    onlyTakes(query, [...PUBLISHER, ...CHOSEN_BY, 'release', ...TIMES]);
    const publisher = publisherOf(query);
    const asked = timesOf(query);
    const where = conditionsOf(viewNamed(this.readSide, 'pledges'), chosen(query));
    const readAfter = await this.freshness.reached(request, reply, asked);
    const imports = await this.readSide.list('imports', { ...asked, asOf: IN_THE_END, limit: LARGEST_PAGE });
    const releases = releasesOf(query, imports.rows);
    const choosing = { where: [...where, ...releases.where], limit: LARGEST_PAGE };
    const pledges = await this.readSide.list('pledges', { ...asked, ...choosing });
    const times = timesOfAnswer(pledges);
    const reading = { ...times, ...BY_PLEDGE, where, limit: LARGEST_PAGE };
    const [commitments, allocations] = [
      await this.readSide.list('commitments', reading),
      await this.readSide.list('allocations', reading),
    ];
    const failures = [pledges, commitments, allocations].flatMap((page) => page.failures);
    ensureFresh(readAfter, failures);
    if (pledges.rows.length === 0) throw nothingToPublish(pledges);
    const at = { ...pledges, failures };
    const given = givenIn(
      {
        pledges: pagesFrom(pledges, (cursor) => this.readSide.list('pledges', { ...times, ...choosing, cursor })),
        commitments: pagesFrom(commitments, (cursor) => this.readSide.list('commitments', { ...reading, cursor })),
        allocations: pagesFrom(allocations, (cursor) => this.readSide.list('allocations', { ...reading, cursor })),
      },
      (keys) => this.#donorsOf(keys, times),
      (row) => releases.has(row),
    );
    const about = aboutTimes(['iati', 'activities'], query, at);
    const text = request.method === 'HEAD' ? [] : documentOf(about, at, given, publisher);
    const body = Readable.from(text, { objectMode: false });
    body.once('error', (error) => {
      this.faults.report(error, request);
    });
    const file = `attachment; filename="${fileName('iati-activities', at)}.xml"`;
    void reply
      .headers({ ...atHeaders(at), 'content-disposition': file })
      .type('application/xml; charset=utf-8')
      .send(body);
  }

  /** Who gives each of at most a page of pledges. */
  async #donorsOf(keys: readonly string[], times: Times): Promise<ReadonlyMap<string, string>> {
    const where: readonly Condition[] = [{ column: 'key', in: keys }];
    const { rows } = await this.readSide.list('pledges', { ...times, where, limit: LARGEST_PAGE });
    return new Map(rows.map(({ key, row }) => [key, row.donor as string]));
  }
}

function chosen(query: Parameters): Parameters {
  return Object.fromEntries(CHOSEN_BY.filter((name) => Object.hasOwn(query, name)).map((name) => [name, query[name]]));
}

function nothingToPublish({ asOf, knownAt }: Page): Problem {
  const when = `${asOf}, as known at position ${String(knownAt.position)}`;
  return new Problem(
    'NothingToPublish',
    `There is no such pledge at ${when}, and IATI has no file without activities.`,
  );
}
