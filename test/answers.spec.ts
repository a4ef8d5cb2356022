import { join } from 'node:path';
import { Ledger, type BatchItem } from '#client';
import { donors, questions } from '#views';
import { build, launch, run, scratch, type Launched } from './support/launch.js';
import { endOfLog } from './support/end-of-log.js';
import { fieldNames, PublishedAnswers } from './support/published-answers.js';

jest.setTimeout(120_000);

type Body = Readonly<Record<string, unknown>>;

const MEASURES = ['pledged', 'committed', 'allocated', 'delivered'];
const MONEY = { in: 'EUR', rates: 'r-1' };

/** What each question is asked with here, in all the ways that change what is in its answer; one that is not named is asked with nothing. */
const ASKED: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  concentration: MEASURES.map((measure) => ({
    ...{ ...MONEY, measure },
    ...{ without: 'USA,DEU,GBR', sole: 'capability,requirement' },
  })),
  'contested-figures': [MONEY, { ...MONEY, status: 'open' }],
  continuity: [{}, { without: 'USA' }],
  coverage: ['category', 'item', 'priority', 'recipient'].map((by) => ({ by })),
  donors: [MONEY, { ...MONEY, gdp: 'world-bank-2021' }],
  funnel: [MONEY],
  'meeting-pack': [{ group: 'udcg' }, { group: 'nobody' }],
  releases: [{ source: 'kiel', from: 'r07', to: 'r18', in: 'EUR' }],
  revision: MEASURES.map((measure) => ({ ...MONEY, measure, since: '100' })),
  situation: [MONEY, { ...MONEY, since: '2022-12-31' }],
  totals: ['donor', 'kind', 'month', 'currency'].map((by) => ({ ...MONEY, measure: MEASURES.join(','), by })),
  valuation: ['donor', 'capability', 'item'].map((by) => ({
    ...{ ...MONEY, measure: 'pledged,committed,allocated', by },
    prices: 'list-1',
  })),
};

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const CLAIMS = [{ source: 'https://example.org/statement', said: '2024-07-10' }];
const NEED = { item: 'Field kitchen', category: 'Kitchens', unit: 'pieces', quantity: '40' };
const GIVEN = { ...NEED, quantity: '10' };
const SAID = { subject: 'kitchens', field: 'amount', learnt: '2024-07-11', evidence: 'found' } as const;

