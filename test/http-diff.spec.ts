import { serveReads, type ReadServer } from './support/serve-reads.js';
import type { Answered } from './support/serve-commands.js';

jest.setTimeout(60_000);

type Body = Readonly<Record<string, unknown>>;

let server: ReadServer;
const claims = [{ source: 'https://example.org/law', said: '2024-07-11', learnt: '2024-07-11' }];
const euro = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' });
const get = (path: string) => server.get(path);
const diff = (query: string) => get(`/diff/views/pledges?${query}`);
const rowsOf = ({ body }: Answered) => body.rows as readonly (Body & { key: string; events: readonly Body[] })[];
const told = (answer: Answered) =>
  rowsOf(answer).map(({ key, change, columns, events }) => ({
    key,
    change,
    ...(columns !== undefined && { columns }),
    events: events.map(({ position, type }) => `${String(position)} ${String(type)}`),
  }));
const problemOf = ({ status, body }: Answered) => ({ status, code: body.code, parameter: body.parameter });

/** p-1 is made on 1 July and committed on 10 July; p-2 is made on 2 July, and withdrawn on 12 July; p-3 is made on 3 July. */
beforeAll(async () => {
  server = await serveReads();
  await server.pledge({}, { 'occurred-at': '2024-07-01' });
  const commitment = { pledgeId: 'p-1', amount: euro('600000.00'), claims };
  await server.pledge({}, { 'occurred-at': '2024-07-02' });
  await server.send('CommitPledge', commitment, { 'occurred-at': '2024-07-10' });
  await server.pledge({ donor: 'DEU', title: 'Tanks' }, { 'occurred-at': '2024-07-03' });
  await server.send('WithdrawPledge', { pledgeId: 'p-2', reason: 'Elections' }, { 'occurred-at': '2024-07-12' });
});
afterAll(() => server.close());

const ALL = [
  { key: 'p-1', change: 'changed', columns: ['changes', 'committed', 'status'], events: ['3 PledgeCommitted'] },
  { key: 'p-2', change: 'removed', events: ['5 PledgeWithdrawn'] },
  { key: 'p-3', change: 'added', events: ['4 PledgeMade'] },
];

