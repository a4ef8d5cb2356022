import { Added, figuresAt, type Explanation, type Figure, type RowBehind } from './explained.js';

const said = { sum: '12.50', count: 2 } as Explanation;

function row(key: string, adds: string | null, events = 1): RowBehind {
  return { key, row: {}, adds, events: Array<RowBehind['events'][number]>(events).fill({} as never) };
}

function objections(rows: readonly RowBehind[], figure: Figure, explanation: Partial<Explanation> = {}) {
  const added = new Added();
  rows.forEach((each) => {
    added.add(each);
  });
  return added.objections({ ...said, ...explanation }, [figure]);
}

const rows = [row('a', '10.10'), row('b', '2.4')];

describe('the rows behind a figure', () => {
  it.each<[string, Figure]>([
    ['an amount, which is rounded', { amount: '12.50' }],
    ['a quantity', { quantity: '12.5' }],
    ['a share in per cent, which is rounded', { percent: '12.5000' }],
    ['a count', { exceptions: 2, amount: null }],
    ['a count in a word of its own', { days: 7, chairs: 2 }],
  ])('add up to %s', (_, figure) => {
    expect(objections(rows, figure)).toEqual([]);
  });

  it('may be one that the figure is', () => {
    expect(objections([row('a', '1')], { finding: 'vacant' }, { sum: '1', count: 1 })).toEqual([]);
  });

  it('may add what is not known', () => {
    expect(objections([...rows, row('c', null)], { amount: '12.50' }, { count: 3 })).toEqual([]);
  });

  it.each<[string, readonly RowBehind[], Figure, string[]]>([
    ['other than the figure', rows, { amount: '12.51' }, ['the figure is 12.51, and the rows add up to 12.50']],
    ['other than the share', rows, { percent: '12.5001' }, ['the figure is 12.5001, and the rows add up to 12.5000']],
    ['other than the quantity', rows, { quantity: '12' }, ['the figure is 12, and the rows add up to 12.5']],
    ['more than are counted', rows, { pledges: 1 }, ['the figure counts 1, and there are 2']],
    ['of no number in the figure', rows, { days: 7 }, ['the figure counts another number of rows, and there are 2']],
    [
      'other than the ledger says they do',
      [row('a', '10.10'), row('b', '2.41')],
      { amount: '12.51' },
      ['the rows add up to 12.51, and the ledger says 12.50'],
    ],
    [
      'not as many as the ledger says they are',
      [row('a', '12.5')],
      { amount: '12.50' },
      ['there are 1 rows, and the ledger says 2'],
    ],
    [
      'without an event',
      [row('a', '12.5'), row('b', '0', 0)],
      { amount: '12.50' },
      ['the row b has no event behind it'],
    ],
  ])('are objected to where they are %s', (_, behind, figure, found) => {
    expect(objections(behind, figure)).toEqual(found);
  });

  it('are objected to where no figure is theirs', () => {
    expect(new Added().objections({ sum: '0', count: 0 } as Explanation, [])).toEqual([
      'the answer has no figure of this label',
    ]);
  });
});

describe('the figures of a label', () => {
  it('are all in the answer whose link has it, at the times of the explanation', async () => {
    const asked: string[] = [];
    const explain = (label: string) => `/questions/totals?by=donor&explain=${label}`;
    const answer = {
      rows: [
        { amount: '1.00', explain: explain('DEU') },
        { amount: '2.00', explain: explain('FRA') },
      ],
      total: { explain: explain('DEU') },
    };
    const ledger = {
      read: (path: string) => {
        asked.push(path);
        return Promise.resolve(Response.json(answer));
      },
    };
    const parameters = new URLSearchParams({ by: 'donor', asOf: '2024' });
    const link = { subject: { kind: 'questions', name: 'totals', parameters }, label: 'DEU' } as const;
    const at = { asOf: '2024-12-31T23:59:59.999Z', knownAt: { position: '7', time: null } } as Explanation;
    expect(await figuresAt(ledger as never, link, at)).toEqual([answer.rows[0], answer.total]);
    expect(asked).toEqual(['/questions/totals?by=donor&asOf=2024-12-31T23%3A59%3A59.999Z&knownAt=7']);
  });
});
