import 'reflect-metadata';
import fc from 'fast-check';
import { aggregates } from '#domain';
import { exampleOf, schemasOf, type Aggregate } from '#platform';
import { serveCommands, type CommandServer } from './support/serve-commands.js';

const BODIES = 200;
const shapes = (aggregates as readonly Aggregate[]).flatMap(({ commands }) => Object.entries(commands));
const schemas = schemasOf(shapes.map(([, shape]) => shape));

let server: CommandServer;
let token: string;

beforeAll(async () => {
  server = await serveCommands();
  token = await server.token({ roles: ['operator', 'coordinator', 'recipient', 'historian', 'auditor', 'viewer'] });
});
afterAll(() => server.close());

type Fields = Readonly<Record<string, unknown>>;

const deep = fc.integer({ min: 20, max: 3_000 }).map((levels) => `${'['.repeat(levels)}${']'.repeat(levels)}`);
const huge = fc.integer({ min: 10_000, max: 100_000 }).map((length) => 'x'.repeat(length));
const hostileKey = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '$where');
const badDate = fc.constantFrom('2024-02-30', '2024-13-01', 'soon', '0000-00-00', '+275760-09-13', '2024-07-10T25:00Z');
const odd = fc.constantFrom('\u0000', '\ud800', '\u202e', ' ', '../..', '%00', 'a/b', "'; drop table log; --", 'NaN');

/** A value that no field of any command takes, as JSON text. */
const unfit = fc.oneof(
  fc.constantFrom('null', 'true', '-1', '1e999', '0.1', '[]', '{}', '[null]', '[[]]', '{"a":{}}'),
  deep,
  fc.oneof(huge, badDate, odd, fc.string({ unit: 'binary' })).map((text) => JSON.stringify(text)),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

const written = (fields: Fields, name: string, json: string) => {
  const others = Object.entries(fields).filter(([key]) => key !== name);
  return `{${[...others.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`), `${JSON.stringify(name)}:${json}`].join(',')}}`;
};

/** A body that is wrong; `possible` where a field was given what it might take after all, such as an odd text for a text. */
interface Spoilt {
  readonly text: string;
  readonly possible: boolean;
}

/** Bodies of a command that are spoilt in one way each. */
function spoilt(valid: Fields): fc.Arbitrary<Spoilt> {
  const known = fc.constantFrom(...Object.keys(valid));
  const unknown = fc.oneof(
    hostileKey,
    fc.string().map((name) => `${name}?`),
  );
  const refused = (bodies: fc.Arbitrary<string>) => bodies.map((text) => ({ text, possible: false }));
  const exchanged = fc.tuple(known, unfit).map(([name, json]) => ({
    text: written(valid, name, json),
    possible: sameKind(JSON.parse(json), valid[name]),
  }));
  return fc.oneof(
    { weight: 6, arbitrary: exchanged },
    { weight: 3, arbitrary: refused(fc.tuple(unknown, unfit).map(([name, json]) => written(valid, name, json))) },
    { weight: 2, arbitrary: refused(known.map((name) => JSON.stringify({ ...valid, [name]: undefined }))) },
    { weight: 2, arbitrary: refused(unfit) },
    { weight: 2, arbitrary: refused(fc.constantFrom(...listed(valid)).map((body) => JSON.stringify(body))) },
    {
      weight: 1,
      arbitrary: refused(fc.nat(JSON.stringify(valid).length - 1).map((end) => JSON.stringify(valid).slice(0, end))),
    },
  );
}

/** What it is with a list of one where an object was, each object of it in turn. */
function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => listed(item).map((other) => items.with(index, other)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([name, field]) =>
    listed(field).map((other) => ({ ...value, [name]: other })),
  );
  return [[value], ...within];
}

function sameKind(a: unknown, b: unknown): boolean {
  return typeof a === typeof b && Array.isArray(a) === Array.isArray(b) && a !== null;
}

async function post(type: string, body: string) {
  return server.request(`/commands/${type}?dryRun=false`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': crypto.randomUUID(),
    },
    body,
  });
}

describe('a malformed body', () => {
  it.each(shapes)('of %s is answered with a problem that says what is wrong, and appends nothing', async (type) => {
    const valid = exampleOf({ $ref: `#/components/schemas/${type}` }, schemas) as Fields;
    await fc.assert(
      fc.asyncProperty(spoilt(valid), async ({ text, possible }) => {
        const before = await server.store.lastPosition();
        const { status, body } = await post(type, text);
        if (possible && status < 300) return;
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(body).toMatchObject({ status, code: expect.stringMatching(/^[A-Z]/) as string });
        expect((body.detail as string).length).toBeGreaterThan(10);
        expect(await server.store.lastPosition()).toBe(before);
      }),
      { numRuns: BODIES },
    );
  });
});
