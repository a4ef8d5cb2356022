import type { AnyView } from '#eventsourcing';
import type { Described } from '../openapi/openapi.js';
import { readSchemas } from '../openapi/read-schemas.js';
import type { Json } from '../openapi/schemas.js';
import { logChannel, logMessages, logOperation, eventTypeSchema } from './log-channel.js';
import { rowSchemas, viewChannel, viewMessages, viewOperation } from './view-channel.js';

const about = `The live feed of Steadfast, an event-sourced ledger for a coalition that gives aid: server-sent events (WHATWG HTML) over HTTP, either
of the log as it grows or of a view as it changes. Both are at one address and told apart by the parameter \`view\`.

Every message has an \`id\`, which is a position of the log. A client that comes again with the header \`Last-Event-ID\`, as browsers do by
themselves, or with the parameter \`after\`, goes on behind that position: nothing is left out and nothing comes twice. After 15 s without a
message comes a comment, a line with a colon alone. A client that reads slowly is waited for. A feed may end at any time; the field \`retry\` at its beginning says
after how many milliseconds to come again.`;

/** The document (AsyncAPI 3.0) of the feed, made of the definitions that the feed runs on. */
export function asyncApiOf({ aggregates, views }: Pick<Described, 'aggregates' | 'views'>, version: string): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Steadfast: the feed',
      version,
      description: about,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      ledger: {
        host: '{host}',
        protocol: 'http',
        description: 'Any api of the ledger: the feed can be followed from one and gone on with from another.',
        variables: { host: { default: 'localhost:3000', description: 'Where the api listens.' } },
        security: [{ $ref: '#/components/securitySchemes/token' }],
      },
    },
    channels: { log: logChannel(), view: viewChannel(views) },
    operations: { sendEvents: logOperation(), sendChanges: viewOperation(views) },
    components: {
      messages: { ...logMessages(), ...viewMessages(views) },
      schemas: { ...schemasOf(views), EventType: eventTypeSchema(aggregates) },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function schemasOf(views: readonly AnyView[]): Json {
  const { EventHead, Event, CloudEvent, Row } = readSchemas;
  return { EventHead, Event, CloudEvent, Row, ...rowSchemas(views) };
}
