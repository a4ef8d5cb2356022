import { Big } from 'big.js';
import type { AnyQuestion } from '#eventsourcing';
import { questions } from '#views';
import { endOfLog } from './support/end-of-log.js';
import { objectionsTo } from './support/iati-rules.js';
import { besides7, describeReleases, kielFile } from './support/kiel-sums.js';
import { build, launch, run, scratch, type Launched } from './support/launch.js';
import { PublishedAnswers } from './support/published-answers.js';

jest.setTimeout(300_000);

interface Revision {
  readonly before: string;
  readonly after: string;
  readonly rows: readonly { readonly cause: string; readonly amount: string }[];
}

interface Amount {
  readonly amount: string;
}

interface Causes {
  readonly rows: readonly {
    readonly adds: { readonly before: string | null; readonly after: string | null };
    readonly events: readonly unknown[];
  }[];
  readonly next?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What each question is asked with here; one that is not named is asked with nothing. */
const MONEY = { in: 'EUR', rates: 'kiel-r18' };
const ASKED: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  totals: ['donor', 'kind', 'month', 'currency'].map((by) => ({
    ...MONEY,
    measure: 'pledged,committed,allocated,delivered',
    by,
  })),
  concentration: ['pledged', 'committed', 'allocated', 'delivered'].map((measure) => ({
    ...MONEY,
    measure,
    without: 'USA,DEU',
    sole: 'capability,requirement',
  })),
  coverage: ['category', 'item', 'priority', 'recipient'].map((by) => ({ by })),
  continuity: [{}, { without: 'USA' }],
  donors: [
    { ...MONEY, gdp: 'world-bank-2021' },
    { ...MONEY, release: 'kiel-r18', capability: 'Heavy weapon', from: '2022-03', to: '2023-06' },
  ],
  'contested-figures': [MONEY, { ...MONEY, status: 'resolved' }],
  funnel: [MONEY, { ...MONEY, release: 'none', status: 'made' }],
  situation: [MONEY, { ...MONEY, since: '2023-12-31' }],
  'data-quality': [{}, { release: 'kiel-r18', kind: 'military', status: 'committed' }],
  'meeting-pack': [{ group: 'udcg' }],
  valuation: [
    ...['donor', 'capability'].map((by) => ({ measure: 'pledged,committed,allocated', by })),
    { measure: 'pledged,committed', by: 'item' },
    { measure: 'allocated', by: 'item', donor: 'DEU' },
  ].map((asked) => ({ ...MONEY, ...asked, prices: 'kiel-prices-r07-USD,kiel-prices-r07-EUR' })),
  releases: [{ source: 'kiel', from: 'r18', to: 'r18', in: 'EUR', donor: 'DEU,EU' }],
  revision: [{ ...MONEY, measure: 'allocated', since: '500' }],
};
const MOMENTS = ['2023-03-15', '2025-12-31'];

/** Every question as it is asked here, at every moment. */
const ADDRESSES = questions.flatMap(({ name }) =>
  (ASKED[name] ?? [{}]).flatMap((parameters) =>
    MOMENTS.map((asOf) => `/questions/${name}?${new URLSearchParams({ ...parameters, asOf }).toString()}`),
  ),
);

