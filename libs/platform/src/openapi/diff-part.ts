import type { AnyQuestion, AnyView } from '#eventsourcing';
import { FILTERED, filterParameters } from './filters.js';
import type { OpenApiPart } from './part.js';
import { parametersOf } from './questions-part.js';
import { inQuery, readOperation, shared } from './read-operation.js';
import type { Json } from './schemas.js';

const tag = 'diff';
const text = { type: 'string' } as const;
const next = { ...text, format: 'uri-reference', description: 'The next page.' };
const at = (description: string) => ({ description, $ref: '#/components/schemas/At' });

const ofOne = [
  ['from.asOf', "The world's time of the earlier moment, as `asOf` has it.", '2024-07-10'],
  ['from.knownAt', 'What the ledger knew at the earlier moment, as `knownAt` has it.', '0'],
  ['to.asOf', "The world's time of the later moment, as `asOf` has it.", '2024-07-10'],
  ['to.knownAt', 'What the ledger knew at the later moment, as `knownAt` has it.', '1'],
] as const;

const moments: readonly Json[] = [
  ...ofOne.map(([name, description, example]) => inQuery(name, description, text, example)),
  ...shared('AsOf', 'KnownAt'),
];

const which =
  'At least one of `from.asOf`, `from.knownAt`, `to.asOf` and `to.knownAt` says how the two moments differ; `asOf` and `knownAt` hold ' +
  'for both where these do not say otherwise. Asked again with the moments of the answer, the same comes for ever. ';

/** What differs between any two moments, of every view and every question. */
export function diffPart(views: readonly AnyView[], questions: readonly AnyQuestion[]): OpenApiPart {
  return {
    tags: [{ name: tag, description: 'What differs between any two moments, and by which events.' }],
    paths: Object.fromEntries([
      ...views.map((view): [string, Json] => [`/diff/views/${view.name}`, { get: ofView(view) }]),
      ...questions.map((question): [string, Json] => [
        `/diff/questions/${question.name}`,
        { get: ofQuestion(question) },
      ]),
    ]),
    components: { schemas: { RowChange: rowChange, PartChange: partChange, FigureCause: figureCause } },
  };
}

function ofView(view: AnyView): Json {
  const row = { type: ['object', 'null'], properties: { row: { $ref: `#/components/schemas/View.${view.name}` } } };
  const change = { type: 'object', properties: { before: row, after: row } };
  return readOperation({
    tag,
    operationId: `diff.${view.name}`,
    summary: `What differs in ${view.name} between two moments`,
    description: `${which}${FILTERED} A row that meets the filter at one moment only is added, or removed.`,
    parameters: [...moments, ...filterParameters(view), ...shared('Limit', 'Cursor', 'ReadAfter', 'PreferWait')],
    answer: 'A page of rows added, changed and removed, by key.',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['view', 'from', 'to', 'rows'],
          properties: {
            view: { const: view.name },
            from: at('The earlier moment.'),
            to: at('The later moment.'),
            rows: { type: 'array', items: { allOf: [{ $ref: '#/components/schemas/RowChange' }, change] } },
            next,
          },
        },
      },
    },
    problems: [404],
  });
}

function ofQuestion(question: AnyQuestion): Json {
  return readOperation({
    tag,
    operationId: `diff.ask.${question.name}`,
    summary: `What differs in ${question.name} between two moments`,
    description: `${question.about} ${which}`,
    parameters: [
      ...parametersOf(question),
      ...moments,
      ...(question.explain ? [explain, ...shared('Limit', 'Cursor')] : []),
      ...shared('ReadAfter', 'PreferWait'),
    ],
    answer:
      'The parts of the answer that differ, in the order of the later one; with `explain`, the rows that make one of its figures another.',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['question', 'from', 'to', 'rows'],
          properties: {
            question: { const: question.name },
            from: at('The earlier moment.'),
            to: at('The later moment.'),
            explain: { ...text, description: 'The figure whose difference the rows are of.' },
            view: { ...text, description: 'The view that the rows are of.' },
            rows: {
              type: 'array',
              items: {
                anyOf: [{ $ref: '#/components/schemas/PartChange' }, { $ref: '#/components/schemas/FigureCause' }],
              },
            },
            next,
          },
        },
      },
    },
    problems: [404],
  });
}

const explain = inQuery(
  'explain',
  'A figure that differs, as the `causes` address beside it has it: the rows and events that make it another.',
  text,
);

const side = (when: string): Json => ({
  description: `The row ${when}; null where there was none.`,
  anyOf: [{ $ref: '#/components/schemas/Row' }, { type: 'null' }],
});

const rowChange: Json = {
  type: 'object',
  description: 'A row that differs between two moments.',
  required: ['key', 'change', 'before', 'after', 'events'],
  properties: {
    key: text,
    change: { enum: ['added', 'changed', 'removed'] },
    columns: {
      type: 'array',
      items: text,
      description: 'The columns that differ, where there is a row at both moments.',
    },
    before: side('at the earlier moment'),
    after: side('at the later moment'),
    events: {
      type: 'array',
      description:
        'The events by which it differs, in log order: those in force at one moment only, and corrections approved between them.',
      items: { $ref: '#/components/schemas/Event' },
    },
  },
};

const values = (when: string): Json => ({
  type: ['object', 'null'],
  description: `The values of the part ${when}; null where it was not there.`,
});

const explained = { type: ['string', 'null'], format: 'uri-reference' } as const;

const partChange: Json = {
  type: 'object',
  description: 'A part of an answer that differs between two moments, matched by its label.',
  required: ['at', 'change', 'before', 'after', 'difference'],
  properties: {
    at: {
      type: 'array',
      items: text,
      description: 'Where it is: names of fields, and of elements of lists their labels.',
    },
    change: { enum: ['added', 'changed', 'removed'] },
    before: values('at the earlier moment'),
    after: values('at the later moment'),
    difference: {
      type: ['object', 'null'],
      description: 'Of each number that differs, how much, exactly; null where the part is there at one moment only.',
      additionalProperties: { type: ['string', 'number'] },
    },
    explain: {
      type: 'object',
      description: 'Of a figure, what it is made of at each moment.',
      required: ['before', 'after'],
      properties: { before: explained, after: explained },
    },
    causes: { ...text, format: 'uri-reference', description: 'The rows and events that make the figure another.' },
  },
};

const added = { type: ['string', 'null'] } as const;

const figureCause: Json = {
  description: 'A row behind a figure that makes it another: it is another itself, or adds another amount.',
  allOf: [
    { $ref: '#/components/schemas/RowChange' },
    {
      type: 'object',
      required: ['adds'],
      properties: {
        adds: {
          type: 'object',
          description: 'What it adds at each moment; null where it is not behind the figure, or that is not known.',
          required: ['before', 'after'],
          properties: { before: added, after: added },
        },
      },
    },
  ],
};
