import { views } from '#views';
import { build, type Launched } from './support/launch.js';
import { tellHistory } from './support/told-history.js';

jest.setTimeout(120_000);

/** The questions that need no rates, of which the history tells none, and what they are asked with. */
const WITHOUT_MONEY = {
  ...{ continuity: 'without=USA', controls: '', 'data-quality': '', 'decision-clocks': '' },
  ...{ coverage: 'by=item', 'meeting-pack': 'group=udcg' },
};
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

async function textOf(path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { 'read-after': last, prefer: 'wait=30' } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

/** The lines of a file of CSV whose cells have no commas, without its head. */
const rowsOf = (csv: string) =>
  csv
    .split('\r\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));

describe('a file of the history', () => {
  it('has names beside its codes', async () => {
    const csv = await textOf(`/views/pledges?${TIMES}&key=udcg-26-deu&download=csv`);
    expect(csv).toContain(
      '# column donor: text; The party that gives it.\r\n# column donorName: text; What donor is called.\r\n',
    );
  });

  it('calls every party of the group by a name', async () => {
    const [head = [], ...rows] = rowsOf(await textOf(`/views/parties?${TIMES}&download=csv`));
    expect(head.slice(0, 4)).toEqual(['key', 'group', 'party', 'partyName']);
    expect(rows.length).toBe(59);
    expect(rows.filter(([, , , name = '']) => name === '')).toEqual([]);
    expect(rows.find(([, , party]) => party === 'GBR')?.[3]).toBe('United Kingdom');
  });

  it('has names beside the codes of an answer', async () => {
    const [head = [], ...rows] = rowsOf(await textOf(`/questions/data-quality?${TIMES}&download=csv`));
    expect(head.slice(0, 3)).toEqual(['part', 'donor', 'donorName']);
    expect(rows.map((row) => row.slice(1, 3))).toContainEqual(['SWE', 'Sweden']);
  });

  it.each(Object.entries(WITHOUT_MONEY))(
    'of the question %s says in a sentence what each of its columns is',
    async (name, asked) => {
      const csv = await textOf(`/questions/${name}?${TIMES}&${asked}&download=csv`);
      const head = csv.split('\r\n').filter((line) => line.startsWith('# column '));
      const [[part = '', ...columns] = []] = rowsOf(csv);
      const said = head.map((line) => /^# column ([\w.]+) of \w+: [a-z[\]]+( in [\w` ]+)?; .+\.$/.exec(line)?.[1]);
      expect([part, new Set(said)]).toEqual(['part', new Set(columns)]);
    },
  );

  it.each(views.map(({ name }) => name))('of %s says in a sentence what each column is', async (name) => {
    const csv = await textOf(`/views/${name}?${TIMES}&limit=1&download=csv`);
    const head = csv.split('\r\n').filter((line) => line.startsWith('# column '));
    const [columns = []] = rowsOf(csv);
    expect(head.map((line) => /^# column (\w+): [a-z[\]]+; .+\.$/.exec(line)?.[1])).toEqual(columns);
  });
});
