import { Big } from 'big.js';
import fc from 'fast-check';
import { readNumber } from './number.js';

describe('a number in a cell', () => {
  it.each([
    ['0', '0'],
    ['8000000', '8000000'],
    ['2008571.875', '2008571.875'],
    ['13.333333333333334', '13.333333333'],
    ['757501.0666666668', '757501.066666667'],
    ['2904930.0000000005', '2904930.000000001'],
    ['1.5E+7', '15000000'],
    ['15.000.00', '15000'],
    ['1.000.000.50', '1000000.5'],
  ])('%s is %s', (text, decimal) => {
    expect(readNumber(text)).toEqual({ decimal });
  });

  it.each(['', '.', 'Not given', 'No value available', 'No price'])('is missing: %j', (text) => {
    expect(readNumber(text)).toEqual({ nothing: 'missing' });
  });

  it.each(['undisclosed', 'Undisclosed', 'dozens', 'partially'])(
    'is undisclosed, which is another nothing: %s',
    (text) => {
      expect(readNumber(text)).toEqual({ nothing: 'undisclosed' });
    },
  );

  it.each([
    ['-5', 'is negative'],
    ['1,000,000', 'is no number'],
    ['about 5', 'is no number'],
    ['NaN', 'is no number'],
    ['1000000000000000000', 'is too large'],
  ])('cannot be read: %s', (text, wrong) => {
    expect(readNumber(text)).toEqual({ wrong });
  });

  it('is exact to nine decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.bigInt({ min: 0n, max: 10n ** 9n - 1n }), (a, b) => {
        const text = `${a}.${String(b).padStart(9, '0')}`;
        expect(readNumber(text)).toEqual({ decimal: new Big(text).toFixed() });
      }),
    );
  });
});
