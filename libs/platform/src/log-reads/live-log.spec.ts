import { MemoryStore } from '#stores';
import { LiveLog } from './live-log.js';

describe('the live log', () => {
  it('gives a sign of life every 15 s while nothing comes, and ends when it is left', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] });
    try {
      const live = new LiveLog(new MemoryStore());
      const leaving = new AbortController();
      const following = live.follow(0n, leaving.signal);
      const first = following.next();
      await new Promise(setImmediate);
      expect(live.listeners).toBe(1);
      jest.advanceTimersByTime(15_000);
      expect(await first).toEqual({ done: false, value: [] });
      const second = following.next();
      leaving.abort();
      expect(await second).toEqual({ done: true, value: undefined });
      expect(live.listeners).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
