import { DOWNLOADS } from '../exports/media.js';
import { problemResponse } from './common-part.js';
import type { Json } from './schemas.js';

const text = { type: 'string' } as const;
const position = { type: 'string', pattern: '^\\d+$' } as const;
const WHEN =
  'a date, which means the end of that day in UTC (`2024-07-10` is `2024-07-10T23:59:59.999Z`), or a time with zone';

/** The forms beside JSON that views and questions come in. */
export const fileContent: Json = {
  'text/csv': {
    schema: { type: 'string', description: 'First lines with `#`: both times, the position, what each column means.' },
  },
  'application/x-ndjson': { schema: { type: 'string', description: 'A row on each line, as in JSON.' } },
  [DOWNLOADS.xlsx]: { schema: { type: 'string', format: 'binary', description: 'A workbook with a sheet `about`.' } },
};

/** A parameter in the address. */
export function inQuery(name: string, description: string, schema: Json = text, example?: unknown): Json {
  return { name, in: 'query', required: false, description, schema, ...(example !== undefined && { example }) };
}

/** A part of the path, which is percent-encoded, slashes too (`%2F`). */
export function inPath(name: string, description: string, example: string): Json {
  return {
    name,
    in: 'path',
    required: true,
    description: `${description} Percent-encoded, slashes too.`,
    schema: text,
    example,
  };
}

/** The parameters that all reads share, by the names that `shared` takes. */
export const readParameters = {
  AsOf: inQuery('asOf', `The world's time: ${WHEN}. Now if it is not given.`, text, '2024-07-10'),
  KnownAt: inQuery(
    'knownAt',
    `What the ledger knew: a position of the log in digits, ${WHEN}. Everything if it is not given.`,
    text,
    '1',
  ),
  Limit: inQuery('limit', 'How many to answer at most.', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
  Cursor: inQuery('cursor', 'Where the page before ended; follow the link with rel="next" rather than make one.'),
  Download: inQuery(
    'download',
    'As a file of this kind, whatever Accept says; all rows unless a limit is given.',
    { type: 'string', enum: Object.keys(DOWNLOADS) },
    'csv',
  ),
  ReadAfter: {
    name: 'Read-After',
    in: 'header',
    required: false,
    description: 'The Log-Position of a receipt: the answer contains it, or is 503.',
    schema: position,
  },
  PreferWait: {
    name: 'Prefer',
    in: 'header',
    required: false,
    description: '`wait=5`: how many seconds to wait for Read-After, 30 at most; 2 if it is not given.',
    schema: text,
    example: 'wait=5',
  },
} as const satisfies Readonly<Record<string, Json>>;

/** References to shared parameters. */
export function shared(...names: readonly (keyof typeof readParameters)[]): Json[] {
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

/** What comes with an answer, by the name of the header. */
export const readHeaders = {
  ReadPosition: ['Log-Position', { description: 'How far the views were that it was read from.', schema: position }],
  AsOf: ['As-Of', { description: "The world's time of the answer.", schema: text }],
  KnownAt: ['Known-At', { description: 'The last position taken into account.', schema: position }],
  ViewStopped: [
    'View-Stopped',
    { description: 'The views read that have stopped, as `<view>; position=<position>`.', schema: text },
  ],
  Next: ['Link', { description: 'The next page, with rel="next"; missing on the last one.', schema: text }],
} as const satisfies Readonly<Record<string, readonly [string, Json]>>;

/** What is said of a read: its answer in one or more forms, and the problems that it can have. */
export interface ReadDescription {
  readonly tag: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly Json[];
  readonly answer: string;
  readonly content: Json;
  readonly problems?: readonly number[];
  /** Whether anyone may; else a token is needed unless reads are open. */
  readonly open?: boolean;
}

/** A read, as OpenAPI describes it. */
export function readOperation(read: ReadDescription): Json {
  const { tag, operationId, summary, description, parameters, answer, content, problems = [], open = false } = read;
  const statuses = [400, 401, ...problems, 503].filter((status) => !open || status === 503);
  return {
    tags: [tag],
    operationId,
    summary,
    ...(description !== undefined && { description }),
    security: open ? [] : [{ token: [] }, {}],
    parameters,
    responses: {
      200: {
        description: answer,
        headers: Object.fromEntries(
          Object.entries(readHeaders).map(([name, [header]]) => [header, { $ref: `#/components/headers/${name}` }]),
        ),
        content,
      },
      ...Object.fromEntries(statuses.map((status) => [status, problemResponse(status)])),
    },
  };
}
