import { randomUUID } from 'node:crypto';
import { Folds, handle, type EventStore, type Ledger } from '#eventsourcing';
import { Light, toLight } from '../light.js';
import { withStore, type StoreHarness } from './harness.js';

const EARLY = '2024-07-11T09:00:00.000Z';
const LATE = '2024-07-11T09:00:00.001Z';

/** What a process knows that never read from the store. */
const newcomer = (store: EventStore): Ledger => ({ store, folds: new Folds() });

/** A request that says when it was so, handled at a time: the events that come of it have the same ids whenever that is. */
const blink = (lightId: string, at: string, times = 1) =>
  toLight('BlinkLight', { lightId, times }, { key: lightId, at, occurredAt: '2024-07-10T00:00:00.000Z' });

const typesIn = async (store: EventStore, stream: string) => (await store.read(stream)).events.map(({ type }) => type);

/** What the kernel relies on in handling commands: an append in the belief that a stream is new is right, or refused. */
export function handling(harness: StoreHarness): void {
  describe('a request handled by a process that knows nothing of its stream', () => {
    it('is done in a new stream', () =>
      withStore(harness, async (store) => {
        const lightId = randomUUID();
        const receipt = await handle(newcomer(store), Light, blink(lightId, EARLY));
        expect(receipt).toMatchObject({ revision: 1, replayed: false, position: await store.lastPosition() });
        expect(await typesIn(store, `light-${lightId}`)).toEqual(['SwitchedOn', 'SwitchedOff']);
      }));

    it('is known as done before, and answered with its first receipt', () =>
      withStore(harness, async (store) => {
        const lightId = randomUUID();
        const first = await handle(newcomer(store), Light, blink(lightId, EARLY));
        const written = (await store.read(`light-${lightId}`)).events;
        const other = newcomer(store);
        expect(await handle(other, Light, blink(lightId, LATE))).toEqual({ ...first, events: written, replayed: true });
        expect(other.folds.kept(`light-${lightId}`)).toMatchObject({ revision: 1, position: first.position });
        await handle(other, Light, toLight('SwitchOn', { lightId }));
        expect(await handle(newcomer(store), Light, blink(lightId, LATE))).toMatchObject({
          revision: 1,
          position: first.position,
          replayed: true,
        });
        expect(await typesIn(store, `light-${lightId}`)).toEqual(['SwitchedOn', 'SwitchedOff', 'SwitchedOn']);
      }));

    it('is refused where its key was used for another', () =>
      withStore(harness, async (store) => {
        const lightId = randomUUID();
        await handle(newcomer(store), Light, blink(lightId, EARLY, 1));
        for (const at of [EARLY, LATE])
          await expect(handle(newcomer(store), Light, blink(lightId, at, 2))).rejects.toMatchObject({
            name: 'KeyReused',
          });
        expect(await typesIn(store, `light-${lightId}`)).toEqual(['SwitchedOn', 'SwitchedOff']);
      }));

    it('is decided by what is in the stream', () =>
      withStore(harness, async (store) => {
        const lightId = randomUUID();
        await handle(newcomer(store), Light, toLight('WireLight', { lightId, behind: randomUUID() }));
        await expect(handle(newcomer(store), Light, toLight('SwitchOn', { lightId }))).rejects.toMatchObject({
          code: 'NoCurrent',
        });
        const receipt = await handle(newcomer(store), Light, toLight('WireLight', { lightId, behind: lightId }));
        expect(receipt).toMatchObject({ revision: 1, replayed: false });
      }));

    it('and by others at once is done once, and all learn what was done', () =>
      withStore(harness, async (store) => {
        const lightId = randomUUID();
        const now = (at: string) => toLight('BlinkLight', { lightId, times: 1 }, { key: lightId, at });
        const times = [EARLY, LATE, '2024-07-11T09:00:00.002Z'];
        const receipts = await Promise.all(times.map((at) => handle(newcomer(store), Light, now(at))));
        expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
        expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
        const [{ at } = { at: '' }] = (await store.read(`light-${lightId}`)).events;
        expect(receipts.map(({ events }) => events.map((event) => event.at))).toEqual(receipts.map(() => [at, at]));
        expect(await typesIn(store, `light-${lightId}`)).toEqual(['SwitchedOn', 'SwitchedOff']);
      }));
  });

  describe('a request handled by a process that knows less than there is of its stream', () => {
    it('is known as done by another', () =>
      withStore(harness, async (store) => {
        const lightId = randomUUID();
        const behind = newcomer(store);
        await handle(behind, Light, toLight('WireLight', { lightId, behind: lightId }));
        const first = await handle(newcomer(store), Light, blink(lightId, EARLY));
        expect(await handle(behind, Light, blink(lightId, LATE))).toMatchObject({
          ...{ revision: first.revision, position: first.position, replayed: true },
          events: [{ at: EARLY }, { at: EARLY }],
        });
        expect(await typesIn(store, `light-${lightId}`)).toEqual(['LightWired', 'SwitchedOn', 'SwitchedOff']);
      }));
  });
}