/** What happens beside the history and the tracker, so that every figure there is is in some answer. */
const BESIDES: readonly (readonly [speaksFor: string, command: BatchItem])[] = [
  [
    'DEU',
    {
      type: 'ScheduleMeeting',
      data: { meetingId: 'udcg-to-come', groupId: 'udcg', on: tomorrow.slice(0, 10), format: 'hybrid' },
    },
  ],
  [
    'NATO',
    {
      type: 'PublishRates',
      data: {
        ...{ ratesId: 'r-1', base: 'EUR', on: '2024-01-01', source: 'https://example.org/rates' },
        rates: ['USD', 'GBP', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD'].map((currency) => ({ currency, rate: '1.5' })),
      },
    },
  ],
  [
    'NATO',
    {
      type: 'PublishPrices',
      data: {
        ...{
          pricesId: 'list-1',
          currency: 'USD',
          basis: 'book',
          on: '2024-01-01',
          source: 'https://example.org/prices',
        },
        prices: [{ item: 'Field kitchen', price: '30000' }],
      },
    },
  ],
  [
    'UKR',
    {
      type: 'SubmitRequirement',
      data: {
        requirementId: 'eat',
        recipient: 'UKR',
        title: 'To eat',
        lines: [NEED],
        priority: 'high',
        claims: CLAIMS,
      },
    },
  ],
  ['NATO', { type: 'ValidateRequirement', data: { requirementId: 'eat', until: '2030-12-31' } }],
  [
    'DEU',
    {
      type: 'MakePledge',
      data: {
        ...{ pledgeId: 'kitchens', donor: 'DEU', kind: 'military', title: 'Field kitchens', lines: [GIVEN] },
        ...{ amount: { amount: '1000000', currency: 'EUR', basis: 'claimed' }, claims: CLAIMS },
      },
    },
  ],
  ['DEU', { type: 'CommitPledge', data: { pledgeId: 'kitchens', claims: CLAIMS } }],
  [
    'DEU',
    {
      type: 'AllocatePledge',
      data: { pledgeId: 'kitchens', allocationId: 'a', requirementId: 'eat', lines: [GIVEN], claims: CLAIMS },
    },
  ],
  [
    'NATO',
    { type: 'RecordClaim', data: { ...SAID, value: '1000000', source: 'https://example.org/one', said: '2024-07-10' } },
  ],
  [
    'NATO',
    {
      type: 'RecordClaim',
      data: { ...SAID, value: '2000000', source: 'https://example.org/two', note: 'In dollars.' },
    },
  ],
  [
    'NATO',
    {
      type: 'CirculateDraft',
      data: {
        ...{ decisionId: 'draft', forumId: 'nac', subject: { kind: 'text' }, text: 'Draft' },
        deadline: tomorrow,
      },
    },
  ],
];

const env = { DATA_DIR: scratch() };
let server: Launched;
let last: string;
let published: PublishedAnswers;

beforeAll(async () => {
  build();
  server = await launch(env);
  const steps = [
    ['seed', 'ukraine'],
    [
      'import',
      'kiel',
      join(import.meta.dirname, 'fixtures/kiel-r07-sample.csv'),
      '--release',
      'r07',
      '--allow-rejects',
    ],
    ['import', 'kiel', join(import.meta.dirname, 'fixtures/kiel-sample.csv'), '--release', 'r18'],
  ];
  for (const step of steps)
    expect([step, (await run('cli', env, ...step, '--url', server.url)).code]).toEqual([step, 0]);
  const token = async (party: string) =>
    (await run('cli', env, 'token', '--party', party, '--role', 'historian')).stdout.trim();
  for (const [index, [speaksFor, command]] of BESIDES.entries()) {
    const ledger = new Ledger({ url: server.url, token: () => token('NATO') });
    await ledger.send(command.type, command.data, { key: `besides-${index}`, actingFor: speaksFor });
  }
  last = await endOfLog(server.url);
  published = await PublishedAnswers.of(server.url);
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

async function answerTo(address: string): Promise<Body> {
  const answer = await fetch(server.url + address, { headers: { 'read-after': last, prefer: 'wait=30' } });
  const body = (await answer.json()) as Body;
  expect([address, answer.status, body]).toEqual([address, 200, expect.any(Object)]);
  return body;
}

describe('what a question answers', () => {
  it.each(
    questions.flatMap((question) =>
      (ASKED[question.name] ?? [{}]).map((parameters) => ({
        question,
        address: `/questions/${question.name}?${new URLSearchParams({ ...parameters }).toString()}`,
      })),
    ),
  )('is what is published of it: $address', async ({ question, address }) => {
    expect(published.objectionsTo(question, await answerTo(address))).toEqual([]);
  });

  it('has no field beside those, in whatever part of it', async () => {
    const body = await answerTo(`/questions/donors?${new URLSearchParams(MONEY).toString()}`);
    const [first] = body.rows as readonly Body[];
    const pledged = { ...(first?.pledged as Body), more: 1 };
    const others: readonly Body[] = [
      { ...body, more: 1 },
      { ...body, rows: [{ ...first, more: 1 }] },
      { ...body, rows: [{ ...first, pledged }] },
    ];
    expect(others.map((other) => published.objectionsTo(donors, other))).toEqual([
      [' must NOT have unevaluated properties {"unevaluatedProperty":"more"}'],
      ['/rows/0 must NOT have additional properties {"additionalProperty":"more"}'],
      ['/rows/0/pledged must NOT have additional properties {"additionalProperty":"more"}'],
    ]);
  });

  it('has every field that is published', () => {
    const declared = questions.flatMap(({ name, fields }) => fieldNames(name, fields));
    expect(declared.filter((name) => !published.seen.has(name))).toEqual([]);
  });
});
