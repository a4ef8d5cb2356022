import { plain, same } from './plain.js';

class Thing {
  constructor(
    readonly a: number,
    readonly b?: string,
  ) {}
}

describe('plain', () => {
  it('has no class and no field that is undefined, however deep', () => {
    const copied = plain({ things: [new Thing(1, undefined)], none: undefined });
    expect(copied).toStrictEqual({ things: [{ a: 1 }] });
  });
});

describe('same', () => {
  it('does not mind the order of fields, nor those that are undefined', () => {
    expect(same({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  });
  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    [{ a: 1 }, { toString: 1 }],
  ])('tells %j from %j', (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