describe('what differs in a view', () => {
  it.each([
    ['the ledger came to know', 'from.knownAt=2&to.knownAt=5&asOf=2024-12-31', ALL],
    ['became true in the world', 'from.asOf=2024-07-02&to.asOf=2024-07-31&knownAt=5', ALL],
    [
      'became known after one position of what was true then',
      'from.knownAt=2&asOf=2024-07-10&to.knownAt=5',
      [ALL[0], ALL[2]],
    ],
    ['was not true before', 'from.asOf=2024-07-11', [ALL[1]]],
    ['is of some keys', 'from.asOf=2024-07-02&to.asOf=2024-07-31&key=p-2,p-3', [ALL[1], ALL[2]]],
  ])('is what %s', async (_, query, rows) => {
    expect(told(await diff(query))).toEqual(rows);
  });

  it('is told the other way round as well', async () => {
    expect(told(await diff('from.knownAt=5&to.knownAt=2&asOf=2024-12-31'))).toEqual([
      { ...ALL[0] },
      { ...ALL[1], change: 'added' },
      { ...ALL[2], change: 'removed' },
    ]);
  });

  it('is told of the rows that meet a filter at either moment', async () => {
    const added = { key: 'p-1', change: 'added', events: ['3 PledgeCommitted'] };
    const answer = await diff('from.knownAt=2&to.knownAt=5&asOf=2024-12-31&status=committed');
    expect([told(answer), rowsOf(answer)[0]?.before]).toEqual([[added], null]);
  });

  it('has the row before and after as lists have it, and both times of both moments', async () => {
    const { body, headers } = await diff('from.knownAt=2&to.knownAt=5&asOf=2024-12-31&key=p-1');
    const [before] = (await get('/views/pledges?knownAt=2&asOf=2024-12-31&key=p-1')).body.rows as readonly Body[];
    const [after] = (await get('/views/pledges?knownAt=5&asOf=2024-12-31&key=p-1')).body.rows as readonly Body[];
    const event = ((await get('/events?after=2&limit=1')).body.events as readonly Body[])[0];
    const moment = (position: string) => {
      const time = expect.any(String) as string;
      return { asOf: '2024-12-31T23:59:59.999Z', knownAt: { position, time }, position };
    };
    const change = { key: 'p-1', change: 'changed', columns: ALL[0]?.columns, before, after, events: [event] };
    expect(body).toEqual({ view: 'pledges', from: moment('2'), to: moment('5'), rows: [change] });
    expect(['as-of', 'known-at', 'from-as-of', 'from-known-at'].map((name) => headers.get(name))).toEqual([
      '2024-12-31T23:59:59.999Z',
      '5',
      '2024-12-31T23:59:59.999Z',
      '2',
    ]);
  });

  it('is the same bytes whenever it is asked again, page by page', async () => {
    const first = await diff('from.knownAt=2&limit=2');
    const link = /^<(.*)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const again = link.replace(/&cursor=[^&]*/, '');
    const asked = async () => {
      const pages = await Promise.all([again, link].map(async (path) => server.request(path)));
      return pages.map(({ body }) => JSON.stringify(body));
    };
    const before = await asked();
    expect(before.map((text) => (JSON.parse(text) as { rows: readonly Body[] }).rows.map(({ key }) => key))).toEqual([
      ['p-1', 'p-2'],
      ['p-3'],
    ]);
    expect(JSON.parse(before[0] ?? '')).toEqual(first.body);
    await server.pledge({ pledgeId: 'p-0' }, { 'occurred-at': '2024-07-01' });
    await get('/views/pledges');
    await server.readSide.rebuild('pledges');
    expect(await asked()).toEqual(before);
  });

  it('is nothing between a moment and itself', async () => {
    expect(rowsOf(await diff('from.knownAt=5&to.knownAt=5'))).toEqual([]);
  });

  it.each([
    ['', 'QueryNotUnderstood', 'from.asOf'],
    ['asOf=2024-07-10', 'QueryNotUnderstood', 'from.asOf'],
    ['from.asOf=soon', 'QueryNotUnderstood', 'from.asOf'],
    ['to.knownAt=soon', 'QueryNotUnderstood', 'to.knownAt'],
    ['to.knownAt=1000', 'QueryNotUnderstood', 'knownAt'],
    ['from.knownAt=1&from.knownAt=2', 'QueryNotUnderstood', 'from.knownAt'],
    ['from=2024-07-10', 'QueryNotUnderstood', 'from'],
    ['from.knownAt=1&limit=0', 'QueryNotUnderstood', 'limit'],
    ['from.knownAt=1&sort=key', 'QueryNotUnderstood', 'sort'],
    ['from.knownAt=1&made=much', 'BadCondition', undefined],
    ['from.knownAt=1&cursor=abc', 'BadCursor', undefined],
  ])('refuses %j', async (query, code, parameter) => {
    expect(problemOf(await diff(query))).toEqual({ status: 400, code, parameter });
  });

  it('refuses the cursor of a list, and one whose moment is made up', async () => {
    const { body } = await get('/views/pledges?limit=1');
    const ofList = new URL(String(body.next), 'http://localhost').searchParams.get('cursor') ?? '';
    const { body: own } = await diff('from.knownAt=2&limit=1');
    const cursor = new URL(String(own.next), 'http://localhost').searchParams.get('cursor') ?? '';
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const madeUp = [['x', '2'], ['2024-07-01', 'x'], []].map((after) =>
      Buffer.from(JSON.stringify(parts.with(3, after))).toString('base64url'),
    );
    for (const each of [ofList, ...madeUp]) {
      const { status, code } = problemOf(await diff(`from.knownAt=2&limit=1&cursor=${each}`));
      expect([status, code]).toEqual([400, expect.stringMatching(/^Bad(Cursor|Time)$/)]);
    }
  });

  it('is of a view that there is', async () => {
    expect(problemOf(await get('/diff/views/nonsense?from.knownAt=1'))).toMatchObject({
      status: 404,
      code: 'UnknownView',
    });
  });
});

