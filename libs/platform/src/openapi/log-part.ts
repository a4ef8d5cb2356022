import { CLOUDEVENT, CLOUDEVENTS } from '../log-reads/cloud-event.js';
import { ENVELOPES } from '../log-reads/envelope.js';
import { FILTERS } from '../log-reads/event-filter.js';
import type { OpenApiPart } from './part.js';
import { inPath, inQuery, readHeaders, readOperation, readParameters, shared } from './read-operation.js';
import { readSchemas } from './read-schemas.js';
import type { Json } from './schemas.js';

const tag = 'log';
const position = { type: 'string', pattern: '^\\d+$' } as const;
const events = { type: 'array', items: { $ref: '#/components/schemas/Event' } };
const next = { type: 'string', format: 'uri-reference', description: 'The next page.' };
const abouts = {
  type: 'Events of this type.',
  party: 'Events by this party.',
  stream: 'Events of this stream.',
} as const;
const examples = { type: 'PledgeMade', party: 'DEU', stream: 'pledge-p-1' } as const;
const batch: Json = {
  [CLOUDEVENTS]: {
    schema: {
      type: 'array',
      description: 'A batch of CloudEvents 1.0; the next page is in Link.',
      items: { $ref: '#/components/schemas/CloudEvent' },
    },
  },
};
const filters = FILTERS.map((name) => inQuery(name, abouts[name], { type: 'string' }, examples[name]));

/** The log: one stream, the events of all of them, and the feed; and what all reads share. */
export function logPart(): OpenApiPart {
  return {
    tags: [{ name: tag, description: 'The events as they were stored: the only truth.' }],
    paths: { '/streams/{stream}': { get: stream() }, '/events': { get: all() }, '/feed': { get: feed() } },
    components: {
      schemas: readSchemas,
      parameters: readParameters,
      headers: Object.fromEntries(Object.entries(readHeaders).map(([name, [, header]]) => [name, header])),
    },
  };
}

function stream(): Json {
  return readOperation({
    tag,
    operationId: 'stream',
    summary: 'The events of a stream',
    description: 'A page holds, out of so many events, those that were true at `asOf` and known at `knownAt`.',
    parameters: [
      inPath('stream', 'The name of the stream.', 'pledge-p-1'),
      inQuery('from', 'The first revision.', { type: 'integer', minimum: 0, default: 0 }),
      ...shared('Limit', 'AsOf', 'KnownAt', 'ReadAfter'),
    ],
    answer: 'Events in order; ETag is the revision that the stream stands at.',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['stream', 'events'],
          properties: {
            stream: { type: 'string' },
            revision: { type: 'integer', description: 'Where the stream stands; left out where knownAt is given.' },
            events,
            next,
          },
        },
      },
      ...batch,
    },
    problems: [404],
  });
}

function all(): Json {
  return readOperation({
    tag,
    operationId: 'events',
    summary: 'The events of the log',
    description: 'A page holds, out of so many events, those that were true at `asOf` and known at `knownAt`.',
    parameters: [
      ...filters,
      inQuery('after', 'Events after this position.', position),
      ...shared('Limit', 'AsOf', 'KnownAt', 'ReadAfter', 'PreferWait'),
    ],
    answer: 'Events in the order of the log.',
    content: {
      'application/json': {
        schema: { type: 'object', required: ['position', 'events'], properties: { position, events, next } },
      },
      ...batch,
    },
  });
}

function feed(): Json {
  const example = 'retry: 2000\n\nid: 42\ndata: {"position":"42","id":"…","type":"PledgeMade"}\n\n:\n\n';
  return readOperation({
    tag,
    operationId: 'feed',
    summary: 'The log as it grows, or a view as it changes',
    description:
      'Server-sent events. The id of each is its position: with Last-Event-ID, as browsers send it by themselves, or with `after`, ' +
      'a client goes on where it was; else it begins with what comes next. A comment is sent every 15 s. A filter takes several values, as `type=PledgeMade,PledgeCommitted`. ' +
      'With `view` it is the changes of that view: for each event its `position`, the `event` without its data, and the `rows` that it changed, each with its ' +
      '`key`, its `change` (added, changed, removed) and the row `before` and `after`, filtered by the columns of the view as lists are. The rows are those of ' +
      '`asOf=9999-12-31`, what is dated ahead among them: list them so, and follow `after` the Known-At of that list. An event named `stopped` says that the view has stopped.',
    parameters: [
      ...filters,
      inQuery('view', 'The changes of this view; with it neither type, party, stream nor times.', { type: 'string' }),
      inQuery('after', 'Events after this position; 0 for all.', position),
      inQuery(
        'envelope',
        `The events of the log in the envelope of CloudEvents 1.0, as \`Accept: ${CLOUDEVENT}\` asks for it too; not with view.`,
        { type: 'string', enum: ENVELOPES },
        'cloudevents',
      ),
      ...shared('AsOf', 'KnownAt'),
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The id of the last event that was received; goes before `after`.',
        schema: position,
      },
    ],
    answer: 'Each event on a line `data:`, in the order of the log, without end.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example } },
  });
}
