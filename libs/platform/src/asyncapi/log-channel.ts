import { CORRECTIONS } from '#eventsourcing';
import type { Aggregate } from '../commands/command-table.js';
import { CLOUDEVENT } from '../log-reads/cloud-event.js';
import { ENVELOPES } from '../log-reads/envelope.js';
import { FILTERS } from '../log-reads/event-filter.js';
import type { Json } from '../openapi/schemas.js';
import { after, FEED, messageOf, operationOf, refersTo } from './sent.js';

const time = (description: string) => ({ type: 'string', description });
const filters = {
  type: 'Events of these types, separated by commas.',
  party: 'Events by these parties, separated by commas.',
  stream: 'Events of these streams, separated by commas.',
} as const satisfies Record<(typeof FILTERS)[number], string>;

const example = {
  ...{
    position: '42',
    id: '0b9b0d0e-2c1c-5d7b-9d0f-3a3f8a1c6a11',
    type: 'PledgeMade',
    stream: 'pledge-p-1',
    revision: 0,
  },
  ...{ at: '2024-07-10T12:00:00.000Z', occurredAt: '2024-07-10T00:00:00.000Z' },
  metadata: {
    by: { subject: 'anna', party: 'DEU', roles: ['operator'] },
    ...{ commandId: 'c-1', correlationId: 'c-1', causationId: 'c-1' },
  },
  data: { pledgeId: 'p-1', donor: 'DEU', kind: 'military', title: 'Air defence' },
};

/** The channel of the log: every event as it is recorded. */
export function logChannel(): Json {
  return {
    address: FEED,
    title: 'The log as it grows',
    description:
      'Every event of the log in its order, from what comes next on, or after the position that the client asks for; without `view`.',
    servers: [{ $ref: '#/servers/ledger' }],
    messages: refersTo(['event', 'cloudEvent']),
  };
}

/** What is sent there, and what it may be asked for by. */
export function logOperation(): Json {
  return operationOf('log', ['event', 'cloudEvent'], 'Sends the events of the log as they are recorded.', {
    ...Object.fromEntries(FILTERS.map((name) => [name, { type: 'string', description: filters[name] }])),
    asOf: time('Events that were true in the world by then: a day, or a time with zone.'),
    knownAt: time('Events known by then: a position of the log, a day, or a time with zone.'),
    after,
    envelope: {
      type: 'string',
      enum: ENVELOPES,
      description: `Events in the envelope of CloudEvents 1.0, as \`Accept: ${CLOUDEVENT}\` asks for it too.`,
    },
  });
}

/** The messages of the log. */
export function logMessages(): Json {
  return {
    event: messageOf({
      name: 'event',
      title: 'An event, as it was stored',
      payload: {
        allOf: [
          { $ref: '#/components/schemas/Event' },
          { type: 'object', properties: { type: { $ref: '#/components/schemas/EventType' } } },
        ],
      },
      examples: [{ headers: { id: '42' }, payload: example }],
    }),
    cloudEvent: messageOf({
      name: 'cloudEvent',
      title: 'An event in the envelope of CloudEvents',
      contentType: CLOUDEVENT,
      payload: { $ref: '#/components/schemas/CloudEvent' },
    }),
  };
}

/** The types that events have so far. */
export function eventTypeSchema(aggregates: readonly Aggregate[]): Json {
  const own = aggregates.flatMap(({ law }) => ('evolve' in law ? Object.keys(law.evolve) : []));
  return {
    type: 'string',
    description:
      'What happened. The examples are all that there are so far; more may come, and none changes what it means.',
    examples: [...new Set([...own, ...CORRECTIONS])].sort(),
  };
}