describe('what differs in a question', () => {
  const ofQuestion = (query: string) => get(`/diff/questions/pledged?${query}`);

  it('is each figure by its label: before, after, the difference, and what it is made of at either moment', async () => {
    const { body } = await ofQuestion('by=status&from.knownAt=2&to.knownAt=5&asOf=2024-12-31');
    const explain = (position: string, label: string) =>
      `/questions/pledged?by=status&asOf=2024-12-31T23%3A59%3A59.999Z&knownAt=${position}&explain=${label}`;
    const at = '2024-12-31T23%3A59%3A59.999Z';
    const causes = (label: string) =>
      `/diff/questions/pledged?by=status&from.asOf=${at}&from.knownAt=2&to.asOf=${at}&to.knownAt=5&explain=${label}`;
    expect(body.rows).toEqual([
      {
        at: ['rows', 'committed'],
        change: 'added',
        before: null,
        after: { status: 'committed', amount: '1000000.00' },
        difference: null,
        explain: { before: null, after: explain('5', 'committed') },
        causes: causes('committed'),
      },
      {
        at: ['rows', 'made'],
        change: 'changed',
        before: { status: 'made', amount: '2000000.00' },
        after: { status: 'made', amount: '1000000.00' },
        difference: { amount: '-1000000.00' },
        explain: { before: explain('2', 'made'), after: explain('5', 'made') },
        causes: causes('made'),
      },
    ]);
    const time = expect.any(String) as string;
    const moment = (position: string) => ({
      asOf: '2024-12-31T23:59:59.999Z',
      knownAt: { position, time },
      position,
    });
    expect([body.question, body.from, body.to]).toEqual(['pledged', moment('2'), moment('5')]);
  });

  it('is what the addresses at both moments say', async () => {
    const { body } = await ofQuestion('by=status&from.knownAt=2&to.knownAt=5&asOf=2024-12-31');
    const [, made] = body.rows as readonly { explain: { before: string; after: string } }[];
    const sums = await Promise.all([made?.explain.before, made?.explain.after].map((path) => get(path ?? '')));
    expect(sums.map(({ body: { sum } }) => sum)).toEqual(['2000000.00', '1000000.00']);
  });

  interface Cause extends Body {
    readonly key: string;
    readonly change: string;
    readonly adds: { readonly before: string | null; readonly after: string | null };
    readonly events: readonly Body[];
  }
  const causesOf = ({ body }: Answered) =>
    (body.rows as readonly Cause[]).map(({ key, change, adds, events }) => ({
      ...{ key, change, adds: [adds.before, adds.after] },
      events: events.map(({ position, type }) => `${String(position)} ${String(type)}`),
    }));

  it('is caused by the rows behind a figure that differ, and their events', async () => {
    const { body } = await ofQuestion('by=status&from.knownAt=2&to.knownAt=5&asOf=2024-12-31');
    const [committed, made] = body.rows as readonly { causes: string }[];
    const ofCommitted = await get(committed?.causes ?? '');
    expect([ofCommitted.body.explain, ofCommitted.body.view, causesOf(ofCommitted)]).toEqual([
      ...['committed', 'pledges'],
      [{ key: 'p-1', change: 'added', adds: [null, '1000000.00'], events: ['3 PledgeCommitted'] }],
    ]);
    expect(causesOf(await get(made?.causes ?? ''))).toEqual([
      { key: 'p-1', change: 'removed', adds: ['1000000.00', null], events: ['3 PledgeCommitted'] },
      { key: 'p-2', change: 'removed', adds: ['1000000.00', null], events: ['5 PledgeWithdrawn'] },
      { key: 'p-3', change: 'added', adds: [null, '1000000.00'], events: ['4 PledgeMade'] },
    ]);
  });

  it('has causes page by page, each once', async () => {
    const query = 'by=status&from.knownAt=2&to.knownAt=5&asOf=2024-12-31&explain=made&limit=1';
    let page = await ofQuestion(query);
    const keys = [causesOf(page)[0]?.key];
    while (page.body.next !== undefined) {
      page = await get(page.body.next as string);
      keys.push(...causesOf(page).map(({ key }) => key));
    }
    expect(keys).toEqual(['p-1', 'p-2', 'p-3']);
  });

  it('is the same bytes whenever it is asked again', async () => {
    const query = 'by=donor&from.knownAt=2&to.knownAt=5&from.asOf=2024-07-11&to.asOf=2024-07-31';
    const before = JSON.stringify((await ofQuestion(query)).body);
    await server.pledge({ pledgeId: 'later' }, { 'occurred-at': '2024-07-01' });
    await get('/views/pledges');
    await server.readSide.rebuild('pledges');
    expect(JSON.stringify((await ofQuestion(query)).body)).toBe(before);
  });

  it('is nothing between a moment and itself', async () => {
    expect((await ofQuestion('by=donor&from.knownAt=5&to.knownAt=5')).body.rows).toEqual([]);
  });

  it.each([
    ['by=donor', 'QueryNotUnderstood', 'from.asOf'],
    ['from.knownAt=1', 'QueryNotUnderstood', 'by'],
    ['by=donor&from.knownAt=1&explain=DEU&cursor=e30', 'QueryNotUnderstood', 'cursor'],
    ['by=donor&from.knownAt=1&explain=DEU&cursor=%F0', 'QueryNotUnderstood', 'cursor'],
    ['by=donor&from.knownAt=1&cursor=e30', 'QueryNotUnderstood', 'cursor'],
    ['by=donor&from.knownAt=1&explain=DEU&limit=0', 'QueryNotUnderstood', 'limit'],
    ['by=donor&from.knownAt=1&limit=1', 'QueryNotUnderstood', 'limit'],
    ['by=donor&from.knownAt=soon', 'QueryNotUnderstood', 'from.knownAt'],
  ])('refuses %j', async (query, code, parameter) => {
    expect(problemOf(await ofQuestion(query))).toEqual({ status: 400, code, parameter });
  });

  it('is of a question that there is', async () => {
    expect(problemOf(await get('/diff/questions/nonsense?from.knownAt=1'))).toMatchObject({
      status: 404,
      code: 'UnknownQuestion',
    });
  });
});

describe('the description of what differs', () => {
  it.each([
    ['/diff/views/pledges', {}],
    ['/diff/questions/pledged', { by: 'donor' }],
  ])('%s has examples that are answered', async (path, needed) => {
    const { body } = await get('/openapi.json');
    const paths = body.paths as Readonly<Record<string, { get: { parameters: readonly Body[] } }>>;
    const examples = (paths[path]?.get.parameters ?? []).filter(({ example }) => example !== undefined);
    for (const { name, example } of examples) {
      const query = new URLSearchParams({ 'from.knownAt': '1', ...needed, [String(name)]: String(example) });
      const asked = `${path}?${query.toString()}`;
      expect([asked, (await get(asked)).status]).toEqual([asked, 200]);
    }
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });
});
