import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Faults } from '../problems/faults.js';
import type { AnswerHeaders } from '../problems/problem.js';
import { csvOf } from './csv.js';
import type { Export } from './export.js';
import { DOWNLOADS, endingOf, type Medium } from './media.js';
import { ndjsonOf } from './ndjson.js';
import { xlsxOf } from './xlsx.js';

/** The forms in which an export is sent: all but that of which a page is a whole. */
export type FileMedium = Exclude<Medium, 'application/json'>;

const written: Readonly<Record<FileMedium, (of: Export) => Readable>> = {
  'text/csv': (of) => Readable.from(csvOf(of), { objectMode: false }),
  'application/x-ndjson': (of) => Readable.from(ndjsonOf(of), { objectMode: false }),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': xlsxOf,
};

/**
 * Sends an export as its client takes it, never more than a batch ahead. What fails on the way is logged, and the connection is broken
 * off, so that nobody takes a part for the whole.
 */
export function sendExport(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  medium: FileMedium,
  of: Export,
  headers: AnswerHeaders,
  faults: Faults,
): void {
  const body = request.method === 'HEAD' ? Readable.from([]) : written[medium](of);
  body.once('error', (error) => {
    faults.report(error, request);
  });
  void reply
    .headers({
      ...headers,
      vary: 'accept',
      'content-disposition': `attachment; filename="${of.name}.${endingOf(medium) ?? ''}"`,
    })
    .type(medium === DOWNLOADS.xlsx ? medium : `${medium}; charset=utf-8`)
    .send(body);
}
