import { START, type EventStore, type NewEvent, type RecordedEvent } from '#eventsourcing';
import { logAfter, newEvent } from '#testing';
import { MemoryStore } from '../memory.js';
import { compareLogs, copyLog } from './copy-log.js';
import { numbered } from './numbered.js';
import { LogsDiffer } from './two-logs.js';

const positionFields = { LogRead: 'position' };

/** A store in memory whose positions lie further apart, as those of other engines do. */
class WideStore extends MemoryStore {
  override async append(stream: string, events: readonly NewEvent[], expected: number) {
    const { revision, position } = await super.append(stream, events, expected);
    return { revision, position: wide(position) };
  }

  override readAfter(after: bigint, limit: number): readonly RecordedEvent[] {
    return super.readAfter((after - 4n) / 10n, limit).map((event) => ({ ...event, position: wide(event.position) }));
  }

  override async lastPosition(): Promise<bigint> {
    return wide(await super.lastPosition());
  }
}

const wide = (position: bigint) => (position === START ? START : position * 10n + 4n);

/** Three streams whose events alternate, in places several of one after the other, and a reader that notes how far it has come. */
async function filled(store: EventStore, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const [name, count] of [
      ['a', 1],
      ['b', 3],
      ['c', 1],
    ] as const) {
      const { revision } = await store.read(name);
      await store.append(
        name,
        Array.from({ length: count }, () => newEvent({ name, round })),
        revision,
      );
    }
    const { revision } = await store.read('reader');
    const position = String(await store.lastPosition());
    await store.append('reader', [newEvent({ position }, 'LogRead'), newEvent({ round })], revision);
  }
}

async function copying(from: EventStore, more: { progress?: (position: bigint) => void } = {}) {
  return { until: await from.lastPosition(), positionFields, ...more };
}

/** A store to which something happens before each append. */
function troubled(store: EventStore, before: () => Promise<unknown>): EventStore {
  return {
    append: async (...append) => {
      await before();
      return store.append(...append);
    },
    read: (...read) => store.read(...read),
    readAll: (...read) => store.readAll(...read),
    lastPosition: () => store.lastPosition(),
    subscribe: (...subscribe) => store.subscribe(...subscribe),
    close: () => store.close(),
  };
}

const told = async (store: EventStore) =>
  (await logAfter(store, START)).map((event) => ({ ...event, position: undefined }));

