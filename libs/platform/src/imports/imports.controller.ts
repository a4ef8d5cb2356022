import { isISO8601 } from 'class-validator';
import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { importers } from '#importers';
import { Problem } from '../problems/problem.js';
import { NOT_KEPT } from '../reads/answer.js';
import { notUnderstood, onlyTakes, valueOf, type Query as Parameters } from '../reads/query.js';
import { Imports, unknownFormat } from './imports.js';

/** The roles that may import. */
export const MAY_IMPORT: readonly string[] = ['historian'];

/** Takes a file in a foreign format, and imports it while the client follows the operation. */
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post(':format')
  async take(
    @Param('format') format: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { actor, body } = request;
    if (!actor) throw new Error('the door let an import in without an actor');
    if (!actor.roles.some((role) => MAY_IMPORT.includes(role)))
      throw new Problem('RoleMissing', `An import is for the role ${MAY_IMPORT.join(', ')}.`, { may: MAY_IMPORT });
    if (!Object.hasOwn(importers, format)) throw unknownFormat(format);
    onlyTakes(query, ['release', 'allowRejects', 'file', 'on']);
    const release = releaseOf(query);
    const name = nameOf(query) ?? `${format}-${release}.csv`;
    const file = fileOf(body);
    const asked = { format, release, name, allowRejects: allowsRejects(query), file, ...dayOf(query) };
    const { progress } = await this.imports.start(actor, asked, request);
    const location = `/operations/${progress.id}`;
    void reply
      .code(202)
      .headers({ ...NOT_KEPT, location })
      .send({ ...progress, events: `${location}/events` });
  }
}

function fileOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  if (body === undefined || Buffer.isBuffer(body)) throw new Problem('NotThisFormat', 'The body is empty.');
  throw new Problem('MediaTypeNotTaken', 'Send the file as it is, with Content-Type: text/csv.');
}

function releaseOf(query: Parameters): string {
  const release = valueOf(query, 'release');
  if (release !== undefined && /^[A-Za-z0-9][A-Za-z0-9._]{0,19}$/.test(release)) return release;
  throw notUnderstood(
    'release',
    'release must name the release of the file, such as r18: 1 to 20 letters, digits, dots or underscores',
  );
}

function nameOf(query: Parameters): string | undefined {
  const name = valueOf(query, 'file');
  if (name === undefined || /^[^\p{C}/\\]{1,200}$/u.test(name)) return name;
  throw notUnderstood('file', 'file must be the name of the file, without its folder, of 200 characters at most');
}

function dayOf(query: Parameters): { on?: string } {
  const on = valueOf(query, 'on');
  if (on === undefined) return {};
  if (/^20\d\d-\d\d-\d\d$/.test(on) && isISO8601(on, { strict: true })) return { on };
  throw notUnderstood('on', 'on must be the last day that the release covers, such as 2022-10-03');
}

function allowsRejects(query: Parameters): boolean {
  const text = valueOf(query, 'allowRejects') ?? 'false';
  if (text === 'true' || text === 'false') return text === 'true';
  throw notUnderstood('allowRejects', 'allowRejects must be true or false');
}
