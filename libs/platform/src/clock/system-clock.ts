import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#eventsourcing';

/** A machine that sleeps or whose clock is set looks at the time this often, in milliseconds, whatever it waits for. */
const LONGEST_SLEEP = 30_000;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  until: async (time, signal) => {
    for (let left = Infinity; !signal.aborted && left > 0;) {
      left = Date.parse(time) - Date.now();
      if (left > 0)
        await sleep(Math.min(left, LONGEST_SLEEP), undefined, { signal, ref: false }).catch(() => undefined);
    }
  },
};