describe('a log copied to another store', () => {
  it.each([
    ['the same kind', new MemoryStore(), new MemoryStore()],
    ['wider positions', new MemoryStore(), new WideStore()],
    ['narrower positions', new WideStore(), new MemoryStore()],
  ])('of %s is the same there, with the positions of the other in what says one', async (_, from, to) => {
    await filled(from, 300);
    expect(await copyLog(from, to, await copying(from))).toBe(2_100);
    const positions = new Map((await logAfter(to, START)).map(({ id, position }) => [id, position]));
    const before = await logAfter(from, START);
    const idAt = new Map(before.map(({ id, position }) => [String(position), id]));
    expect(await told(to)).toEqual(
      (await told(from)).map((event) => {
        const { position } = event.data as { position?: string };
        if (position === undefined) return event;
        return { ...event, data: { position: String(positions.get(idAt.get(position) ?? '')) } };
      }),
    );
    const { count, from: source, to: target } = await compareLogs(from, to, await copying(from));
    expect(count).toBe(2_100);
    const [one, other] = [numbered(from, source, positionFields), numbered(to, target, positionFields)];
    expect(await logAfter(other, START)).toEqual(await logAfter(one, START));
    expect(await other.lastPosition()).toBe(2_100n);
  });

  it('goes on, run again, where it was broken off, wherever that was', async () => {
    const from = new MemoryStore();
    await filled(from, 3);
    const whole = new WideStore();
    await copyLog(from, whole, await copying(from));
    for (let appends = 0, broken = true; broken; appends++) {
      const to = new WideStore();
      let left = appends;
      const breaking = troubled(to, async () => {
        if (left-- === 0) throw new Error('broken off');
      });
      broken = await copyLog(from, breaking, await copying(from)).then(
        () => false,
        () => true,
      );
      const there = Number((await to.lastPosition()) / 10n);
      expect(await copyLog(from, to, await copying(from))).toBe(21 - there);
      expect(await logAfter(to, START)).toEqual(await logAfter(whole, START));
    }
  });

  it('takes what came since, and nothing where nothing came', async () => {
    const [from, to] = [new MemoryStore(), new MemoryStore()];
    await filled(from, 5);
    expect(await copyLog(from, to, await copying(from))).toBe(35);
    expect(await copyLog(from, to, await copying(from))).toBe(0);
    await filled(from, 1);
    expect(await copyLog(from, to, await copying(from))).toBe(7);
    expect(await told(to)).toEqual(await told(from));
  });

  it('is copied up to the position that is asked for, and says how far it has come', async () => {
    const [from, to] = [new MemoryStore(), new MemoryStore()];
    await filled(from, 100);
    const progress: bigint[] = [];
    const until = { until: 602n, positionFields, progress: (position: bigint) => progress.push(position) };
    expect(await copyLog(from, to, until)).toBe(602);
    expect(progress).toEqual([500n, 602n]);
  });

  it('of which the target holds nothing but the beginning is all that it may hold', async () => {
    const from = new MemoryStore();
    await filled(from, 2);
    const [first, second] = await logAfter(from, START);
    const strange = newEvent();
    for (const [there, message] of [
      [
        [strange],
        `Event 1 of the target is LightSwitched ${strange.id} (a, revision 0), that of the source LightSwitched ${first!.id} (a, revision 0).`,
      ],
      [[{ ...first!, data: { name: 'a', round: 9 } }], 'and what they say differs.'],
      [[{ ...first!, at: '2024-07-11T09:00:00.001Z' }], 'and what they say differs.'],
      [
        [first!, second!],
        `Event 2 of the target is LightSwitched ${second!.id} (a, revision 1), that of the source LightSwitched ${second!.id} (b, revision 0)`,
      ],
    ] as const) {
      const to = new MemoryStore();
      await to.append(
        'a',
        there.map((event) => ({ ...event, position: undefined })),
        -1,
      );
      const before = await logAfter(to, START);
      for (const work of [copyLog, compareLogs])
        await expect(work(from, to, await copying(from))).rejects.toThrow(message);
      expect(await logAfter(to, START)).toEqual(before);
    }
  });

  it('may not be shorter than what the target holds', async () => {
    const [from, to] = [new MemoryStore(), new MemoryStore()];
    await filled(from, 1);
    await copyLog(from, to, await copying(from));
    const more = newEvent();
    await to.append('c', [more], 0);
    const refused = `After the 7 events of the source the target holds LightSwitched ${more.id} (c, revision 1).`;
    for (const work of [copyLog, compareLogs])
      await expect(work(from, to, await copying(from))).rejects.toThrow(refused);
  });

  it('is missed where the target is shorter', async () => {
    const [from, to] = [new MemoryStore(), new MemoryStore()];
    await filled(from, 2);
    await copyLog(from, to, { until: 9n, positionFields });
    await expect(compareLogs(from, to, await copying(from))).rejects.toThrow(
      'The target ends after 9 events, the source does not.',
    );
  });

  it('is not copied into what somebody else writes meanwhile', async () => {
    const from = new MemoryStore();
    await filled(from, 2);
    for (const stream of ['b', 'elsewhere']) {
      const to = new MemoryStore();
      const meddled = troubled(to, async () => {
        const { revision } = await to.read(stream);
        await to.append(stream, [newEvent()], revision);
      });
      await expect(copyLog(from, meddled, await copying(from))).rejects.toBeInstanceOf(LogsDiffer);
    }
  });
});
