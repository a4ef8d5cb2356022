import type { AnyQuestion } from '#eventsourcing';
import { answerName, answerSchema } from './answer-schemas.js';
import type { OpenApiPart } from './part.js';
import { fileContent, inQuery, readOperation, shared } from './read-operation.js';
import { withTimes } from './read-schemas.js';
import { schemasOf, type Json } from './schemas.js';

const tag = 'questions';
const text = { type: 'string' } as const;
const ADDS = {
  type: ['string', 'null'],
  description: 'What the row adds to the figure, exactly; null where that is not known.',
};
const list = (items: Json) => ({ type: 'array', items });

/** The rows and events that a figure is made of, whatever the question. */
const explained = withTimes(['question', 'explain', 'view', 'sum', 'count', 'rows'], {
  question: text,
  explain: text,
  view: text,
  sum: { ...text, description: 'What all the rows behind the figure add up to, exactly, on whatever page they are.' },
  count: { type: 'integer', description: 'How many rows are behind the figure, on all pages.' },
  rows: list({
    allOf: [
      { $ref: '#/components/schemas/Row' },
      {
        type: 'object',
        required: ['adds', 'events'],
        properties: { adds: ADDS, events: list({ $ref: '#/components/schemas/Event' }) },
      },
    ],
  }),
  next: { ...text, format: 'uri-reference' },
});

/** A path for every question, with its parameters as its class declares them. */
export function questionsPart(questions: readonly AnyQuestion[]): OpenApiPart {
  return {
    tags: [{ name: tag, description: 'Figures over the views, in both times; each says what it is made of.' }],
    paths: {
      '/questions': { get: all() },
      ...Object.fromEntries(questions.map((question) => [`/questions/${question.name}`, { get: ask(question) }])),
    },
    components: {
      schemas: {
        Explanation: explained,
        ...Object.fromEntries(questions.map((question) => [answerName(question), answerSchema(question)])),
      },
    },
  };
}

function all(): Json {
  const question = {
    type: 'object',
    required: ['name', 'about', 'parameters', 'reads', 'explains', 'answer'],
    properties: {
      name: text,
      about: text,
      parameters: list(text),
      reads: list(text),
      explains: { type: 'boolean' },
      answer: { type: 'string', format: 'uri-reference' },
    },
  };
  return readOperation({
    tag,
    operationId: 'questions',
    summary: 'The questions there are',
    parameters: [],
    answer: 'Every question, with its parameters and the views that it reads.',
    content: {
      'application/json': {
        schema: { type: 'object', required: ['questions'], properties: { questions: list(question) } },
      },
    },
  });
}

function ask(question: AnyQuestion): Json {
  const explain = inQuery(
    'explain',
    'A figure of the answer, as the `explain` address beside it has it: the rows and events that it is made of.',
  );
  const answer = { $ref: `#/components/schemas/${answerName(question)}` };
  const explanation = {
    allOf: [
      { $ref: '#/components/schemas/Explanation' },
      { type: 'object', properties: { question: { const: question.name } } },
    ],
  };
  return readOperation({
    tag,
    operationId: `ask.${question.name}`,
    summary: question.about,
    description: `Reads ${question.reads.map(({ name }) => name).join(', ')}.`,
    parameters: [
      ...parametersOf(question),
      ...(question.explain ? [explain, ...shared('Limit', 'Cursor')] : []),
      ...shared('Download', 'AsOf', 'KnownAt', 'ReadAfter', 'PreferWait'),
    ],
    answer: 'The answer; with `explain`, the rows and events behind one of its figures.',
    content: {
      'application/json': { schema: question.explain ? { anyOf: [answer, explanation] } : answer },
      ...fileContent,
    },
    problems: [404, 406],
  });
}

/** The parameters of a question as its class declares them. */
export function parametersOf({ parameters }: AnyQuestion): Json[] {
  const schema = schemasOf([parameters])[parameters.name] ?? {};
  const required = new Set((schema.required ?? []) as readonly string[]);
  return Object.entries((schema.properties ?? {}) as Readonly<Record<string, Json>>).map(([name, value]) => {
    const [example] = Array.isArray(value.enum) ? (value.enum as readonly unknown[]) : [];
    return {
      name,
      in: 'query',
      required: required.has(name),
      schema: value,
      ...(example !== undefined && { example }),
    };
  });
}
