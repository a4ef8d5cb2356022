import { Big } from 'big.js';
import { questions, views } from '#views';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

type Body = Readonly<Record<string, unknown>>;

interface Share {
  readonly percent: string | null;
  readonly unknown?: string;
  readonly explain?: string;
}

interface Donor {
  readonly donor: string;
  readonly gdp: { readonly amount: string | null; readonly explain?: string };
  readonly shareOfGdp: Readonly<Record<string, Share>>;
}

interface Behind {
  readonly view: string;
  readonly sum: string;
  readonly count: number;
  readonly rows: readonly {
    readonly key: string;
    readonly row: Body;
    readonly adds: string;
    readonly events: readonly { readonly id: string; readonly type: string }[];
  }[];
}

/** In dollars; EU is in no such table. */
const FIGURES = [
  { party: 'DEU', amount: '4278503934689.85' },
  { party: 'USA', amount: '23594031000000' },
];
const TABLE = { year: 2021, currency: 'USD', on: '2024-09-19', figures: FIGURES, source: 'https://example.org/gdp' };
const ASKED = 'in=EUR&rates=r-1&asOf=2024-08-31';
const MEASURES = ['pledged', 'committed', 'allocated', 'delivered'];

let server: ReadServer;
let authorization: string;

async function sent(type: string, body: object, headers: Readonly<Record<string, string>>): Promise<Body> {
  const answered = await server.send(type, body, headers);
  if (answered.status !== 201) throw new Error(JSON.stringify(answered.body));
  return answered.body;
}

beforeAll(async () => {
  server = await serveReads({ views, questions });
  authorization = `Bearer ${await server.token({ roles: ['coordinator', 'historian', 'operator'] })}`;
  const rates = [{ currency: 'USD', rate: '1.10' }];
  await sent(
    'PublishRates',
    { ratesId: 'r-1', base: 'EUR', on: '2024-01-01', rates, source: 'bank' },
    { authorization },
  );
  for (const [pledgeId, donor, amount, currency] of [
    ['one', 'DEU', '1000000000.00', 'EUR'],
    ['two', 'DEU', '333333333.33', 'USD'],
    ['three', 'USA', '7000000000.00', 'USD'],
    ['four', 'EU', '50000000.00', 'EUR'],
  ] as const) {
    const own = `Bearer ${await server.token({ party: donor })}`;
    const said = { pledgeId, amount: { amount, currency, basis: 'claimed' } };
    const headers = { authorization: own, 'occurred-at': '2024-07-10' };
    await server.pledge({ ...said, donor }, headers);
    const claims = [{ source: 'https://example.org/law', said: '2024-07-10', learnt: '2024-07-10' }];
    await sent('CommitPledge', { ...said, claims }, headers);
  }
  await sent('PublishGdp', { gdpId: 'bank-2021', ...TABLE }, { authorization });
});
afterAll(() => server.close());

