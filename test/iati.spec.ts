import { hash } from 'node:crypto';
import { Big } from 'big.js';
import { allIn, objectionsTo, rootOf, type Element } from './support/iati-rules.js';
import { build, type Launched } from './support/launch.js';
import { tellHistory } from './support/told-history.js';

jest.setTimeout(120_000);

const PUBLISHER = 'reporter=XM-DAC-41114&reporterName=The+coalition';
const TIMES = 'asOf=2026-03-01';
let server: Launched;
let last = '0';

beforeAll(async () => {
  build();
  ({ server, last } = await tellHistory());
}, 120_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

const asked = (path: string, method = 'GET') =>
  fetch(server.url + path, { method, headers: { 'read-after': last, prefer: 'wait=30' } });

async function published(query = TIMES): Promise<string> {
  const answer = await asked(`/iati/activities?${PUBLISHER}&${query}`);
  expect(answer.status).toBe(200);
  return answer.text();
}

type Row = Readonly<Record<string, string | boolean | null>>;

async function rowsOf(view: string): Promise<readonly { readonly key: string; readonly row: Row }[]> {
  const answer = await asked(`/views/${view}?${TIMES}&limit=1000`);
  return ((await answer.json()) as { rows: { key: string; row: Row }[] }).rows;
}

/** Sums by currency, as text. */
function sums(parts: readonly (readonly [currency: string, amount: string])[]): Readonly<Record<string, string>> {
  const byCurrency = Map.groupBy(parts, ([currency]) => currency);
  const summed = [...byCurrency].map(([currency, own]) => [
    currency,
    own.reduce((sum, [, amount]) => sum.plus(amount), new Big(0)).toFixed(2),
  ]);
  return Object.fromEntries(summed.toSorted(([a = ''], [b = '']) => a.localeCompare(b))) as Record<string, string>;
}

const childOf = (element: Element, name: string) => element.within.find((one) => one.name === name);

function transactionsOf(xml: string, type: string): readonly (readonly [string, string])[] {
  return allIn(rootOf(xml))
    .filter((one) => one.name === 'transaction' && childOf(one, 'transaction-type')?.attributes.code === type)
    .map((one) => childOf(one, 'value'))
    .map((value) => [value?.attributes.currency ?? '', value?.text ?? ''] as const);
}

describe('the activities of the history as IATI 2.03', () => {
  it('hold to the rules of the standard', async () => {
    expect(objectionsTo(await published())).toEqual([]);
  });

  it('are one for each pledge, by its id', async () => {
    const identifiers = allIn(rootOf(await published())).filter(({ name }) => name === 'iati-identifier');
    const keys = (await rowsOf('pledges')).map(({ key }) => `XM-DAC-41114-${key}`);
    expect(keys.length).toBeGreaterThan(3);
    expect(identifiers.map(({ text }) => text)).toEqual(keys);
  });

  it('add up by stage to what the ledger counts, in each currency', async () => {
    const xml = await published();
    const pledges = (await rowsOf('pledges')).map(({ row }) => row);
    const own = pledges.filter((row) => row.drawsOn === null && row.status !== 'merged');
    const counted = own.filter((row) => row.status !== 'lapsed' && row.conditional === false);
    const some = (rows: readonly Row[], column: string) =>
      rows
        .filter((row) => Number(row[column] ?? 0) !== 0)
        .map((row) => [row.currency as string, row[column] as string] as const);
    const committed = (await rowsOf('commitments')).map(({ row }) => row).filter((row) => row.counts === true);
    const figures = { '12': some(counted, 'made'), '2': some(committed, 'amount'), '3': some(own, 'delivered') };
    const of = (parts: Readonly<Record<string, readonly (readonly [string, string])[]>>) =>
      Object.fromEntries(Object.entries(parts).map(([type, each]) => [type, sums(each)]));
    expect(Object.values(figures).map((each) => each.length > 0)).toEqual([true, true, true]);
    expect(of(Object.fromEntries(['12', '2', '3'].map((type) => [type, transactionsOf(xml, type)])))).toEqual(
      of(figures),
    );
  });

  it('have what draws on another pledge come in from it', async () => {
    const xml = await published();
    expect(transactionsOf(xml, '13').length).toBeGreaterThan(0);
    const drawing = (await rowsOf('pledges')).filter(({ row }) => row.drawsOn !== null);
    const related = allIn(rootOf(xml)).filter(
      ({ name, attributes }) => name === 'related-activity' && attributes.type === '1',
    );
    expect(related.map(({ attributes }) => attributes.ref)).toEqual(
      drawing.map(({ row }) => `XM-DAC-41114-${String(row.drawsOn)}`),
    );
  });

  it('say which times they are of, where they come from again, and what is left out', async () => {
    const xml = await published();
    const [, head = ''] = /<!--\n(.*?)\n-->/s.exec(xml) ?? [];
    const address = /^address: (.*)$/m.exec(head)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(head).toMatch(/^asOf: 2026-03-01T23:59:59.999Z\nknownAt: .*\nposition: \d+\naddress: /);
    expect(head).toContain('Left out of every activity: consignments');
    expect(await (await asked(address)).text()).toBe(xml);
  });

  it('are the same bytes whenever they are asked for, as of any time', async () => {
    const query = `asOf=2024-07-10&knownAt=${last}`;
    const [first, second] = [await published(query), await published(query)];
    expect(hash('sha256', first)).toBe(hash('sha256', second));
    expect(first.length).toBeLessThan((await published()).length);
    expect(objectionsTo(first)).toEqual([]);
  });

  it('come of one donor and kind', async () => {
    const xml = await published(`${TIMES}&donor=SWE&kind=military`);
    const donors = allIn(rootOf(xml)).filter(({ name }) => name === 'participating-org');
    expect(new Set(donors.map(({ within }) => within[0]?.text))).toEqual(new Set(['Sweden']));
    const ids = (await rowsOf('pledges')).filter(({ row }) => row.donor === 'SWE' && row.kind === 'military');
    expect(donors.length).toBe(ids.length);
  });

  it('come as a file of XML, and its head alone for who asks for that', async () => {
    const { status, headers } = await asked(`/iati/activities?${PUBLISHER}&${TIMES}`, 'HEAD');
    expect([status, headers.get('content-type'), headers.get('content-disposition'), headers.get('as-of')]).toEqual([
      200,
      'application/xml; charset=utf-8',
      `attachment; filename="iati-activities-2026-03-01-${String(headers.get('known-at'))}.xml"`,
      '2026-03-01T23:59:59.999Z',
    ]);
  });

  it.each([
    ['', 400, 'QueryNotUnderstood', 'reporter'],
    ['reporter=us&reporterName=x', 400, 'QueryNotUnderstood', 'reporter'],
    ['reporter=XM-DAC-4/1&reporterName=x', 400, 'QueryNotUnderstood', 'reporter'],
    ['reporter=XM-DAC-41114', 400, 'QueryNotUnderstood', 'reporterName'],
    [`reporter=XM-DAC-41114&reporterName=${'x'.repeat(301)}`, 400, 'QueryNotUnderstood', 'reporterName'],
    [`${PUBLISHER}&reporterType=99`, 400, 'QueryNotUnderstood', 'reporterType'],
    [`${PUBLISHER}&recipient=NATO`, 400, 'QueryNotUnderstood', 'recipient'],
    [`${PUBLISHER}&recipient=ABC`, 400, 'QueryNotUnderstood', 'recipient'],
    [`${PUBLISHER}&status=made`, 400, 'QueryNotUnderstood', 'status'],
    [`${PUBLISHER}&asOf=soon`, 400, 'QueryNotUnderstood', 'asOf'],
    [`${PUBLISHER}&donor=DEU&asOf=1999-01-01`, 404, 'NothingToPublish', undefined],
    [`${PUBLISHER}&donor=QQQ`, 404, 'NothingToPublish', undefined],
  ])('with %s are refused', async (query, status, code, parameter) => {
    const answer = await asked(`/iati/activities?${query}`);
    const body = (await answer.json()) as Readonly<Record<string, unknown>>;
    expect([answer.status, body.code, body.parameter]).toEqual([status, code, parameter]);
  });
});

describe('the rules of IATI', () => {
  const without =
    (from: RegExp | string, to = '') =>
    async () =>
      (await published()).replace(from, to);
  it.each([
    ['no identifier', without(/<iati-identifier>.*?<\/iati-identifier>/)],
    ['no title', without(/<title>.*?<\/title>/)],
    ['no status', without(/<activity-status code="\d"\/>/)],
    ['an order of its own', without(/(<activity-status[^>]*>)(<activity-date[^>]*>)/, '$2$1')],
    ['a type that is on no list', without(/<transaction-type code="12"\/>/, '<transaction-type code="14"/>')],
    ['a day that there is not', without(/iso-date="\d{4}-\d\d-\d\d"/, 'iso-date="2024-02-30"')],
    ['an amount in words', without(/(<value[^>]*>)[^<]+/, '$1much')],
    ['a word too many', without('<title>', '<title size="12">')],
    ['an element of its own', without('</iati-activity>', '<tanks/></iati-activity>')],
    ['somebody else’s identifier', without('<iati-identifier>XM-DAC-41114-', '<iati-identifier>XM-DAC-99-')],
    ['a version of its own', without('version="2.03"', 'version="2.02"')],
    ['a bracket too many', without('<title>', '<title><')],
  ])('do not take a document with %s', async (_, broken) => {
    expect(objectionsTo(await broken()).length).toBeGreaterThan(0);
  });
});
