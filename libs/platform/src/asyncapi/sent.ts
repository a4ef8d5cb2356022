import type { Json } from '../openapi/schemas.js';

/** The address of the feed. */
export const FEED = '/feed';

const position = { type: 'string', pattern: '^\\d+$' } as const;

/** The parameter that a client goes on by who cannot set a header. */
export const after: Json = {
  ...position,
  description: 'What comes after this position; 0 for all. The header Last-Event-ID goes before it.',
};

/** References to messages, by their names. */
export function refersTo(names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));
}

/** A message as it is sent: its `data` is the payload, its other fields the headers. */
export function messageOf(message: Json): Json {
  const id = { ...position, description: 'The position of the event: go on from here with Last-Event-ID.' };
  return { headers: { type: 'object', required: ['id'], properties: { id } }, ...message };
}

/** The sending of the messages of a channel, to a GET with these parameters. */
export function operationOf(
  channel: string,
  messages: readonly string[],
  summary: string,
  query: Json,
  required: readonly string[] = [],
): Json {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channel}` },
    summary,
    messages: messages.map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` })),
    bindings: {
      http: {
        method: 'GET',
        query: { type: 'object', ...(required.length > 0 && { required }), properties: query },
        bindingVersion: '0.3.0',
      },
    },
  };
}
