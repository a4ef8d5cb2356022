import type { RecordedEvent } from '#eventsourcing';
import { RecentEvents } from './recent-events.js';

const entry = (position: number, text = 'x') => ({ event: { position: BigInt(position) } as RecordedEvent, text });
const positions = (recent: RecentEvents, after: number, limit = 10) =>
  recent.after(BigInt(after), limit)?.map(({ event }) => Number(event.position));

describe('the newest events', () => {
  it('are given after any position that is not before the first of them', () => {
    const recent = new RecentEvents(4n);
    recent.add([entry(6), entry(7)]);
    recent.add([entry(10)]);
    expect([3, 4, 5, 6, 9, 10, 11].map((after) => positions(recent, after))).toEqual([
      undefined,
      [6, 7, 10],
      [6, 7, 10],
      [7, 10],
      [10],
      [],
      [],
    ]);
    expect(positions(recent, 4, 2)).toEqual([6, 7]);
  });

  it('are so many at most', () => {
    const recent = new RecentEvents(0n, 3);
    recent.add([entry(1), entry(2)]);
    recent.add([entry(3), entry(4), entry(5)]);
    expect([1, 2].map((after) => positions(recent, after))).toEqual([undefined, [3, 4, 5]]);
  });

  it('are so many characters at most, be it none', () => {
    const recent = new RecentEvents(0n, 3, 10);
    recent.add([entry(1, 'x'.repeat(6)), entry(2, 'x'.repeat(6))]);
    expect([0, 1].map((after) => positions(recent, after))).toEqual([undefined, [2]]);
    recent.add([entry(3, 'x'.repeat(11))]);
    expect([2, 3].map((after) => positions(recent, after))).toEqual([undefined, []]);
  });
});
