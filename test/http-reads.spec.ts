import { Validator } from '@seriousme/openapi-schema-validator';
import { serveReads, type ReadServer } from './support/serve-reads.js';
import type { Answered } from './support/serve-commands.js';

jest.setTimeout(60_000);

type Body = Readonly<Record<string, unknown>>;

let server: ReadServer;
const claims = [{ source: 'https://example.org/law', said: '2024-07-11', learnt: '2024-07-11' }];
const euro = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' });
const rowsOf = ({ body }: Answered) => body.rows as readonly (Body & { key: string; row: Body })[];
const keysOf = (answer: Answered) => rowsOf(answer).map(({ key }) => key);
const get = (path: string, headers?: Readonly<Record<string, string>>) => server.get(path, headers);
const problemOf = ({ status, body }: Answered) => ({ status, code: body.code });

const TIMES = 'asOf=2026-01-01&knownAt=5';
const AT = {
  asOf: '2026-01-01T23:59:59.999Z',
  knownAt: { position: '5', time: expect.any(String) as string },
  position: '5',
};
const made = {
  key: 'p-1',
  stream: 'pledge-p-1',
  revision: 0,
  eventId: expect.any(String) as string,
  validFrom: '2024-07-01T00:00:00.000Z',
  row: {
    changes: 0,
    committed: null,
    donor: 'DEU',
    made: '1000000.00',
    since: '2024-07-01T00:00:00.000Z',
    sources: ['https://example.org/statement'],
    status: 'made',
    title: 'Air defence',
    years: [2024, 2025],
  },
};
const committed = {
  ...made,
  revision: 1,
  validFrom: '2024-07-10T00:00:00.000Z',
  row: { ...made.row, changes: 1, committed: '600000.00', status: 'committed' },
};

/** p-1 is made on 1 July and committed on 10 July; p-2 to p-4 follow; then an allocation of p-1. */
beforeAll(async () => {
  server = await serveReads();
  await server.pledge({ years: [2024, 2025] }, { 'occurred-at': '2024-07-01' });
  const body = { pledgeId: 'p-1', amount: euro('600000.00'), claims };
  await server.send('CommitPledge', body, { 'occurred-at': '2024-07-10' });
  await server.pledge({ title: 'Tanks, "heavy"', amount: euro('50.00') }, { 'occurred-at': '2024-07-02' });
  await server.pledge({ title: '=1+1', amount: euro('7.10') }, { 'occurred-at': '2024-07-03' });
  await server.pledge(
    { title: 'null', amount: undefined, amountUnknown: 'withheld', currency: 'EUR' },
    { 'occurred-at': '2024-07-04' },
  );
  const allocation = { pledgeId: 'p-1', allocationId: 'a-1', amount: euro('100.00'), claims };
  await server.send('AllocatePledge', allocation, { 'occurred-at': '2024-07-11' });
});
afterAll(() => server.close());

