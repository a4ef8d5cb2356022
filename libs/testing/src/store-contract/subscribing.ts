import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NO_STREAM, type EventStore, type RecordedEvent } from '#eventsourcing';
import {
  follow,
  idsOf,
  logAfter,
  newEvent,
  newEvents,
  newStream,
  withStore,
  writeAlone,
  type Pace,
  type StoreHarness,
} from './harness.js';

/** Bytes on the heap that are in use. */
function heapUsed(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Writers race while subscribers start at moments of theirs; each must be given all of the log that lies after its start, and nothing else. */
async function race(store: EventStore): Promise<void> {
  const start = await store.lastPosition();
  const marker = newEvent({ last: true });
  const writers = Array.from({ length: 8 }, () => writeAlone(store, 60));
  const subscribers = [follow(store, start, marker.id)];
  const starts = [start];
  for (let late = 0; late < 4; late++) {
    await sleep(3);
    const from = await store.lastPosition();
    starts.push(from);
    subscribers.push(follow(store, from, marker.id));
  }
  const acknowledged = (await Promise.all(writers)).flat();
  await store.append(newStream(), [marker], NO_STREAM);
  const log = await logAfter(store, start);
  expect(idsOf(log).toSorted()).toEqual([...acknowledged, marker.id].toSorted());
  for (const [index, seen] of (await Promise.all(subscribers)).entries()) {
    expect(seen).toEqual(log.filter(({ position }) => position > starts[index]!));
  }
}

/** Commits that come up to 4 ms late, each as it happens. */
function unsteady(): Pace {
  let step = 0;
  return (commit) => setTimeout(commit, (step++ * 7) % 5);
}

/** What is promised of a subscription. */
export function subscribing(harness: StoreHarness): void {
  describe('a subscriber', () => {
    it('is given what is there, and then what comes', () =>
      withStore(harness, async (store) => {
        const [before, there, coming] = [await store.lastPosition(), newEvents(3), newEvents(2)];
        await store.append(newStream(), there, NO_STREAM);
        const seen = follow(store, before, coming[1]!.id);
        await sleep(20);
        await store.append(newStream(), coming, NO_STREAM);
        expect(idsOf(await seen)).toEqual(idsOf([...there, ...coming]));
        expect(await seen).toEqual(await logAfter(store, before));
      }));

    it('misses nothing wherever it starts while writers race', () => withStore(harness, race));

    (harness.paced ? it : it.skip)('misses nothing while commits come late', () =>
      withStore(harness, race, { pace: unsteady() }),
    );

    (harness.paced ? it : it.skip)('is not passed by a late commit', async () => {
      const held: (() => void)[] = [];
      await withStore(
        harness,
        async (store) => {
          const [before, late, later] = [await store.lastPosition(), newEvent(), newEvent()];
          const seen: RecordedEvent[] = [];
          const done = new AbortController();
          const subscription = (async () => {
            for await (const batch of store.subscribe(before, done.signal)) seen.push(...batch);
          })();
          let acknowledged = 0;
          const appends = [late, later].map((event) =>
            store.append(newStream(), [event], NO_STREAM).then(({ position }) => {
              acknowledged++;
              return position;
            }),
          );
          await sleep(30);
          expect([seen, acknowledged]).toEqual([[], 0]);
          // A store that commits each append by itself now commits the later one first, and a subscriber has time to see it.
          for (const commit of held.toReversed()) {
            commit();
            await sleep(20);
          }
          const positions = await Promise.all(appends);
          await follow(store, before, later.id);
          await sleep(20);
          done.abort();
          await subscription;
          expect(seen.map(({ id, position }) => [id, position])).toEqual(
            [
              [late.id, positions[0]],
              [later.id, positions[1]],
            ].toSorted(([, a], [, b]) => (a! < b! ? -1 : 1)),
          );
        },
        { pace: (commit) => held.push(commit) },
      );
    });

    it(
      'that is slow holds back the store, which keeps nothing for it',
      () =>
        withStore(harness, async (store) => {
          const before = await store.lastPosition();
          const done = new AbortController();
          const batches = store.subscribe(before, done.signal)[Symbol.asyncIterator]();
          await store.append(newStream(), newEvents(1), NO_STREAM);
          const seen = idsOf((await batches.next()).value as RecordedEvent[]);
          const note = 'x'.repeat(1_500);
          const heap = heapUsed();
          for (let chunk = 0; chunk < 40; chunk++) {
            await store.append(newStream(), newEvents(500, { note, chunk }), NO_STREAM);
            if (chunk % 10 === 0) await sleep(5);
          }
          if (harness.durable) expect(heapUsed() - heap).toBeLessThan(12_000_000);
          while (seen.length < 20_001) {
            const batch = (await batches.next()).value as RecordedEvent[];
            expect(batch.length).toBeLessThanOrEqual(5_000);
            seen.push(...idsOf(batch));
          }
          done.abort();
          expect((await batches.next()).done).toBe(true);
          expect(seen).toEqual(idsOf(await logAfter(store, before)));
        }),
      120_000,
    );

    it('ends soon after it is told to, idle or not', () =>
      withStore(harness, async (store) => {
        const run = async (signal: AbortSignal, after: bigint) => {
          for await (const batch of store.subscribe(after, signal)) expect(batch.length).toBeGreaterThan(0);
          return performance.now();
        };
        await store.append(newStream(), newEvents(2_000), NO_STREAM);
        const [idle, busy] = [new AbortController(), new AbortController()];
        const ends = [run(idle.signal, await store.lastPosition()), run(busy.signal, 0n), run(AbortSignal.abort(), 0n)];
        await sleep(50);
        const told = performance.now();
        idle.abort();
        busy.abort();
        for (const end of await Promise.all(ends)) expect(end - told).toBeLessThan(200);
      }));

    it('may leave at any batch, and others go on', () =>
      withStore(harness, async (store) => {
        const before = await store.lastPosition();
        const [first, last] = [newEvent(), newEvent()];
        const staying = follow(store, before, last.id);
        await store.append(newStream(), [first], NO_STREAM);
        for await (const batch of store.subscribe(before, AbortSignal.timeout(5_000))) {
          expect(idsOf(batch)).toEqual([first.id]);
          break;
        }
        await store.append(newStream(), [last], NO_STREAM);
        expect(idsOf(await staying)).toEqual([first.id, last.id]);
      }));

    (harness.durable ? it : it.skip)('goes on where it was after the store was closed and opened again', () =>
      withStore(harness, async (store, opened) => {
        const [before, stream, early, late] = [await store.lastPosition(), newStream(), newEvents(3), newEvents(3)];
        await store.append(stream, early, NO_STREAM);
        const seen = await follow(store, before, early[2]!.id);
        const again = await opened.reopen!();
        expect(await again.append(stream, early, NO_STREAM)).toEqual({ revision: 2, position: seen.at(-1)!.position });
        await again.append(stream, late, 2);
        const rest = await follow(again, seen.at(-1)!.position, late[2]!.id);
        expect(idsOf([...seen, ...rest])).toEqual(idsOf([...early, ...late]));
      }),
    );
  });

  describe('a store that is closed', () => {
    it('has finished what was appended, and ends its subscriptions', async () => {
      const opened = await harness.open();
      const { store } = opened;
      const before = await store.lastPosition();
      const subscription = (async () => {
        for await (const batch of store.subscribe(before, AbortSignal.timeout(10_000))) idsOf(batch);
      })();
      const appends = [1, 2, 3].map(() => store.append(newStream(), newEvents(2), NO_STREAM));
      await store.close();
      expect((await Promise.all(appends)).map(({ revision }) => revision)).toEqual([1, 1, 1]);
      await subscription;
      await expect(store.append(newStream(), [newEvent()], NO_STREAM)).rejects.toThrow('closed');
      await opened.dispose();
    });
  });
}
