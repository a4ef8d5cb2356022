import fc from 'fast-check';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(120_000);

const RUNS = 300;

let server: ReadServer;

beforeAll(async () => {
  server = await serveReads();
  await server.pledge({ pledgeId: 'p-1' });
  await server.pledge({ pledgeId: 'p-2' });
  await server.readSide.waitFor(2n, 30_000);
});
afterAll(() => server.close());

const NAMES = [
  ...['asOf', 'knownAt', 'sort', 'limit', 'cursor', 'explain', 'after', 'from', 'type', 'party', 'stream'],
  ...['from.asOf', 'from.knownAt', 'to.asOf', 'to.knownAt'],
  ...['key', 'donor', 'made', 'sources', 'since', 'years', 'changes', 'by', 'measure'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'donor[]', 'donor[$ne]', ''],
];
const VALUES = [
  ...[
    '',
    '0',
    '-1',
    '1',
    '1000',
    '1001',
    '1e9',
    'NaN',
    '9223372036854775807',
    '9'.repeat(40),
    '1.5',
    '0x10',
    '00',
    '٣',
  ],
  ...[
    '2024-07-10',
    '2024-02-30',
    '0000-01-01',
    '9999-12-31',
    '2024-07-10T25:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2024',
  ],
  ...[
    'null',
    'undefined',
    'true',
    '__proto__',
    'constructor',
    'DEU',
    'donor',
    '-donor',
    '--donor',
    'donor,,',
    ',',
    '"',
    '"a',
    'a"b',
    '""',
  ],
  ...[
    "'; drop table steadfast.log; --",
    '$1',
    '\0',
    '\ud83d\ude00',
    '\uffff',
    '%',
    '%00',
    '{"a":1}',
    '[]',
    '{}',
    '*',
    '\r\nX: y',
  ],
  Buffer.from('["x","2024-07-10","1",[],"p"]').toString('base64url'),
];

const encoded = (texts: fc.Arbitrary<string>) => texts.map((text) => encodeURIComponent(text.toWellFormed()));
const name = fc.oneof({ weight: 4, arbitrary: encoded(fc.constantFrom(...NAMES)) }, encoded(fc.string()));
const value = fc.oneof(
  { weight: 4, arbitrary: encoded(fc.constantFrom(...VALUES)) },
  encoded(fc.string({ unit: 'binary' })),
  fc.constantFrom('%zz', '%E0%A4%A', '+', 'a+b', '%C0%80', '==', '&&', ';', '#'.repeat(3)),
);
const queries = fc
  .array(fc.tuple(name, value), { maxLength: 5 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
const segments = fc.oneof(encoded(fc.constantFrom('p-1', ...NAMES, ...VALUES)), encoded(fc.string({ unit: 'binary' })));
const path = fc.oneof(
  fc.constantFrom(
    ...[
      '/views',
      '/views/pledges',
      '/views/allocations',
      '/views/pledges/p-1',
      '/views/pledges/p-1/history',
      '/diff/views/pledges',
      '/diff/questions/pledged',
      '/questions',
    ],
    ...[
      '/questions/pledged',
      '/questions/pledged',
      '/streams/pledge-p-1',
      '/events',
      '/operations/views',
      '/operations/views/pledges',
    ],
  ),
  fc
    .tuple(
      fc.constantFrom('/views/', '/views/pledges/', '/questions/', '/streams/', '/operations/views/', '/'),
      segments,
    )
    .map((parts) => parts.join('')),
  segments.map((segment) => `/views/pledges/${segment}/history`),
);

/** What is wrong with an answer to a request that may be wrong itself, if anything is. */
async function fault(address: string, headers: Record<string, string>): Promise<string | undefined> {
  const { status, headers: answered, body } = await server.request(address, { headers });
  if (status >= 500) return `${String(status)} ${JSON.stringify(body)}`;
  const isProblem = (answered.get('content-type') ?? '').startsWith('application/problem+json');
  if (status >= 400 && !(isProblem && typeof body.code === 'string' && typeof body.detail === 'string'))
    return `${String(status)} and no problem`;
  return undefined;
}

describe('whatever is asked', () => {
  it('is answered, or refused with a problem, and never a fault of the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(path, queries, async (at, query) => {
        expect(await fault(`${at}?${query}`, {})).toBeUndefined();
      }),
      { numRuns: RUNS * 3 },
    );
  });

  it.each([
    '/views/pledges?',
    '/diff/views/pledges?from.knownAt=0&',
    '/questions/pledged?by=donor&',
    '/diff/questions/pledged?by=donor&from.knownAt=0&',
    '/events?',
    '/streams/pledge-p-1?',
    '/views/pledges/p-1/history?',
  ])('%s takes any value of its own parameters', async (at) => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        expect(await fault(`${at}${query}`, {})).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('takes any headers', async () => {
    const text = fc.string().map((given) => given.replaceAll(/[^\x20-\x7e]/g, '').trim());
    await fc.assert(
      fc.asyncProperty(path, text, text, async (at, prefer, accept) => {
        const headers = { prefer: `wait=0, ${prefer}`, accept, 'last-event-id': prefer };
        expect(await fault(at, headers)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves everything as it was', async () => {
    const { body } = await server.get('/views/pledges');
    expect((body.rows as { key: string }[]).map(({ key }) => key)).toEqual(['p-1', 'p-2']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
