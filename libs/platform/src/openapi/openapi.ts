import type { AnyQuestion, AnyView } from '#eventsourcing';
import type { Aggregate } from '../commands/command-table.js';
import { importsPart } from '../imports/imports-part.js';
import { commandsPart } from './commands-part.js';
import { commonPart } from './common-part.js';
import { diffPart } from './diff-part.js';
import { iatiPart } from './iati-part.js';
import { logPart } from './log-part.js';
import { operationsPart } from './operations-part.js';
import type { OpenApiPart } from './part.js';
import { questionsPart } from './questions-part.js';
import type { Json } from './schemas.js';
import { viewsPart } from './views-part.js';

/** What the api is about. */
export interface Described {
  readonly aggregates: readonly Aggregate[];
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
}

const about = `An event-sourced ledger for a coalition that gives aid. Commands are what may be asked of it, each answered by a receipt
or a problem (RFC 9457); everything that is read is folded from the log, as of any time in the world and as known at any time.`;

/** The document (OpenAPI 3.1) of this api, made of the definitions that the api runs on. */
export function openApiOf({ aggregates, views, questions }: Described, version: string): Json {
  const parts: readonly OpenApiPart[] = [
    commonPart(),
    commandsPart(aggregates),
    viewsPart(views),
    questionsPart(questions),
    diffPart(views, questions),
    logPart(),
    iatiPart(),
    operationsPart(),
    importsPart(),
  ];
  const merged = (pick: (part: OpenApiPart) => Readonly<Record<string, Json>>) => {
    const whole: Record<string, Json> = {};
    for (const part of parts)
      for (const [name, value] of Object.entries(pick(part))) whole[name] = { ...whole[name], ...value };
    return whole;
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Steadfast',
      version,
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: parts.flatMap(({ tags }) => tags),
    paths: merged(({ paths }) => paths),
    components: merged(({ components }) => components),
  };
}
