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
  return (await asked(`/views/${view}?limit=1000&${query}`)).rows as Row[];
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
    last = (await fetch(`${server.url}/events?limit=1`)).headers.get('log-position') ?? '0';
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