describeReleases('every question, over the history and the tracker', () => {
  const env = { DATA_DIR: scratch() };
  let server: Launched;
  let last: string;
  let token: string;
  let published: PublishedAnswers;

  beforeAll(async () => {
    build();
    server = await launch(env);
    const seeded = await run('cli', env, 'seed', 'ukraine', '--url', server.url);
    const imported = await run('cli', env, 'import', 'kiel', kielFile, '--release', 'r18', '--url', server.url);
    const prices = await run(
      ...(['cli', env, 'import', 'kiel-prices', besides7['kiel-prices']] as const),
      ...['--release', 'r07', '--on', '2022-10-03', '--allow-rejects', '--url', server.url],
    );
    expect([seeded.code, imported.code, prices.code]).toEqual([0, 0, 0]);
    last = await endOfLog(server.url);
    published = await PublishedAnswers.of(server.url);
    token = (await run('cli', env, 'token', '--party', 'NATO', '--role', 'coordinator')).stdout.trim();
  });
  afterAll(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });

  async function textOf(address: string): Promise<string> {
    const answer = await fetch(server.url + address, { headers: { 'read-after': last, prefer: 'wait=30' } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${address}: ${String(answer.status)} ${text}`);
    return text;
  }
  const asked = async (address: string) => JSON.parse(await textOf(address)) as Fields;

  it.each(ADDRESSES)(
    '%s is as it is published, and what the rows behind each of its figures add up to',
    async (address) => {
      const answer = await asked(address);
      expect(published.objectionsTo(questionAt(address), answer)).toEqual([]);
      for (const figure of figuresIn(answer)) {
        const [added, sum, count] = await behind(figure.explain as string);
        expect({ figure, value: sum.eq(added) }).toEqual({ figure, value: true });
        const { amount, percent, quantity } = figure as { amount?: string; percent?: string; quantity?: string };
        if (percent !== undefined) expect([figure, sum.toFixed(4)]).toEqual([figure, percent]);
        else if (amount !== undefined) expect([figure, sum.toFixed(2)]).toEqual([figure, amount]);
        else if (quantity !== undefined) expect([figure, sum.eq(quantity)]).toEqual([figure, true]);
        else expect([figure, count]).toEqual([figure, countedIn(figure)]);
      }
    },
  );

  /** What the rows of all pages behind a figure add, what they are said to add up to, and how many they are. */
  async function behind(address: string): Promise<readonly [Big, Big, number]> {
    let [added, rows] = [new Big(0), 0];
    let page = await asked(`${address}&limit=1000`);
    const { sum, count } = page as { sum: string; count: number };
    for (;;) {
      const here = page.rows as readonly { adds: string | null; events: readonly unknown[] }[];
      expect(here.every(({ events }) => events.length > 0)).toBe(true);
      added = here.reduce((total, { adds }) => total.plus(adds ?? 0), added);
      rows += here.length;
      if (page.next === undefined) break;
      page = await asked(page.next as string);
    }
    expect(rows).toBe(count);
    return [added, new Big(sum), count];
  }

  it.each(['pledged', 'committed', 'allocated', 'delivered'])(
    'says of what is %s why it is another than at earlier positions, to the cent',
    async (measure) => {
      for (const since of ['0', '100', '500', '2000', last]) {
        const asking = `measure=${measure}&in=EUR&rates=kiel-r18&since=${since}&asOf=2024-06-28`;
        const body = (await asked(`/questions/revision?${asking}`)) as unknown as Revision;
        const parts = body.rows.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
        expect([parts.toFixed(2), body.before, body.after]).toEqual([
          new Big(body.after).minus(body.before).toFixed(2),
          since === '0' ? '0.00' : expect.any(String),
          since === last ? body.before : expect.any(String),
        ]);
      }
    },
  );

  it('says by which rows and events each figure differs between two positions, and they add up to the difference', async () => {
    const of = `measure=committed,allocated&by=kind&in=EUR&rates=kiel-r18&asOf=2023-06-30`;
    const { rows } = (await asked(`/diff/questions/totals?${of}&from.knownAt=2500&to.knownAt=${last}`)) as {
      rows: readonly { before: Amount | null; after: Amount | null; causes: string }[];
    };
    expect(rows.length).toBeGreaterThan(4);
    for (const { before, after, causes } of rows) {
      let [added, count] = [new Big(0), 0];
      for (let at: string | undefined = causes; at !== undefined;) {
        const page: Causes = (await asked(at)) as unknown as Causes;
        for (const { adds } of page.rows) added = added.plus(adds.after ?? 0).minus(adds.before ?? 0);
        count += page.rows.filter(({ events }) => events.length > 0).length;
        at = page.next;
      }
      const difference = new Big(after?.amount ?? 0).minus(before?.amount ?? 0);
      expect([causes, added.minus(difference).abs().lte('0.01'), count > 0]).toEqual([causes, true, true]);
    }
  });

  it('is asked of pledges that are published as IATI 2.03, each by its rules', async () => {
    const xml = await textOf(
      '/iati/activities?reporter=XM-DAC-41114&reporterName=The+coalition&asOf=2025-12-31&release=kiel-r18,none',
    );
    expect(xml.split('<iati-activity ').length - 1).toBeGreaterThan(1_000);
    expect(objectionsTo(xml)).toEqual([]);
  });

  it('gives the same bytes for the same times, whatever has been recorded or folded anew since', async () => {
    const at = `knownAt=${last}`;
    const before = await Promise.all(ADDRESSES.map((address) => textOf(`${address}&${at}`)));
    const headers = { authorization: `Bearer ${token}` };
    const reads = [...new Set(questions.flatMap((question) => question.reads.map(({ name }) => name)))];
    const late = await fetch(`${server.url}/commands/RegisterTask`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'idempotency-key': 'late',
        'occurred-at': '2023-01-01',
      },
      body: JSON.stringify({ taskId: 'late', title: 'A late task', owner: 'NATO', transferable: true }),
    });
    expect(late.status).toBe(201);
    for (const view of reads) {
      const { status } = await fetch(`${server.url}/operations/views/${view}/rebuild`, { method: 'POST', headers });
      expect([view, status]).toEqual([view, 202]);
    }
    for (const view of reads) await rebuilt(view);
    const after = await Promise.all(ADDRESSES.map((address) => textOf(`${address}&${at}`)));
    expect(after).toEqual(before);
  });

  async function rebuilt(view: string): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const { rebuild } = (await asked(`/operations/views/${view}`)) as { rebuild?: { status: string } };
      if (rebuild?.status === 'done') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the rebuild of ${view} does not end`);
  }
});

/** The question that an address asks. */
function questionAt(address: string): AnyQuestion {
  return questions.find(({ name }) => address.startsWith(`/questions/${name}?`))!;
}

/** The figures in an answer: all that says where it is explained. */
function figuresIn(value: unknown): readonly Fields[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(figuresIn);
  return 'explain' in value ? [value, ...inner] : inner;
}

/** How many rows a figure is of that counts rows: it says so, or it is one of them. */
function countedIn(figure: Fields): number {
  const { exceptions, events, lines, allocations, goods, pledges } = figure as Readonly<
    Record<string, number | undefined>
  >;
  return exceptions ?? events ?? lines ?? allocations ?? goods ?? pledges ?? 1;
}
