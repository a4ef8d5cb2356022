/** Loaded with `node --import` before a built program: its clock stands at TOLD_TIME until its parent says another time. It ends with its parent. */
import { ManualClock } from '../../libs/testing/src/manual-clock.ts';

const file = new URL('../../dist/libs/platform/src/clock/system-clock.js', import.meta.url).href;
const { systemClock } = (await import(file)) as { systemClock: object };
const clock = new ManualClock(process.env.TOLD_TIME ?? '');
Object.assign(systemClock, {
  now: () => clock.now(),
  until: (time: string, signal: AbortSignal) => clock.until(time, signal),
});

process.on('message', (time: string) => {
  clock.set(time);
  process.send?.(time);
});
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
