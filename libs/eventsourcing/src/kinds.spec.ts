import { misfit } from './kinds.js';

const amount = { amount: '5.00', currency: 'EUR' };
const line = { item: 'Tanks', quantity: '14' };

describe('a value in place of another', () => {
  it.each([
    ['text', 'Tanks', 'Battle tanks'],
    ['a decimal', '5.00', '12'],
    ['a day', '2024-07-09', '2024-02-29'],
    ['a time', '2024-07-09T09:00:00.000Z', '2024-07-10T09:00:00Z'],
    ['a truth value', true, false],
    ['a number', 3, 4],
    ['an id', 'a-1', 'b.2'],
    ['a record', amount, { currency: 'SEK', amount: '7' }],
    ['a list', ['DEU'], ['GBR', 'DEU']],
    ['a shorter list', [line], []],
    ['a list of records', [line], [line, { item: 'Trucks', quantity: '3' }]],
    ['one of several shapes', [line, { item: 'Fuel' }], [{ item: 'Trucks' }]],
    ['nothing', null, null],
  ])('has its shape: %s', (kind, was, is) => {
    expect(misfit(was, is, kind === 'an id' ? 'thingId' : 'thing')).toBeUndefined();
  });

  it.each([
    ['text', 'Tanks', '', 'title', 'text'],
    ['text', 'Tanks', 'x'.repeat(1_001), 'title', 'text'],
    ['text', 'Tanks', 5, 'title', 'text'],
    ['a decimal', '5.00', 'much', 'amount', 'a decimal'],
    ['a decimal', '5.00', '-1', 'amount', 'a decimal'],
    ['a decimal', '5.00', 5, 'amount', 'a decimal'],
    ['a day', '2024-07-09', '2024-02-30', 'on', 'a day'],
    ['a time', '2024-07-09T09:00:00.000Z', '2024-02-30T09:00:00Z', 'from', 'a time'],
    ['a time', '2024-07-09T09:00:00.000Z', '2024-02-30', 'from', 'a time'],
    ['a truth value', true, 'true', 'tentative', 'a truth value'],
    ['a whole number', 3, 3.5, 'number', 'a whole number'],
    ['a whole number', 3, -3, 'number', 'a whole number'],
    ['an id', 'a-1', 'a 1', 'allocationId', 'an id'],
    ['a record', amount, '5.00', 'to', 'a record'],
    ['a list', ['DEU'], 'DEU', 'parties', 'a list'],
    ['nothing', null, 'something', 'note', 'nothing'],
  ])('is not %s otherwise', (_, was, is, field, expected) => {
    expect(misfit(was, is, field)).toEqual({ field, expected });
  });

  it.each([
    ['a field that it lacks', amount, { amount: '5' }, 'to.currency', 'text'],
    ['a field that it had not', amount, { ...amount, basis: 'book' }, 'to.basis', 'nothing'],
    ['a field of another kind', amount, { ...amount, amount: 'x' }, 'to.amount', 'a decimal'],
    ['an item of another kind', [line], [line, { item: 'x', quantity: 'y' }], 'to[1].quantity', 'a decimal'],
    ['an item where there were none', [], ['DEU'], 'to[0]', 'nothing'],
  ])('says where it differs: %s', (_, was, is, field, expected) => {
    expect(misfit(was, is, 'to')).toEqual({ field, expected });
  });
});
