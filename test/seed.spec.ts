import { Big } from 'big.js';
import { endOfLog } from './support/end-of-log.js';
import { build, launch, run, scratch, type Launched } from './support/launch.js';

jest.setTimeout(120_000);

const env = { DATA_DIR: scratch() };
let server: Launched;

type Row = Readonly<Record<string, unknown>>;

beforeAll(async () => {
  build();
  server = await launch(env);
}, 120_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

const seeding = () => run('cli', env, 'seed', 'ukraine', '--url', server.url);

async function asked(path: string): Promise<Row> {
  const answer = await fetch(`${server.url}${path}`, { headers: { 'read-after': last, prefer: 'wait=10' } });
  return (await answer.json()) as Row;
}

async function rowAt(view: string, key: string, asOf: string): Promise<Row> {
  return (await asked(`/views/${view}/${encodeURIComponent(key)}?asOf=${asOf}`)).row as Row;
}

async function rowsAt(view: string, query: string): Promise<readonly Row[]> {
  const { rows } = await asked(`/views/${view}?limit=1000&${query}`);
  return (rows as readonly { row: Row }[]).map(({ row }) => row);
}

let last = '0';

describe('the history of aid to Ukraine', () => {
  it('is told whole, and adds nothing when it is told again', async () => {
    const first = await seeding();
    const told = /^ukraine: (?<facts>\d+) facts, (?<added>\d+) added, (?<unchanged>\d+) unchanged, 0 refused\n$/;
    const { facts, added, unchanged } = told.exec(first.stdout)?.groups ?? {};
    expect([first.code, first.stderr, Number(added) + Number(unchanged)]).toEqual([0, '', Number(facts)]);
    // The transfers that the decision agrees may have been agreed by the ledger itself before the history tells so.
    expect(Number(unchanged)).toBeLessThanOrEqual(6);
    last = await endOfLog(server.url);
    expect((await seeding()).stdout).toBe(
      `ukraine: ${facts ?? ''} facts, 0 added, ${facts ?? ''} unchanged, 0 refused\n`,
    );
  });

  it('knows who chaired the group, and when nobody did', async () => {
    const chairedBy = async (day: string) => (await rowAt('chair', 'udcg', day)).parties;
    expect(await chairedBy('2024-03-20')).toEqual(['USA']);
    expect(await chairedBy('2025-01-31')).toEqual([]);
    expect(await chairedBy('2025-02-12')).toEqual(['GBR']);
    expect(await chairedBy('2026-02-12')).toEqual(['GBR', 'DEU']);
  });

  it('knows 59 parties of the group, and 31 allies until Sweden joined as the 32nd', async () => {
    expect(await rowsAt('parties', '')).toHaveLength(59);
    const allies = async (day: string) => (await rowsAt('forum', `forum=nac&asOf=${day}`)).length;
    expect([await allies('2023-04-03'), await allies('2024-03-06'), await allies('2024-03-08')]).toEqual([30, 31, 32]);
  });

  it('knows the 33 meetings by their numbers, and the cancelled one, which took none', async () => {
    const held = (await rowsAt('meetings', 'group=udcg')).filter(({ number }) => number !== null);
    const days = held.toSorted((a, b) => Number(a.number) - Number(b.number)).map(({ on }) => on);
    expect(held.map(({ number }) => number).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 33 }, (_, index) => index + 1),
    );
    expect(days).toEqual(days.toSorted());
    expect([days.at(0), days.at(24), days.at(32)]).toEqual(['2022-04-26', '2025-01-09', '2026-02-12']);
    const leaders = { level: 'leaders', on: '2024-10-12', number: null };
    expect(await rowAt('meetings', 'udcg-leaders-2024-10', '2024-10-08')).toMatchObject({
      ...leaders,
      status: 'scheduled',
    });
    expect(await rowAt('meetings', 'udcg-leaders-2024-10', '2024-10-09')).toMatchObject({
      ...leaders,
      status: 'cancelled',
    });
  });

  it('knows who chaired each meeting, and that one was moved', async () => {
    const chairs = async (number: number) => (await rowAt('meetings', `udcg-${String(number)}`, '2026-03-01')).chairs;
    expect([await chairs(25), await chairs(26), await chairs(27)]).toEqual([['USA'], ['GBR'], ['GBR', 'DEU']]);
    expect(await rowAt('meetings', 'udcg-32', '2025-12-16')).toMatchObject({ on: '2025-12-16', firstOn: '2025-12-03' });
  });

  it('knows nine coalitions and their leads, of which one is under strength', async () => {
    const ledOn = async (day: string) =>
      Object.fromEntries(
        (await rowsAt('coalitions', `asOf=${day}`)).map(({ capability, leads }) => [capability, leads]),
      ) as Record<string, unknown>;
    expect(await ledOn('2025-04-11')).toEqual({
      'Air Force': ['USA', 'DNK', 'NLD'],
      'Integrated Air and Missile Defence': ['DEU', 'FRA'],
      Artillery: ['FRA', 'USA'],
      'Armour and Manoeuvrability': ['DEU', 'POL', 'ITA'],
      'Maritime Security': ['GBR', 'NOR'],
      'Information Technology': ['EST', 'LUX'],
      Demining: ['LTU', 'ISL'],
      Drones: ['LVA', 'GBR'],
      'Electronic Warfare': ['DEU'],
    });
    expect((await ledOn('2024-02-01')).Drones).toEqual(['LVA']);
    const weak = await rowsAt('coalitions', 'underStrength=true&asOf=2025-04-11');
    expect(weak.map(({ capability }) => capability)).toEqual(['Electronic Warfare']);
    const endorsed = await rowsAt('coalitions', 'roadmapUntil=2027-12-31&asOf=2025-01-09');
    expect(endorsed).toHaveLength(8);
  });

  it('counts what Sweden paid into the funds of coalitions out of its package, once', async () => {
    const paid = await rowsAt('fund-payments', 'drawsOn=swe-package-19');
    expect(paid.map(({ coalition, amount }) => [coalition, amount])).toEqual([
      ['demining', '100000000'],
      ['drone', '300000000'],
      ['it', '30000000'],
      ['maritime', '50000000'],
    ]);
    expect(await rowAt('pledges', 'swe-package-19', '2025-05-31')).toMatchObject({ committed: '16000000000' });
  });

  it('says of each fact how it is known, and keeps what sources contradict', async () => {
    const evidenceOf = async (subject: string, field: string) =>
      (await rowsAt('claims', `subject=${subject}&field=${field}`))[0]?.evidence;
    expect(await evidenceOf('udcg.meeting.5', 'date')).toBe('memory');
    expect(await evidenceOf('udcg.meeting.13', 'date')).toBe('memory');
    expect(await evidenceOf('udcg.meeting.13', 'account')).toBe('found');
    expect(await evidenceOf('coalition.maritime', 'start')).toBe('memory');
    expect(await evidenceOf('coalition.demining', 'start')).toBe('inferred');
    const first = await rowAt('conflicts', 'udcg.meeting.1/date', '2026-03-01');
    expect(first).toMatchObject({ chosen: '2022-04-26', values: ['2022-04-26', '2022-04-22', '2022-09-28'] });
  });

  it('has every contradiction of its data as claims, and both sides of it after it is resolved', async () => {
    const conflicts = await rowsAt('conflicts', 'sort=subject');
    expect(conflicts).toHaveLength(14);
    expect(await rowsAt('claims', 'subject=ramstein.place')).toMatchObject([{ value: '4th time at Ramstein' }]);
    const resolved = conflicts.filter(({ status }) => status === 'resolved');
    expect(resolved.map(({ subject, values, claims }) => [subject, values, (claims as unknown[]).length])).toEqual([
      ['swe-package-19', ['headline ~SEK 4.8bn', 'sum of listed items ~SEK 4.0bn'], 2],
      ['udcg.meeting.1', ['2022-04-26', '2022-04-22', '2022-09-28'], 3],
    ]);
  });

  it('knows what 61 nations produced in the year before the war, and who says so', async () => {
    const figures = await rowsAt('gdp', 'gdp=world-bank-2021');
    expect(figures).toHaveLength(61);
    const euro = [
      'AUT',
      'BEL',
      'CYP',
      'DEU',
      'ESP',
      'EST',
      'FIN',
      'FRA',
      'GRC',
      'HRV',
      'IRL',
      'ITA',
      'LTU',
      'LUX',
      'LVA',
    ];
    const union = [...euro, 'MLT', 'NLD', 'PRT', 'SVK', 'SVN', 'BGR', 'CZE', 'DNK', 'HUN', 'POL', 'ROU', 'SWE'];
    const members = figures.filter(({ party }) => union.includes(party as string));
    // The World Bank publishes the sum of the European Union too, to a tenth of a dollar.
    const sum = members.reduce((total, { amount }) => total.plus(amount as string), new Big(0));
    expect([members.length, sum.toFixed(1)]).toEqual([27, '17315127119106.5']);
    expect(await rowAt('gdp', 'world-bank-2021/ISL', '2026-03-01')).toEqual({
      ...{ gdp: 'world-bank-2021', party: 'ISL', year: 2021, amount: '25797870984.2963', currency: 'USD' },
      ...{ on: '2024-09-19', source: expect.stringContaining('NY.GDP.MKTP.CD') as string },
    });
  });

  it('knows what was withdrawn, and what stays of the same donor', async () => {
    expect(await rowAt('pledges', 'svk-package-14', '2023-12-31')).toMatchObject({
      status: 'withdrawn',
      delivered: '0',
    });
    expect(await rowAt('pledges', 'svk-packages-1-13', '2023-12-31')).toMatchObject({
      status: 'committed',
      delivered: '671000000',
    });
  });
});
