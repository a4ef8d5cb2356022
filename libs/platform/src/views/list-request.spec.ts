import { integer, text, view, type Event } from '#eventsourcing';
import { ensureFilterable, listRequest } from './list-request.js';

const things = view<{ name: string; size: number }, Event>('things', {
  columns: { name: text(), size: integer() },
  key: () => '',
  on: {},
});

describe('what a list asks for', () => {
  it.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['', ['']],
    ['a,', ['a', '']],
    ['null', [null]],
    ['"null"', ['null']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""a"""', ['say "a"']],
    ['"",null', ['', null]],
    [
      ['a,b', 'c'],
      ['a', 'b', 'c'],
    ],
  ])('any of %j is %j', (name, values) => {
    expect(listRequest(things, { name }).where).toEqual([{ column: 'name', in: values }]);
  });

  it.each(['"a', 'a"', '"a"b', 'a"b"', '"a","'])('is not %s', (name) => {
    expect(() => listRequest(things, { name })).toThrow(
      expect.objectContaining({ code: 'QueryNotUnderstood', facts: { parameter: 'name' } }) as Error,
    );
  });

  it('is sorted by several columns, either way round', () => {
    expect(listRequest(things, { sort: '-size,key' }).sort).toEqual([
      { column: 'size', descending: true },
      { column: 'key', descending: false },
    ]);
  });

  it('can be by every column, or the ledger does not start', () => {
    const hidden = view<{ limit: number }, Event>('hidden', { columns: { limit: integer() }, key: () => '', on: {} });
    expect(() => {
      ensureFilterable(hidden);
    }).toThrow('the view hidden has a column limit, which is a parameter of lists');
  });
});
