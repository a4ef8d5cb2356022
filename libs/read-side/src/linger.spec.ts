import { lingerAfter } from './linger.js';

describe('the wait for more events', () => {
  it('is none after a quiet time, nor where none is wanted', () => {
    expect(lingerAfter({ size: 1_000, took: 80, since: 100 }, 100)).toBe(0);
    expect(lingerAfter({ size: 0, took: 0, since: Infinity }, 100)).toBe(0);
    expect(lingerAfter({ size: 1_000, took: 80, since: 0 }, 0)).toBe(0);
  });

  it('is twice as long as the batch before took, where few come', () => {
    expect(lingerAfter({ size: 3, took: 9, since: 4 }, 100)).toBe(18);
    expect(lingerAfter({ size: 3, took: 90, since: 4 }, 100)).toBe(100);
  });

  it('is as long as it may be, where many come', () => {
    expect(lingerAfter({ size: 16, took: 9, since: 4 }, 100)).toBe(100);
  });
});