describe('a list of a view', () => {
  it('holds rows with the event that made them, and the times', async () => {
    const answer = await get(`/views/pledges?key=p-1&${TIMES}`);
    expect(answer.body).toEqual({ view: 'pledges', ...AT, rows: [committed] });
    expect(
      ['log-position', 'as-of', 'known-at', 'view-stopped', 'link'].map((name) => answer.headers.get(name)),
    ).toEqual(['6', '2026-01-01T23:59:59.999Z', '5', null, null]);
  });

  it.each([
    ['donor=DEU', ['p-1', 'p-2', 'p-3', 'p-4']],
    ['donor=FRA', []],
    ['key=p-1,p-3', ['p-1', 'p-3']],
    ['key=p-1&key=p-3', ['p-1', 'p-3']],
    ['made=50', ['p-2']],
    ['made=null', ['p-4']],
    ['made=null,7.1', ['p-3', 'p-4']],
    ['title=%22null%22', ['p-4']],
    ['title=null', []],
    [`title=${encodeURIComponent('"Tanks, ""heavy""",Air defence')}`, ['p-1', 'p-2']],
    ['sources=https://example.org/statement&status=committed', ['p-1']],
    ['since=2024-07-03T02:00:00%2B02:00', ['p-3']],
    ['changes=1', ['p-1']],
    ['sort=-made', ['p-1', 'p-2', 'p-3', 'p-4']],
    ['sort=made', ['p-3', 'p-2', 'p-1', 'p-4']],
    ['sort=status,-key', ['p-1', 'p-4', 'p-3', 'p-2']],
  ])('by %s', async (query, keys) => {
    expect(keysOf(await get(`/views/pledges?${query}`))).toEqual(keys);
  });

  it('is paged by a link that stays at one state', async () => {
    const first = await get(`/views/pledges?sort=-since&limit=3&donor=DEU&${TIMES}`);
    await server.pledge({ pledgeId: 'in-between' }, { 'occurred-at': '2024-07-04' });
    const link = /^<(.*)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await get(link);
    expect([keysOf(first), keysOf(second)]).toEqual([['p-4', 'p-3', 'p-2'], ['p-1']]);
    expect([first.body.next, second.body.next, second.headers.get('known-at')]).toEqual([link, undefined, '5']);
  });

  it.each([
    ['an unknown column', 'nonsense=1', 'QueryNotUnderstood'],
    ['a name of every object', 'constructor=1', 'QueryNotUnderstood'],
    ['a name that is hostile', '__proto__=1', 'QueryNotUnderstood'],
    ['a column that is no number', 'made=much', 'BadCondition'],
    ['a column that is JSON', 'years=2024', 'BadCondition'],
    ['a quote in the wrong place', 'title=a"b', 'QueryNotUnderstood'],
    ['an unknown sort', 'sort=nonsense', 'QueryNotUnderstood'],
    ['the same sort twice', 'sort=made,-made', 'QueryNotUnderstood'],
    ['a sort by a list', 'sort=sources', 'BadSort'],
    ['two sorts', 'sort=made&sort=title', 'QueryNotUnderstood'],
    ['no limit at all', 'limit=0', 'QueryNotUnderstood'],
    ['too large a limit', 'limit=1001', 'QueryNotUnderstood'],
    ['a cursor of its own making', 'cursor=abc', 'BadCursor'],
    ['a day that there is not', 'asOf=2024-02-30', 'QueryNotUnderstood'],
    ['a time without a zone', 'asOf=2024-02-01T10:00:00', 'QueryNotUnderstood'],
    ['two times', 'asOf=2024-02-01&asOf=2024-02-02', 'QueryNotUnderstood'],
    ['knowledge of no time', 'knownAt=soon', 'QueryNotUnderstood'],
    ['knowledge of the future', 'knownAt=1000000', 'QueryNotUnderstood'],
  ])('refuses %s', async (_, query, code) => {
    expect(problemOf(await get(`/views/pledges?${query}`))).toEqual({ status: 400, code });
  });

  it('names what there is', async () => {
    const { body } = await get('/views/pledges?nonsense=1');
    expect(body).toMatchObject({
      parameter: 'nonsense',
      takes: expect.arrayContaining(['key', 'donor', 'asOf']) as string[],
    });
    expect((await get('/views/nonsense')).body).toMatchObject({
      code: 'UnknownView',
      views: ['pledges', 'allocations'],
    });
  });

  it.each(['__proto__', 'constructor', 'toString', '%00'])('of the view %s is not there', async (view) => {
    expect(problemOf(await get(`/views/${view}`))).toEqual({ status: 404, code: 'UnknownView' });
  });
});

