import { AppendTooLarge, MOST_BYTES, NO_STREAM, WrongExpectedRevision, type EventStore } from '#eventsourcing';
import { idsOf, newEvent, newEvents, newStream, withStore, type StoreHarness } from './harness.js';

const refusal = (stream: string, expected: number, actual: number): unknown =>
  expect.objectContaining({ name: 'WrongExpectedRevision', stream, expected, actual });

const idsIn = async (store: EventStore, stream: string) => idsOf((await store.read(stream)).events);

/** What is promised of an append. */
export function appending(harness: StoreHarness): void {
  describe('an append', () => {
    it('starts a stream at revision 0 and leads it on', () =>
      withStore(harness, async (store) => {
        const [stream, [first, second, third]] = [newStream(), [newEvent(), newEvent(), newEvent()]];
        expect(await store.append(stream, [first], NO_STREAM)).toEqual({
          revision: 0,
          position: await store.lastPosition(),
        });
        expect(await store.append(stream, [second, third], 0)).toEqual({
          revision: 2,
          position: await store.lastPosition(),
        });
        expect(await idsIn(store, stream)).toEqual(idsOf([first, second, third]));
      }));

    it('is refused unless the stream stands where it expects', () =>
      withStore(harness, async (store) => {
        const stream = newStream();
        await expect(store.append(stream, [newEvent()], 0)).rejects.toEqual(refusal(stream, 0, NO_STREAM));
        await store.append(stream, newEvents(3), NO_STREAM);
        for (const expected of [NO_STREAM, 0, 1, 3, 7]) {
          const append = store.append(stream, [newEvent()], expected);
          await expect(append).rejects.toBeInstanceOf(WrongExpectedRevision);
          await expect(append).rejects.toEqual(refusal(stream, expected, 2));
        }
        expect((await store.read(stream)).revision).toBe(2);
      }));

    it('is taken whole or not at all', () =>
      withStore(harness, async (store) => {
        const [stream, twice, [one, two]] = [newStream(), newEvent(), [newEvent(), newEvent()]];
        const before = await store.lastPosition();
        await expect(store.append(stream, [one, two, twice, twice], NO_STREAM)).rejects.toEqual(
          refusal(stream, NO_STREAM, NO_STREAM),
        );
        expect(await store.read(stream)).toEqual({ events: [], revision: NO_STREAM });
        expect(await store.lastPosition()).toBe(before);
        await store.append(stream, [one, two], NO_STREAM);
        expect(await idsIn(store, stream)).toEqual(idsOf([one, two]));
      }));

    it('does not suffer from one beside it that is refused', () =>
      withStore(harness, async (store) => {
        const [good, bad, alsoGood] = [newStream(), newStream(), newStream()];
        const outcomes = await Promise.allSettled([
          store.append(good, newEvents(2), NO_STREAM),
          store.append(bad, newEvents(2), 4),
          store.append(alsoGood, newEvents(3), NO_STREAM),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        const revisions = await Promise.all(
          [good, bad, alsoGood].map(async (stream) => (await store.read(stream)).revision),
        );
        expect(revisions).toEqual([1, NO_STREAM, 2]);
      }));

    it('of more than the log takes at once is refused whole, and says how much it is', () =>
      withStore(harness, async (store) => {
        const stream = newStream();
        const [half, tooMuch] = [
          newEvent({ note: 'x'.repeat(MOST_BYTES / 2) }),
          newEvent({ note: 'ä'.repeat(MOST_BYTES / 2) }),
        ];
        const before = await store.lastPosition();
        for (const events of [
          [half, newEvent({ note: 'x'.repeat(MOST_BYTES / 2) })],
          [newEvent(), tooMuch],
        ]) {
          const append = store.append(stream, events, NO_STREAM);
          await expect(append).rejects.toBeInstanceOf(AppendTooLarge);
          const texts = events.map((event) => JSON.stringify({ ...event, id: undefined }));
          const bytes = Buffer.byteLength(texts.join(''));
          await expect(append).rejects.toMatchObject({ stream, bytes, most: MOST_BYTES });
        }
        expect(await store.lastPosition()).toBe(before);
        const most = newEvent({ note: 'x'.repeat(MOST_BYTES - 1_000) });
        await store.append(stream, [most], NO_STREAM);
        expect((await store.read(stream)).events).toMatchObject([{ id: most.id, data: most.data }]);
      }));

    it('of nothing changes nothing', () =>
      withStore(harness, async (store) => {
        const [stream, before] = [newStream(), await store.lastPosition()];
        expect((await store.append(stream, [], NO_STREAM)).revision).toBe(NO_STREAM);
        await expect(store.append(stream, [], 2)).rejects.toEqual(refusal(stream, 2, NO_STREAM));
        expect(await store.lastPosition()).toBe(before);
      }));
  });

  describe('an append made again', () => {
    it('is answered as it was at first, and changes nothing', () =>
      withStore(harness, async (store) => {
        const [stream, first, second] = [newStream(), newEvents(3), newEvents(2)];
        const firstly = await store.append(stream, first, NO_STREAM);
        expect(await store.append(stream, first, NO_STREAM)).toEqual(firstly);
        const secondly = await store.append(stream, second, 2);
        await store.append(newStream(), newEvents(2), NO_STREAM);
        expect(await store.append(stream, first, NO_STREAM)).toEqual(firstly);
        expect(await store.append(stream, second, 2)).toEqual(secondly);
        expect(await idsIn(store, stream)).toEqual(idsOf([...first, ...second]));
      }));

    it('while the first is on its way is the same append', () =>
      withStore(harness, async (store) => {
        const [stream, events] = [newStream(), newEvents(3)];
        const [first, ...others] = await Promise.all([1, 2, 3].map(() => store.append(stream, events, NO_STREAM)));
        expect(others).toEqual([first, first]);
        expect(await idsIn(store, stream)).toEqual(idsOf(events));
      }));

    it('is another where it is not the very same', () =>
      withStore(harness, async (store) => {
        const [stream, [one, two, three]] = [newStream(), [newEvent(), newEvent(), newEvent()]];
        await store.append(stream, [one, two], NO_STREAM);
        for (const events of [[two, one], [one, three], [one, two, three], [two]]) {
          await expect(store.append(stream, events, NO_STREAM)).rejects.toEqual(refusal(stream, NO_STREAM, 1));
        }
        expect(await idsIn(store, stream)).toEqual(idsOf([one, two]));
      }));

    (harness.idsUnique ? it : it.skip)('is refused at another place', () =>
      withStore(harness, async (store) => {
        const [stream, other, event] = [newStream(), newStream(), newEvent()];
        await store.append(stream, [event], NO_STREAM);
        await expect(store.append(stream, [event], 0)).rejects.toEqual(refusal(stream, 0, 0));
        await expect(store.append(other, [newEvent(), event], NO_STREAM)).rejects.toEqual(
          refusal(other, NO_STREAM, NO_STREAM),
        );
        expect(await idsIn(store, other)).toEqual([]);
        expect(await idsIn(store, stream)).toEqual([event.id]);
      }),
    );
  });

  describe('writers that race on one stream', () => {
    it('win each revision once', () =>
      withStore(harness, async (store) => {
        const stream = newStream();
        const writer = async () => {
          const won: number[] = [];
          for (let expected = NO_STREAM; won.length < 25;) {
            try {
              ({ revision: expected } = await store.append(stream, [newEvent()], expected));
              won.push(expected);
            } catch (error) {
              if (!(error instanceof WrongExpectedRevision)) throw error;
              expected = error.actual;
            }
          }
          return won;
        };
        const won = (await Promise.all(Array.from({ length: 8 }, writer))).flat();
        expect(won.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, revision) => revision));
        expect((await store.read(stream)).events.map(({ revision }) => revision)).toEqual(
          won.toSorted((a, b) => a - b),
        );
      }));
  });
}
