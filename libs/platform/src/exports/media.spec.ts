import { mediumFor, mediumOf } from './media.js';

describe('the form of a list', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; charset=utf-8', 'text/csv'],
    ['text/*', 'text/csv'],
    ['application/x-ndjson, text/csv;q=0.5', 'application/x-ndjson'],
    ['application/json;q=0.1, text/csv;q=0.2', 'text/csv'],
    ['application/json;q=0, */*', 'text/csv'],
  ])('for %j is %s', (accept, medium) => {
    expect(mediumFor(accept)).toBe(medium);
  });

  it.each(['text/html', 'application/json;q=0', 'nonsense', ';'])('is none for %s', (accept) => {
    expect(() => mediumFor(accept)).toThrow(expect.objectContaining({ code: 'NotAcceptable' }) as Error);
  });
});

describe('the form that an address asks for', () => {
  it('goes before Accept', () => {
    expect([mediumOf('application/json', { download: 'csv' }), mediumOf('text/csv', {})]).toEqual([
      'text/csv',
      'text/csv',
    ]);
  });

  it.each(['pdf', '', '__proto__', 'constructor'])('is none for %j', (download) => {
    expect(() => mediumOf(undefined, { download })).toThrow(
      expect.objectContaining({ code: 'QueryNotUnderstood', facts: { parameter: 'download' } }) as Error,
    );
  });
});