describe('a list as text', () => {
  it('is CSV with both times, harmless in a spreadsheet', async () => {
    const { headers, body } = await get(`/views/pledges?sort=key&${TIMES}`, { accept: 'text/csv' });
    const lines = (body.text as string).split('\r\n').map((line) => line.replaceAll(/[0-9a-f-]{36}/g, 'EVENT'));
    const head = lines.filter((line) => line.startsWith('# '));
    const rest = lines.slice(head.length);
    expect([headers.get('content-type'), headers.get('content-disposition'), ...head.slice(0, 6)]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="pledges-2026-01-01-5.csv"',
      '# view: pledges',
      '# asOf: 2026-01-01T23:59:59.999Z',
      expect.stringContaining('# knownAt: ') as string,
      '# position: 5',
      '# address: /views/pledges?sort=key&asOf=2026-01-01T23%3A59%3A59.999Z&knownAt=5',
      '# column key: text; What the row goes by.',
    ]);
    const source = '"[""https://example.org/statement""]"';
    expect(rest).toEqual([
      'key,donor,title,status,made,committed,sources,since,years,changes,stream,revision,eventId,validFrom',
      `p-1,DEU,Air defence,committed,1000000.00,600000.00,${source},2024-07-01T00:00:00.000Z,"[2024,2025]",1,pledge-p-1,1,EVENT,2024-07-10T00:00:00.000Z`,
      `p-2,DEU,"Tanks, ""heavy""",made,50.00,,${source},2024-07-02T00:00:00.000Z,,0,pledge-p-2,0,EVENT,2024-07-02T00:00:00.000Z`,
      `p-3,DEU,'=1+1,made,7.10,,${source},2024-07-03T00:00:00.000Z,,0,pledge-p-3,0,EVENT,2024-07-03T00:00:00.000Z`,
      `p-4,DEU,null,made,,,${source},2024-07-04T00:00:00.000Z,,0,pledge-p-4,0,EVENT,2024-07-04T00:00:00.000Z`,
      '',
    ]);
  });

  it('is a row on each line', async () => {
    const answer = await fetch(`${server.url}/views/pledges?key=p-1,p-2&${TIMES}`, {
      headers: { accept: 'application/x-ndjson' },
    });
    const [first, second, ...rest] = (await answer.text()).split('\n');
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(JSON.parse(first ?? '')).toEqual(committed);
    expect(JSON.parse(second ?? '')).toMatchObject({ key: 'p-2', row: { made: '50.00' } });
    expect(rest).toEqual(['']);
  });

  it('is the same where the address asks for it', async () => {
    const byHeader = await get(`/views/pledges?sort=key&${TIMES}`, { accept: 'text/csv' });
    const byAddress = await get(`/views/pledges?sort=key&${TIMES}&download=csv`);
    expect(byAddress.body).toEqual(byHeader.body);
  });

  it('is a page of it where that is asked for, and leads on', async () => {
    const first = await fetch(`${server.url}/views/pledges?sort=key&limit=3&${TIMES}&download=ndjson`);
    const next = /^<(.*)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const rest = await fetch(server.url + next);
    const texts = await Promise.all([first, rest].map((answer) => answer.text()));
    const keys = texts.map((text) => [...text.matchAll(/"key":"([^"]+)"/g)].map(([, key]) => key));
    expect([keys, rest.headers.get('link')]).toEqual([[['p-1', 'p-2', 'p-3'], ['p-4']], null]);
  });

  it('is refused in any other form', async () => {
    expect(problemOf(await get('/views/pledges', { accept: 'image/png' }))).toEqual({
      status: 406,
      code: 'NotAcceptable',
    });
  });
});

describe('a row', () => {
  it('comes with its stream and the next If-Match', async () => {
    const { headers, body } = await get(`/views/pledges/p-1?${TIMES}`);
    expect(body).toEqual({ view: 'pledges', ...committed, ...AT, history: '/views/pledges/p-1/history' });
    expect(headers.get('etag')).toBe('"1"');
  });

  it.each([
    ['before it happened', 'asOf=2024-06-30', undefined],
    ['on the day that it happened', 'asOf=2024-07-01', 'made'],
    ['at midnight of the day', 'asOf=2024-07-01T00:00:00Z', 'made'],
    ['a moment before', 'asOf=2024-07-01T01:59:59%2B02:00', undefined],
    ['with a plus that nobody encoded', 'asOf=2024-07-01T02:00:00+02:00', 'made'],
    ['the day before it changed', 'asOf=2024-07-09', 'made'],
    ['on the day that it changed', 'asOf=2024-07-10', 'committed'],
    ['before that was known', 'asOf=2024-07-10&knownAt=1', 'made'],
    ['before anything was known', 'knownAt=2020-01-01', undefined],
    ['when nothing was known', 'knownAt=0', undefined],
  ])('%s', async (_, query, status) => {
    const answer = await get(`/views/pledges/p-1?${query}`);
    expect([answer.status, (answer.body.row as Body | undefined)?.status]).toEqual([status ? 200 : 404, status]);
    if (!status) expect(answer.body.code).toBe('UnknownKey');
  });

  it('has a key in which anything is encoded', async () => {
    const [row] = rowsOf(await get('/views/allocations'));
    expect(row?.key).toBe('p-1/a-1');
    const { status, body } = await get('/views/allocations/p-1%2Fa-1');
    expect([status, body.row]).toEqual([200, { pledge: 'p-1' }]);
    expect((await get('/views/allocations/p-1%2Fa-1/history')).status).toBe(200);
  });

  it.each(['/views/pledges/nobody', '/views/pledges/__proto__', '/views/pledges/nobody/history', '/views/pledges/%00'])(
    'that is not there: %s',
    async (path) => {
      expect(problemOf(await get(path))).toEqual({ status: 404, code: 'UnknownKey' });
    },
  );

  it('does not tell its columns from its parameters', async () => {
    expect(problemOf(await get('/views/pledges/p-1?donor=DEU'))).toEqual({ status: 400, code: 'QueryNotUnderstood' });
  });
});

