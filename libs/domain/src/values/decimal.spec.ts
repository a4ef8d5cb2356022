import { compareCents, convert, minus, remainder, share, sum } from './decimal.js';

describe('a decimal', () => {
  it('is added up exactly', () => {
    expect(sum(['0.1', '0.2', '999999999999999999.999999999'])).toBe('1000000000000000000.299999999');
  });
  it('is taken from another exactly', () => {
    expect(minus('0.3', '0.1')).toBe('0.2');
  });
  it('is the same as another at the cent', () => {
    expect([compareCents('1.004', '1'), compareCents('1.006', '1'), compareCents('0.99', '1')]).toEqual([0, 1, -1]);
  });
  it('leaves nothing less than zero', () => {
    expect([remainder('3', '1.5'), remainder('1', '2')]).toEqual(['1.5', '0']);
  });
  it('goes from one currency to another over the base', () => {
    expect(convert('54', '1.08', '1')).toBe('50');
  });
  it('is shared in proportion', () => {
    expect([share('100', '1', '4'), share('7', '1', '0')]).toEqual(['25', '7']);
  });
});
