import fc from 'fast-check';
import { instantOf } from './instant.js';

describe('an instant', () => {
  it('is the same in whatever form it is written', () => {
    const anyTime = fc.date({ noInvalidDate: true, min: new Date('0001-01-02'), max: new Date('9999-12-30') });
    fc.assert(
      fc.property(anyTime, (date) => {
        const written = date.toISOString();
        expect(instantOf(written)).toBe(written);
        expect(instantOf(written.replace('Z', '+00:00'))).toBe(written);
      }),
    );
  });

  it.each([
    ['2024-02-30T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['2024-02-28T24:00:00.000Z', '2024-02-29T00:00:00.000Z'],
    ['0000-12-01T00:00:00.000Z', undefined],
    ['2024-02-28T23:59:60.000Z', undefined],
    ['yesterday', undefined],
    [1, undefined],
  ])('of %s is %s', (time, instant) => {
    expect(instantOf(time)).toBe(instant);
  });
});