describe('the history of a row', () => {
  it('shows both times, and the event that made each version', async () => {
    const { body } = await get(`/views/pledges/p-1/history?${TIMES}`);
    const { events } = await server.store.read('pledge-p-1');
    const [first, second] = events.map(({ data, position, ...head }) => {
      expect(data).toBeDefined();
      return { ...head, position: String(position) };
    });
    const open = { validFrom: '2024-07-01T00:00:00.000Z', row: made.row, event: first };
    expect(body).toEqual({
      view: 'pledges',
      key: 'p-1',
      ...AT,
      versions: [
        { ...open, validTo: null, knownFrom: '1', knownTo: '2' },
        { ...open, validTo: '2024-07-10T00:00:00.000Z', knownFrom: '2', knownTo: null },
        {
          validFrom: '2024-07-10T00:00:00.000Z',
          validTo: null,
          knownFrom: '2',
          knownTo: null,
          row: committed.row,
          event: second,
        },
      ],
    });
  });

  it('ends where knowledge ended', async () => {
    const { body } = await get('/views/pledges/p-1/history?knownAt=1');
    expect(body.versions).toMatchObject([{ knownFrom: '1', knownTo: null, row: { status: 'made' } }]);
  });
});

describe('a question', () => {
  it('is answered with its times, and each figure with what it is made of', async () => {
    const { body } = await get(`/questions/pledged?by=donor&${TIMES}`);
    const explain = '/questions/pledged?by=donor&asOf=2026-01-01T23%3A59%3A59.999Z&knownAt=5&explain=DEU';
    expect(body).toEqual({ ...AT, measure: 'made', rows: [{ donor: 'DEU', amount: '1000057.10', explain }] });
  });

  it('says what a figure is made of, to the cent', async () => {
    const { body } = await get(`/questions/pledged?by=status&asOf=2024-07-09`);
    const [figure] = body.rows as readonly { amount: string; explain: string }[];
    const rows: Body[] = [];
    for (let next: string | undefined = `${figure?.explain ?? ''}&limit=2`; next !== undefined;) {
      const page: Answered = await get(next);
      rows.push(...rowsOf(page));
      next = page.body.next as string | undefined;
    }
    const cents = rows.reduce((sum, { row }) => sum + Math.round(Number((row as Body).made ?? 0) * 100), 0);
    expect(Math.round(Number(figure?.amount) * 100)).toBe(cents);
    expect(rows.find(({ key }) => key === 'p-1')).toMatchObject({
      events: [{ type: 'PledgeMade', stream: 'pledge-p-1' }],
    });
  });

  it('lists the events of a figure as they were stored', async () => {
    const { body } = await get(`/questions/pledged?by=donor&explain=DEU&limit=1&${TIMES}`);
    const { events } = await server.store.read('pledge-p-1', 0, 2);
    const stored = events.map((event) => ({ ...event, position: String(event.position) }));
    expect(body).toEqual({
      question: 'pledged',
      explain: 'DEU',
      ...AT,
      view: 'pledges',
      sum: '1000057.10',
      count: 4,
      rows: [{ ...committed, adds: '1000000.00', events: stored }],
      next: expect.stringContaining('cursor=') as string,
    });
  });

  it('is answered as CSV, each row with the part that it is of', async () => {
    const { headers, body } = await get(`/questions/pledged?by=donor&${TIMES}`, { accept: 'text/csv' });
    expect(headers.get('content-disposition')).toBe('attachment; filename="pledged-2026-01-01-5.csv"');
    const explain = '/questions/pledged?by=donor&asOf=2026-01-01T23%3A59%3A59.999Z&knownAt=5&explain=DEU';
    expect((body.text as string).split('\r\n')).toEqual([
      '# question: pledged',
      '# about: What is pledged.',
      '# asOf: 2026-01-01T23:59:59.999Z',
      expect.stringContaining('# knownAt: '),
      '# position: 5',
      '# address: /questions/pledged?by=donor&asOf=2026-01-01T23%3A59%3A59.999Z&knownAt=5',
      '# measure: made',
      '# field measure: text; What the sums are of.',
      '# column donor of rows: text; The party that gives it.',
      '# column amount of rows: money; What it comes to.',
      '# column explain of rows: text; The address of what it is made of.',
      'part,donor,amount,explain',
      `rows,DEU,1000057.10,${explain}`,
      '',
    ]);
  });

  it('is answered a value on each line, first what is said of the whole', async () => {
    const answer = await fetch(`${server.url}/questions/pledged?by=donor&${TIMES}&download=ndjson`);
    const lines = (await answer.text()).trimEnd().split('\n');
    const explain = '/questions/pledged?by=donor&asOf=2026-01-01T23%3A59%3A59.999Z&knownAt=5&explain=DEU';
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { part: 'answer', question: 'pledged', ...AT, measure: 'made' },
      { part: 'rows', donor: 'DEU', amount: '1000057.10', explain },
    ]);
  });

  it('says what a figure is made of as CSV, whole or a page of it', async () => {
    const asking = `/questions/pledged?by=donor&explain=DEU&${TIMES}&download=csv`;
    const rowsOfCsv = ({ body }: Answered) =>
      (body.text as string).split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
    const [whole, page] = [await get(asking), await get(`${asking}&limit=2`)];
    expect((whole.body.text as string).split('\r\n').slice(0, 5)).toEqual([
      '# question: pledged',
      '# explain: DEU',
      '# view: pledges',
      '# sum: 1000057.10',
      '# count: 4',
    ]);
    expect(rowsOfCsv(whole).map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'adds,key,donor',
      '1000000.00,p-1,DEU',
      '50.00,p-2,DEU',
      '7.10,p-3,DEU',
      ',p-4,DEU',
    ]);
    expect(rowsOfCsv(page)).toEqual(rowsOfCsv(whole).slice(0, 3));
    expect([whole.headers.get('link'), page.headers.get('link')]).toEqual([
      null,
      expect.stringContaining('download=csv'),
    ]);
  });

  it.each([
    ['without what it needs', 'pledged', 400, 'QueryNotUnderstood'],
    ['with what it does not take', 'pledged?by=donor&of=1', 400, 'QueryNotUnderstood'],
    ['with a value that it does not take', 'pledged?by=title', 400, 'QueryNotUnderstood'],
    ['with two values for one', 'pledged?by=donor&by=status', 400, 'QueryNotUnderstood'],
    ['with a hostile name', 'pledged?by=donor&__proto__=1', 400, 'QueryNotUnderstood'],
    ['with a page of no list', 'pledged?by=donor&limit=1', 400, 'QueryNotUnderstood'],
    ['that there is not', 'nonsense', 404, 'UnknownQuestion'],
    ['of a hostile name', '__proto__', 404, 'UnknownQuestion'],
  ])('%s is refused', async (_, path, status, code) => {
    expect(problemOf(await get(`/questions/${path}`))).toEqual({ status, code });
  });

  it('says what every wrong parameter must be', async () => {
    const { body } = await get('/questions/pledged?by=title&measure=all');
    expect(body.errors).toEqual([
      { field: 'by', message: 'by must be one of the following values: donor, status' },
      { field: 'measure', message: 'measure must be one of the following values: made, committed' },
    ]);
  });

  it('is listed with the others', async () => {
    expect((await get('/questions')).body).toEqual({
      questions: [
        {
          name: 'pledged',
          about: 'What is pledged.',
          parameters: ['by', 'measure'],
          reads: ['pledges'],
          explains: true,
          answer: '/questions/pledged',
        },
      ],
    });
  });
});

