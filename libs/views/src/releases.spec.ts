import { askOf, type Asked, type Happened } from '#testing';
import { releases } from './releases.js';

const at = (day: string) => `${day}T00:00:00.000Z`;

interface Said {
  readonly donor?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly title: string;
  readonly sources: readonly string[];
}

function told(
  release: string,
  id: string,
  { donor = 'AUS', amount, currency = 'EUR', title, sources }: Said,
): Happened[] {
  const pledgeId = `kiel-${release}-${id}`;
  const money = amount === undefined ? {} : { amount: { amount, currency, basis: 'claimed' } };
  const claims = sources.map((source) => ({ source }));
  const made = {
    ...{ pledgeId, donor, kind: 'military', title, lines: [], currency, claims },
    ...{ ...money, foreign: { source: 'kiel', release, id } },
  };
  const to = amount === undefined ? { unknown: 'notReported' } : { amount };
  const committed = { pledgeId, donor, kind: 'military', currency, from: { amount: '0' }, to };
  return [
    [`pledge-${pledgeId}`, { type: 'PledgeMade', data: made }, at('2022-03-01')],
    [`pledge-${pledgeId}`, { type: 'PledgeCommitted', data: committed }, at('2022-03-01')],
  ];
}

const published = (ratesId: string, rates: Readonly<Record<string, string>>): Happened => [
  `rates-${ratesId}`,
  { type: 'RatesPublished', data: { ratesId, base: 'EUR', on: '2022-10-03', rates, source: 'bank' } },
  at('2022-10-03'),
];

const tents = { title: 'Twenty tents for the east', sources: ['https://a.example/1'] };
const trucks = {
  title: 'Ten trucks from the stocks of the army',
  sources: ['https://a.example/2', 'https://a.example/3'],
};
const shells = { title: 'Shells of an undisclosed number', sources: ['https://a.example/4'] };
const loan = { title: 'A loan by the central bank', sources: ['https://a.example/5'], donor: 'GBR' };
const boots = { title: 'Boots and winter coats', sources: ['https://a.example/6'], donor: 'GBR' };

const HISTORY: readonly Happened[] = [
  published('kiel-r07', { AUD: '1.5' }),
  published('kiel-r18', { AUD: '2' }),
  ...told('r07', 'AUM1', { ...tents, amount: '100' }),
  ...told('r07', 'AUM2', { ...trucks, amount: '30', currency: 'AUD' }),
  ...told('r07', 'AUM3', { ...shells }),
  ...told('r07', 'UKF1', { ...loan, amount: '50' }),
  ...told('r07', 'UKH1', { ...boots, amount: '7' }),
  ...told('r18', 'AUM1', { ...tents, amount: '100.004' }),
  ...told('r18', 'AUM3', {
    ...trucks,
    amount: '30',
    currency: 'AUD',
    title: 'Ten trucks from the old stocks of the army',
  }),
  ...told('r18', 'AUM4', { ...shells, amount: '12' }),
  ...told('r18', 'UKF1', { ...loan, amount: '60' }),
  ...told('r18', 'UKH1', { ...boots, amount: '8', title: 'Grain, not boots', sources: ['https://a.example/6'] }),
];

const asking = { source: 'kiel', from: 'r07', to: 'r18', in: 'EUR' };
const side = (name: string, course: string, donor: string, amount: string, atLeast = false) => ({
  [name]: { amount, atLeast, pledges: 1, explain: `${name}/${course}/${donor}` },
});

describe('two releases of a source', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(releases, ...HISTORY);
  });
  afterAll(() => asked.close());

  it('are compared by donor, each at its own rates', async () => {
    expect(await asked.ask(asking)).toMatchObject({
      ...asking,
      activities: 6,
      rows: [
        {
          donor: 'AUS',
          course: 'equal',
          ...side('from', 'equal', 'AUS', '100.00'),
          ...side('to', 'equal', 'AUS', '100.00'),
        },
        {
          ...{ donor: 'AUS', course: 'renumbered' },
          from: { amount: '20.00', atLeast: true, pledges: 2, explain: 'from/renumbered/AUS' },
          to: { amount: '27.00', atLeast: false, pledges: 2, explain: 'to/renumbered/AUS' },
        },
        {
          ...{ donor: 'GBR', course: 'restated' },
          ...side('from', 'restated', 'GBR', '50.00'),
          ...side('to', 'restated', 'GBR', '60.00'),
        },
        { donor: 'GBR', course: 'gone', ...side('from', 'gone', 'GBR', '7.00') },
        { donor: 'GBR', course: 'new', ...side('to', 'new', 'GBR', '8.00') },
      ],
    });
  });

  it('have the evidence beside each activity: both ids, and what they share', async () => {
    const { listed } = (await asked.ask(asking)) as { readonly listed: readonly { readonly course: string }[] };
    expect(listed.map(({ course }) => course)).toEqual([
      'restated',
      'renumbered',
      'renumbered',
      'gone',
      'new',
      'equal',
    ]);
    const entry = (release: string, id: string, title: string, committed: string | null, currency = 'EUR') => ({
      ...{ pledge: `kiel-${release}-${id}`, id, title, committed, currency },
    });
    expect(listed.slice(1, 4)).toEqual([
      {
        ...{ donor: 'AUS', course: 'renumbered', figures: 'rates', likeness: '0.88', sources: trucks.sources },
        from: entry('r07', 'AUM2', trucks.title, '30', 'AUD'),
        to: entry('r18', 'AUM3', 'Ten trucks from the old stocks of the army', '30', 'AUD'),
      },
      {
        ...{ donor: 'AUS', course: 'renumbered', figures: 'restated', likeness: '1.00', sources: shells.sources },
        from: entry('r07', 'AUM3', shells.title, null),
        to: entry('r18', 'AUM4', shells.title, '12'),
      },
      {
        ...{ donor: 'GBR', course: 'gone', figures: null, likeness: null, sources: [] },
        from: entry('r07', 'UKH1', boots.title, '7'),
        to: null,
      },
    ]);
  });

  it('are at other rates where nothing else is another', async () => {
    const same = { ...tents, amount: '30', currency: 'AUD' };
    const rated = await askOf(
      releases,
      ...HISTORY.slice(0, 2),
      ...told('r07', 'AUM1', same),
      ...told('r18', 'AUM1', same),
    );
    expect(await rated.ask(asking)).toMatchObject({
      rows: [
        {
          donor: 'AUS',
          course: 'rates',
          ...side('from', 'rates', 'AUS', '20.00'),
          ...side('to', 'rates', 'AUS', '15.00'),
        },
      ],
    });
    await rated.close();
  });

  it('have behind each figure what adds up to it', async () => {
    const sums = ['from/renumbered/AUS', 'to/restated/GBR'].map(
      async (label) => (await asked.explain(asking, label)).sum,
    );
    expect((await Promise.all(sums)).map(Number)).toEqual([20, 60]);
  });

  it('are narrowed to donors', async () => {
    const { rows } = (await asked.ask({ ...asking, donor: ['GBR'] })) as {
      readonly rows: readonly { donor: string }[];
    };
    expect(new Set(rows.map(({ donor }) => donor))).toEqual(new Set(['GBR']));
  });

  it('are not compared without the rates of both', async () => {
    await expect(asked.ask({ ...asking, to: 'r99' })).rejects.toMatchObject({ code: 'NoSuchRates' });
  });
});
