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

  it('is the same for ever', () => {
    // The SHA-256 of the JSON beside it, by Python’s hashlib.
    const digests = [
      [
        { b: [{ d: null, c: 'é' }], a: 1 },
        '{"a":1,"b":[{"c":"é","d":null}]}',
        '10b7356003101636d93d5258748f6dfae2911c2ed7ba69134a053a3486c2fd80',
      ],
      [
        { x: 1, '10': 1, '9': 2, X: 0, at: new Date(0) },
        '{"9":2,"10":1,"X":0,"at":"1970-01-01T00:00:00.000Z","x":1}',
        '3f9db01537d9a8b3a71551ceb2494030a20b8abe49bb30c3e411495c6066c786',
      ],
      [
        { a: undefined, b: [undefined] },
        '{"b":[null]}',
        '5086ab8c21a686397a5015c18596317bfe5a3598088124529e938fe585083107',
      ],
    ] as const;
    for (const [value, json, digest] of digests) {
      expect(digestOf(value)).toBe(digest);
      expect(digestOf(JSON.parse(json))).toBe(digest);
    }
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
