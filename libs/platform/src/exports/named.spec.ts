import { collected } from '#testing';
import { once, type Column } from './export.js';
import { named } from './named.js';

async function beside(column: Column, ...values: readonly unknown[]) {
  const table = named({ name: 't', columns: [column], batches: () => once(values.map((value) => [value])) });
  return { columns: table.columns.map(({ name }) => name), cells: (await collected(table.batches())).flat() };
}

describe('names beside codes', () => {
  it.each([
    ['DEU', 'Germany'],
    ['TWN', 'Taiwan'],
    ['EU', 'European Union'],
    ['NATO', 'North Atlantic Treaty Organization'],
    ['NSATU', 'NATO Security Assistance and Training for Ukraine'],
    ['QQQQ', null],
    [null, null],
  ])('of the party %s is %s', async (code, name) => {
    expect(await beside({ name: 'donor', kind: 'text', codes: 'party' }, code)).toEqual({
      columns: ['donor', 'donorName'],
      cells: [[code, name]],
    });
  });

  it.each([
    ['EUR', 'Euro'],
    ['HRK', 'Croatian Kuna'],
    ['DEU', null],
  ])('of the currency %s is %s', async (code, name) => {
    expect((await beside({ name: 'currency', codes: 'currency' }, code)).cells).toEqual([[code, name]]);
  });

  it('of a list is a list, with the code where there is no name', async () => {
    expect((await beside({ name: 'leads', kind: 'text[]', codes: 'party' }, ['FRA', 'QQQQ'])).cells).toEqual([
      [
        ['FRA', 'QQQQ'],
        ['France', 'QQQQ'],
      ],
    ]);
  });

  it('are not beside what is no code', async () => {
    expect(await beside({ name: 'title', kind: 'text' }, 'DEU')).toEqual({ columns: ['title'], cells: [['DEU']] });
  });
});