describe('a read', () => {
  it('has what was written before it, when it says after what', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const written = await server.pledge({ pledgeId: `fresh-${String(turn)}` });
      const headers = { 'read-after': String(written.body.position) };
      const read = await server.request(`/views/pledges/fresh-${String(turn)}`, { headers });
      expect([
        read.status,
        BigInt(read.headers.get('log-position') ?? 0) >= BigInt(String(written.body.position)),
      ]).toEqual([200, true]);
    }
  });

  it.each([
    '/views/pledges',
    '/views/pledges/p-1',
    '/views/pledges/p-1/history',
    '/questions/pledged?by=donor',
    '/events',
    '/streams/pledge-p-1',
  ])('is 503 rather than stale: %s', async (path) => {
    const answer = await server.request(path, { headers: { 'read-after': '1000000', prefer: 'wait=0' } });
    expect(problemOf(answer)).toEqual({ status: 503, code: 'NotFreshEnough' });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('waits as long as it prefers', async () => {
    const began = performance.now();
    const reading = server.request('/views/pledges?key=awaited', {
      headers: { 'read-after': String((await server.store.lastPosition()) + 1n), prefer: 'respond-async, wait=20' },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.pledge({ pledgeId: 'awaited' });
    const answer = await reading;
    expect([keysOf(answer), answer.headers.get('preference-applied')]).toEqual([['awaited'], 'wait=20']);
    expect(performance.now() - began).toBeGreaterThan(300);
  });

  it.each(['soon', '-1', '1.5', '99999999999999999999'])('after %s is refused', async (position) => {
    const answer = await server.request('/views/pledges', { headers: { 'read-after': position } });
    expect(problemOf(answer)).toEqual({ status: 400, code: 'HeaderNotUnderstood' });
  });

  it.each([
    `/views/pledges?sort=-made&limit=2&${TIMES}`,
    `/views/pledges/p-1?${TIMES}`,
    `/views/pledges/p-1/history?${TIMES}`,
    `/questions/pledged?by=donor&${TIMES}`,
    `/questions/pledged?by=donor&explain=DEU&${TIMES}`,
    `/views/pledges?download=csv&${TIMES}`,
    `/questions/pledged?by=donor&download=csv&${TIMES}`,
    `/events?${TIMES}`,
    `/streams/pledge-p-1?${TIMES}`,
  ])('of the same times is the same bytes for ever: %s', async (path) => {
    const read = async () => (await fetch(`${server.url}${path}`)).text();
    const first = await read();
    await server.pledge();
    await server.readSide.waitFor(await server.store.lastPosition(), 10_000);
    expect(await read()).toBe(first);
  });
});

describe('the log', () => {
  it('comes as a batch of CloudEvents, with its next page in Link', async () => {
    const { headers, body } = await get('/events?stream=pledge-p-1&limit=1', {
      accept: 'application/cloudevents-batch+json',
    });
    const [stored] = (await server.store.read('pledge-p-1', 0, 1)).events;
    expect([headers.get('content-type'), headers.get('link')]).toEqual([
      expect.stringMatching(/^application\/cloudevents-batch\+json/),
      expect.stringContaining('after=1'),
    ]);
    expect(body).toMatchObject([
      { specversion: '1.0', id: stored?.id, type: 'steadfast.PledgeMade', sequence: '1', data: stored?.data },
    ]);
  });

  it('comes as a batch of CloudEvents of one stream', async () => {
    const { headers, body } = await get('/streams/pledge-p-1?from=1&limit=1', {
      accept: 'application/cloudevents-batch+json',
    });
    const [stored] = (await server.store.read('pledge-p-1', 1, 1)).events;
    expect([headers.get('content-type'), headers.get('vary'), headers.get('link'), headers.get('etag')]).toEqual([
      expect.stringMatching(/^application\/cloudevents-batch\+json/),
      'accept',
      '</streams/pledge-p-1?from=2&limit=1>; rel="next"',
      '"2"',
    ]);
    expect(body).toMatchObject([{ specversion: '1.0', id: stored?.id, subject: 'pledge-p-1', revision: 1 }]);
  });

  it('is read by stream, as it was stored', async () => {
    const { headers, body } = await get('/streams/pledge-p-1?limit=2');
    const { events } = await server.store.read('pledge-p-1', 0, 2);
    expect(body).toEqual({
      stream: 'pledge-p-1',
      revision: 2,
      events: events.map((event) => ({ ...event, position: String(event.position) })),
      next: '/streams/pledge-p-1?limit=2&from=2',
    });
    expect([headers.get('etag'), headers.get('link')]).toEqual([
      '"2"',
      `</streams/pledge-p-1?limit=2&from=2>; rel="next"`,
    ]);
    expect((await get('/streams/pledge-p-1?limit=2&from=2')).body).toMatchObject({
      events: [{ type: 'PledgeAllocated' }],
    });
  });

  it.each([
    ['/streams/pledge-p-1?knownAt=1', ['PledgeMade']],
    ['/streams/pledge-p-1?asOf=2024-07-10', ['PledgeMade', 'PledgeCommitted']],
    ['/events?limit=2', ['PledgeMade', 'PledgeCommitted']],
    ['/events?after=1&limit=1', ['PledgeCommitted']],
    ['/events?type=PledgeAllocated', ['PledgeAllocated']],
    ['/events?party=FRA', []],
    ['/events?party=DEU&limit=1', ['PledgeMade']],
    ['/events?stream=pledge-p-1&knownAt=2', ['PledgeMade', 'PledgeCommitted']],
    ['/events?stream=pledge-p-1&asOf=2024-07-01', ['PledgeMade']],
    ['/events?type=__proto__', []],
  ])('%s', async (path, types) => {
    const { body } = await get(path);
    expect((body.events as Body[]).map(({ type }) => type)).toEqual(types);
  });

  it('is read whole by following the links', async () => {
    const positions: unknown[] = [];
    for (let next: string | undefined = '/events?limit=7'; next !== undefined;) {
      const { body }: Answered = await get(next);
      positions.push(...(body.events as Body[]).map(({ position }) => position));
      next = body.next as string | undefined;
    }
    const stored = await server.store.readAll(0n, 1_000);
    expect(positions).toEqual(stored.map(({ position }) => String(position)));
  });

  it.each([
    ['/streams/nonsense', 404, 'UnknownStream'],
    ['/streams/pledge-p-1?from=-1', 400, 'QueryNotUnderstood'],
    ['/streams/pledge-p-1?from=9999999999999999999', 400, 'QueryNotUnderstood'],
    ['/events?after=x', 400, 'QueryNotUnderstood'],
    ['/events?type=a&type=b', 400, 'QueryNotUnderstood'],
    ['/events?constructor=1', 400, 'QueryNotUnderstood'],
  ])('%s is refused', async (path, status, code) => {
    expect(problemOf(await get(path))).toEqual({ status, code });
  });
});

interface Operation {
  readonly parameters?: readonly Body[];
}

interface Document extends Body {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Body>> };
}

const DESCRIBED = /^\/(views|questions|streams|events|operations\/views|health|metrics)/;

/** The requests that the examples of a read make: one with what it needs, and one for each parameter beside. */
function requestsOf(template: string, { parameters = [] }: Operation, { components }: Document): string[] {
  const all = parameters.map((parameter) =>
    typeof parameter.$ref === 'string' ? components.parameters[parameter.$ref.split('/').at(-1)!]! : parameter,
  );
  const path = all
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, { name, example }) => text.replace(`{${String(name)}}`, encodeURIComponent(String(example))),
      template,
    )
    .replace('/views/allocations/p-1', '/views/allocations/p-1%2Fa-1');
  const inQuery = all.filter((parameter) => parameter.in === 'query');
  const needed = inQuery.filter(({ required }) => required === true);
  const others = inQuery.filter(({ required, example }) => required !== true && example !== undefined);
  return [[], ...others.map((each) => [each])].map((more) => {
    const query = [...needed, ...more].map(({ name, example }) => [String(name), String(example)]);
    return `${path}?${new URLSearchParams(query).toString()}`;
  });
}

describe('the description of reads', () => {
  let document: Document;
  beforeAll(async () => {
    document = (await get('/openapi.json')).body as Document;
  });

  it('is valid by the schema of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('refers to nothing that is not there', () => {
    const at = (path: string) =>
      path.split('/').reduce<unknown>((part, name) => (part as Body | undefined)?.[name], document);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.filter((path) => at(path) === undefined)).toEqual([]);
  });

  it('has examples, and each of them is answered', async () => {
    const requests = Object.entries(document.paths)
      .filter(([path, operations]) => DESCRIBED.test(path) && operations.get)
      .flatMap(([path, operations]) => requestsOf(path, operations.get!, document))
      .filter((request) => !/p-1%2Fa-1.*(asOf|knownAt)/.test(request));
    const answered: string[] = [];
    for (const request of requests) answered.push(`${String((await get(request)).status)} ${request}`);
    expect(answered).toEqual(requests.map((request) => `200 ${request}`));
    expect(requests.length).toBeGreaterThan(30);
  });
});
