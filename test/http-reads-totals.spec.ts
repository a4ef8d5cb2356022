import { Big } from 'big.js';
import { questions, views } from '#views';
import type { Answered } from './support/serve-commands.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

type Body = Readonly<Record<string, unknown>>;

interface Figure {
  readonly amount: string;
  readonly atLeast: boolean;
  readonly count: number;
}

let server: ReadServer;
const claims = [{ source: 'https://example.org/statement', said: '2024-07-10', learnt: '2024-07-10' }];
const money = (amount: string, currency = 'EUR') => ({ amount, currency, basis: 'claimed' });
const AS_ASKED = 'in=EUR&rates=r-1&asOf=2024-12-31';
const totals = (query: string) => server.get(`/questions/totals?${query}`);

/** A pledge with one allocation, made and allocated on a day. */
async function allocated(pledgeId: string, amount: object, on: string, more: object = {}): Promise<void> {
  const headers = { 'occurred-at': on };
  await server.pledge({ pledgeId, amount, ...more }, headers);
  await server.send('CommitPledge', { pledgeId, amount, claims }, headers);
  const { status, body } = await server.send(
    'AllocatePledge',
    { pledgeId, allocationId: 'a', amount, claims },
    headers,
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
}

beforeAll(async () => {
  server = await serveReads({ views, questions });
  const authorization = `Bearer ${await server.token({ roles: ['coordinator', 'historian', 'operator'] })}`;
  const rates = {
    ratesId: 'r-1',
    base: 'EUR',
    on: '2024-01-01',
    rates: [
      { currency: 'USD', rate: '1.10' },
      { currency: 'SEK', rate: '11.5' },
    ],
    source: 'https://example.org/rates',
  };
  const { status, body } = await server.send('PublishRates', rates, { authorization });
  if (status !== 201) throw new Error(JSON.stringify(body));
  await allocated('one', money('1000000.00'), '2024-07-10');
  await allocated('two', money('1000000.00', 'USD'), '2024-07-20');
  await allocated('three', money('333.33', 'SEK'), '2024-08-01', { kind: 'humanitarian' });
});
afterAll(() => server.close());

describe('the totals', () => {
  it('are answered as they are asked for', async () => {
    const { status, body } = await totals(`measure=allocated&by=month&${AS_ASKED}`);
    const explain = (label: string) =>
      `/questions/totals?measure=allocated&by=month&in=EUR&rates=r-1&asOf=2024-12-31T23%3A59%3A59.999Z&knownAt=10&explain=${encodeURIComponent(`allocated/r-1${label}`)}`;
    const figure = (amount: string, count: number, label: string) => ({
      ...{ measure: 'allocated', rates: 'r-1', amount, atLeast: false, count, explain: explain(label) },
    });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        in: 'EUR',
        asOf: '2024-12-31T23:59:59.999Z',
        knownAt: { position: '10', time: expect.any(String) as string },
        position: '10',
        rows: [
          { month: '2024-07', ...figure('1909090.91', 2, '/month/2024-07') },
          { month: '2024-08', ...figure('28.99', 1, '/month/2024-08') },
        ],
        totals: [figure('1909119.89', 3, '')],
      },
    });
  });

  it.each([
    ['2024-07-09', '0.00'],
    ['2024-07-10', '1000000.00'],
    ['2024-07-31', '1909090.91'],
  ])('as of %s are %s', async (asOf, amount) => {
    const { body } = await totals(`measure=committed&by=donor&in=EUR&rates=r-1&asOf=${asOf}`);
    expect((body.totals as readonly Figure[]).map((total) => total.amount)).toEqual([amount]);
  });

  it.each(['donor', 'kind', 'month', 'currency'])('by %s are what their explanations add up to', async (by) => {
    const { body } = await totals(`measure=pledged,committed,allocated,delivered&by=${by}&${AS_ASKED}`);
    const figures = [body.rows, body.totals].flat() as readonly (Figure & { explain: string })[];
    expect(figures.length).toBeGreaterThan(6);
    for (const figure of figures) {
      const { body: behind }: Answered = await server.get(figure.explain);
      const rows = behind.rows as readonly { row: Body; adds: string; events: readonly Body[] }[];
      const sum = rows.reduce((total, { adds }) => total.plus(adds), new Big(0));
      expect([sum.toFixed(2), new Big(String(behind.sum)).toFixed(2)]).toEqual([figure.amount, figure.amount]);
      expect(rows.length).toBe(behind.count);
      expect(rows.every(({ events }) => events.length > 0 && events.every(({ id }) => typeof id === 'string'))).toBe(
        true,
      );
    }
  });

  it.each([
    ['a rate set that there is not', 'measure=allocated&by=donor&in=EUR&rates=r-2', 'NoSuchRates'],
    ['a currency that the set does not have', 'measure=allocated&by=donor&in=JPY&rates=r-1', 'CannotConvert'],
    ['no currency', 'measure=allocated&by=donor&rates=r-1', 'QueryNotUnderstood'],
    ['a measure asked for twice', 'measure=allocated,allocated&by=donor&in=EUR&rates=r-1', 'QueryNotUnderstood'],
    ['a donor that is no code', 'measure=allocated&by=donor&in=EUR&rates=r-1&donor=d', 'QueryNotUnderstood'],
    ['a kind that there is not', 'measure=allocated&by=donor&in=EUR&rates=r-1&kind=culinary', 'QueryNotUnderstood'],
    ['a month that there is not', 'measure=allocated&by=donor&in=EUR&rates=r-1&from=2024-13', 'QueryNotUnderstood'],
    ['a capability of no letters', 'measure=allocated&by=donor&in=EUR&rates=r-1&capability=%00', 'QueryNotUnderstood'],
    ['a release that there is not', 'measure=allocated&by=donor&in=EUR&rates=r-1&release=x-1', 'NoSuchRelease'],
    ['a capability without goods', 'measure=allocated&by=donor&in=EUR&rates=r-1&capability=x', 'NoSuchCapability'],
    ['another measure', 'measure=promised&by=donor&in=EUR&rates=r-1', 'QueryNotUnderstood'],
    ['a hostile grouping', 'measure=allocated&by=__proto__&in=EUR&rates=r-1', 'QueryNotUnderstood'],
  ])('in %s are refused', async (_, query, code) => {
    const { status, body } = await totals(query);
    expect({ status, code: body.code }).toEqual({ status: 400, code });
  });

  it.each(['2024-W05', '2024-001', '2024-02-30', '2024-07', '2024-07-10T10:00', '0000-01-01', '2024-07-10T25:00Z'])(
    'are not compared with %s, which is no day nor a time with zone',
    async (since) => {
      const { status, body } = await server.get(`/questions/situation?in=EUR&rates=r-1&since=${since}`);
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'QueryNotUnderstood' });
    },
  );

  it('of a status that there is not are refused, and those named that there are', async () => {
    const { status, body } = await totals(`measure=pledged&by=donor&in=EUR&rates=r-1&status=eaten`);
    expect([status, body.detail]).toEqual([
      400,
      'status must be one or more of made, committed, withdrawn, lapsed, merged, each once.',
    ]);
  });
});

describe('every view', () => {
  it.each(views.map(({ name }) => name))('%s is listed, and described', async (name) => {
    const { status, body } = await server.get(`/views/${name}`);
    expect([status, body.view]).toEqual([200, name]);
    const { body: document } = await server.get('/openapi.json');
    expect(Object.keys(document.paths as object)).toEqual(
      expect.arrayContaining([`/views/${name}`, `/views/${name}/{key}`, `/views/${name}/{key}/history`]),
    );
  });
});