async function donors(query: string): Promise<readonly Donor[]> {
  const { status, body } = await server.get(`/questions/donors?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.rows as readonly Donor[];
}

async function behind(address: string): Promise<Behind> {
  return (await server.get(address)).body as unknown as Behind;
}

/** The row of a donor. */
const donor = async (code: string) => (await donors(`${ASKED}&gdp=bank-2021`)).find((row) => row.donor === code)!;

/** The share of each measure of each donor, in per cent. */
const percentages = (rows: readonly Donor[]) =>
  Object.fromEntries(
    rows.map(({ donor, shareOfGdp }) => [donor, MEASURES.map((measure) => shareOfGdp[measure]?.percent)]),
  );

describe('the share of gross domestic product over HTTP', () => {
  it('is of each donor that the table has, and null of any other', async () => {
    expect(percentages(await donors(`${ASKED}&gdp=bank-2021`))).toEqual({
      DEU: ['0.0335', '0.0335', '0.0000', '0.0000'],
      USA: ['0.0297', '0.0297', '0.0000', '0.0000'],
      EU: [null, null, null, null],
    });
    const { gdp, shareOfGdp } = await donor('EU');
    expect([gdp, shareOfGdp.pledged]).toEqual([
      { amount: null, unknown: 'notReported' },
      { percent: null, unknown: 'notReported' },
    ]);
  });

  it('leads to the rows and events that it is made of, and is what they add up to', async () => {
    const rows = await donors(`${ASKED}&gdp=bank-2021`);
    const shares = rows.flatMap(({ shareOfGdp }) => Object.values(shareOfGdp)).filter(({ explain }) => explain);
    expect(shares).toHaveLength(4);
    for (const { percent, explain = '' } of shares) {
      const { rows: made, sum, count } = await behind(explain);
      const added = made.reduce((total, { adds }) => total.plus(adds), new Big(0));
      expect([added.toFixed(4), new Big(sum).eq(added), made.length]).toEqual([percent, true, count]);
      expect(made.every(({ events }) => events.length > 0)).toBe(true);
    }
  });

  it('is of a figure that leads to its row of the table, and the event that published it', async () => {
    const { gdp } = await donor('DEU');
    expect(gdp.amount).toBe('3889549031536.23');
    const { view, rows, sum } = await behind(gdp.explain ?? '');
    expect([view, rows.map(({ key }) => key), new Big(sum).toFixed(2)]).toEqual([
      'gdp',
      ['bank-2021/DEU'],
      '3889549031536.23',
    ]);
    expect(rows[0]?.row).toMatchObject({ ...FIGURES[0], year: 2021, currency: 'USD', source: TABLE.source });
    expect(rows[0]?.events.map(({ type }) => type)).toEqual(['GdpPublished']);
  });

  it('is not answered of a table that there is not', async () => {
    const { status, body } = await server.get(`/questions/donors?${ASKED}&gdp=bank-1990`);
    expect([status, body.code, body.lists]).toEqual([400, 'NoSuchGdp', ['bank-2021']]);
    const hostile = await server.get(`/questions/donors?${ASKED}&gdp=%27`);
    expect([hostile.status, hostile.body.code]).toEqual([400, 'QueryNotUnderstood']);
  });

  it('comes as a file with the fields of each share beside the donor', async () => {
    const answer = await fetch(`${server.url}/questions/donors?${ASKED}&gdp=bank-2021&download=csv`);
    const [header] = (await answer.text()).split('\n').filter((line) => line.startsWith('part,'));
    expect(header?.trim().split(',')).toEqual(
      expect.arrayContaining(['donor', 'donorName', 'gdp.amount', 'gdp.unknown', 'shareOfGdp.pledged.percent']),
    );
  });

  it('is another by the table of another year, and by one that was corrected, which was known to be as it was', async () => {
    const doubled = FIGURES.map(({ party, amount }) => ({ party, amount: new Big(amount).times(2).toFixed() }));
    await sent('PublishGdp', { gdpId: 'bank-2030', ...TABLE, year: 2030, figures: doubled }, { authorization });
    expect(percentages(await donors(`${ASKED}&gdp=bank-2030`)).USA?.[0]).toBe('0.0148');

    const position = String(await server.store.lastPosition());
    const { body: listed } = await server.get('/streams/gdp-bank-2021');
    const [event] = listed.events as readonly { id: string }[];
    const values = { figures: { DEU: '4278503934689.85', USA: '2359403100000' } };
    const proposal = { stream: 'gdp-bank-2021', eventId: event?.id, reason: 'A digit too many.', values };
    const proposed = await sent('ProposeCorrection', proposal, { authorization });
    const [{ id: correctionId }] = proposed.events as [{ id: string }];
    const other = `Bearer ${await server.token({ subject: 'berta', roles: ['coordinator'] })}`;
    await sent('ApproveCorrection', { stream: 'gdp-bank-2021', correctionId }, { authorization: other });
    expect(percentages(await donors(`${ASKED}&gdp=bank-2021`)).USA?.[0]).toBe('0.2967');
    expect(percentages(await donors(`${ASKED}&gdp=bank-2021&knownAt=${position}`)).USA?.[0]).toBe('0.0297');
    const { rows } = await behind((await donor('USA')).gdp.explain ?? '');
    expect(rows[0]?.events.map(({ type }) => type)).toEqual(['GdpPublished', 'CorrectionApproved']);
  });
});
