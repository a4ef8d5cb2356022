import fc from 'fast-check';
import { commandIdOf, digestOf, uuidv5 } from './identity.js';

describe('a UUID made of a name', () => {
  it('is the same for ever', () => {
    // Computed with Python's uuid.uuid5 in the same namespace.
    expect(uuidv5('the chair')).toBe('6099a112-0af4-5a77-9b3e-5d5a6413e50e');
    expect(uuidv5('Голова — 議長')).toBe('9b42ea6e-fb02-5385-8d61-af38ce704fcc');
    expect(commandIdOf('operator-7', 'key-1')).toBe('4314a27c-bf1d-54cb-9d41-f19f879720f1');
  });

  it('is of version 5 and of the RFC’s variant, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(uuidv5(name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(uuidv5(name)).toBe(uuidv5(name));
      }),
    );
  });

  it('is another for another name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(uuidv5(a) === uuidv5(b)).toBe(a === b);
      }),
    );
  });
});

describe('the digest of a JSON value', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(digestOf({ a: 1, b: [{ c: 2, d: null }] })).toBe(digestOf({ b: [{ d: null, c: 2 }], a: 1 }));
  });

  it('depends on all else', () => {
    const values = [{}, [], null, '', 0, false, { a: 1 }, { a: '1' }, { a: [1] }, [1, 2], [2, 1], { a: null }];
    expect(new Set(values.map(digestOf)).size).toBe(values.length);
  });

  it('is the same before and after the value was written and read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(digestOf(JSON.parse(JSON.stringify(value)))).toBe(digestOf(value));
      }),
    );
  });
});
