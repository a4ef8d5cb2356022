import { Big } from 'big.js';
import fc from 'fast-check';
import { differences } from './figures.js';

const figure = (explain: string, amount: string | null, more = {}) => ({ amount, ...more, explain });

describe('what differs between two answers', () => {
  it('is matched by the labels of figures, in the order of the later answer, what is gone last', () => {
    const before = { in: 'EUR', rows: [figure('DEU', '1.00'), figure('FRA', '2.50'), figure('USA', '7')] };
    const after = {
      in: 'EUR',
      rows: [figure('USA', '6.5', { atLeast: true }), figure('POL', '3'), figure('DEU', '1.00')],
    };
    expect(differences(before, after)).toEqual([
      {
        ...{ at: ['rows', 'USA'], change: 'changed', before: { amount: '7' }, after: { amount: '6.5', atLeast: true } },
        ...{ difference: { amount: '-0.5' }, labels: { before: 'USA', after: 'USA' } },
      },
      {
        ...{ at: ['rows', 'POL'], change: 'added', before: null, after: { amount: '3' }, difference: null },
        labels: { before: null, after: 'POL' },
      },
      {
        ...{ at: ['rows', 'FRA'], change: 'removed', before: { amount: '2.50' }, after: null, difference: null },
        labels: { before: 'FRA', after: null },
      },
    ]);
  });

  it('reaches figures within rows, and values of no figure', () => {
    const answer = (pledged: string, index: string, missing: readonly string[]) => ({
      index,
      missing,
      rows: [{ donor: 'DEU', pledged: figure('pledged/DEU', pledged) }],
    });
    expect(differences(answer('1', '10.00', ['JPY']), answer('2', '12.50', []))).toEqual([
      {
        ...{ at: [], change: 'changed', before: { index: '10.00', missing: ['JPY'] } },
        ...{ after: { index: '12.50', missing: [] }, difference: { index: '2.50' } },
      },
      {
        ...{ at: ['rows', 'DEU', 'pledged'], change: 'changed', before: { amount: '1' }, after: { amount: '2' } },
        ...{ difference: { amount: '1' }, labels: { before: 'pledged/DEU', after: 'pledged/DEU' } },
      },
    ]);
  });

  it('matches elements without a figure by their first text, and the second of a name with the second', () => {
    const answer = (...amounts: readonly number[]) => ({ changes: amounts.map((count) => ({ key: 'p-1', count })) });
    expect(differences(answer(1, 2), answer(1, 5))).toEqual([
      {
        ...{ at: ['changes', 'p-1 (2)'], change: 'changed', before: { key: 'p-1', count: 2 } },
        ...{ after: { key: 'p-1', count: 5 }, difference: { count: 3 } },
      },
    ]);
  });

  it('says nothing of how much where a value is not known at either moment', () => {
    const [change] = differences({ rows: [figure('DEU', null)] }, { rows: [figure('DEU', '1.00')] });
    expect(change?.difference).toEqual({});
  });

  it('is added to what was before to give what is after, exactly', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(9_999))
      .map(([whole, part]) => `${String(whole)}.${String(part).padStart(4, '0')}`);
    fc.assert(
      fc.property(decimal, decimal, (before, after) => {
        fc.pre(before !== after);
        const [change] = differences({ rows: [figure('all', before)] }, { rows: [figure('all', after)] });
        expect(new Big(before).plus(String(change?.difference?.amount)).eq(after)).toBe(true);
      }),
    );
  });
});
