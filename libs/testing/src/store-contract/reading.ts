import { randomUUID } from 'node:crypto';
import { NO_STREAM } from '#eventsourcing';
import { idsOf, logAfter, newEvent, newEvents, newStream, withStore, type StoreHarness } from './harness.js';

const ODD_NAMES = [
  'with spaces and\ttabs',
  `it's "quoted" and \`ticked\``,
  'naïve Łódź Київ 東京',
  '🇺🇦🛡️',
  'a-b--c-',
  '%2F/../..\\',
  '$by-category',
  "'; DROP TABLE events; --",
  'null',
  '__proto__',
  'x'.repeat(1_500),
];

const PAYLOAD = {
  nothing: null,
  yes: true,
  text: 'Щит і меч, 盾, ‏שלום‏, \u0000\u001f"\\/\n',
  emoji: '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  loneSurrogate: '\ud800',
  numbers: [0, -1, 0.1, 1e-7, 1.7976931348623157e308, Number.MAX_SAFE_INTEGER, 5e-324],
  amount: '12345678901234567890.99',
  empty: { object: {}, list: [], text: '' },
  nested: { deep: [{ er: [[[{ still: 'there' }]]] }] },
  'key with "quotes"': 1,
};

/** What is promised of what was written. */
export function reading(harness: StoreHarness): void {
  describe('an event', () => {
    it('is read as it was appended, in its stream and in the log', () =>
      withStore(harness, async (store) => {
        const [stream, before, plain] = [
          newStream(),
          await store.lastPosition(),
          newEvent(PAYLOAD, 'Тип with ünïcode'),
        ];
        const event = {
          ...plain,
          metadata: {
            ...plain.metadata,
            reported: true,
            imported: { source: 'kiel «»', release: 'r18', rows: [{ row: 7, hash: '✓' }] },
            traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          },
        };
        const { position } = await store.append(stream, [event], NO_STREAM);
        const recorded = { ...event, stream, revision: 0, position };
        expect((await store.read(stream)).events).toEqual([recorded]);
        expect(await logAfter(store, before)).toEqual([recorded]);
      }));

    it('is not changed by what becomes of the object it was', () =>
      withStore(harness, async (store) => {
        const [stream, list] = [newStream(), ['kept']];
        const appended = store.append(stream, [newEvent({ list })], NO_STREAM);
        list.push('late');
        await appended;
        expect((await store.read(stream)).events[0]?.data).toEqual({ list: ['kept'] });
      }));

    it('is large where it must be', () =>
      withStore(harness, async (store) => {
        const [stream, text] = [newStream(), 'ß€😀'.repeat(50_000)];
        await store.append(stream, [newEvent({ text }), newEvent()], NO_STREAM);
        expect((await store.read(stream, 0, 1)).events[0]?.data).toEqual({ text });
      }));
  });

  describe('a stream', () => {
    it.each(ODD_NAMES.map((name) => [name.slice(0, 30), name]))('may be named %j', (_, name) =>
      withStore(harness, async (store) => {
        const [stream, near, events] = [`${randomUUID()}${name}`, randomUUID(), newEvents(2)];
        await store.append(stream, events, NO_STREAM);
        expect((await store.read(stream)).events.map((event) => [event.stream, event.id])).toEqual(
          events.map(({ id }) => [stream, id]),
        );
        expect(await store.read(near)).toEqual({ events: [], revision: NO_STREAM });
      }),
    );

    it('is another where only case or form of its name differ', () =>
      withStore(harness, async (store) => {
        const id = randomUUID();
        for (const name of [`${id}-é`, `${id}-e\u0301`, `${id}-É`, `${id}-é `])
          await store.append(name, [newEvent()], NO_STREAM);
        expect((await store.read(`${id}-é`)).events.length).toBe(1);
      }));

    it('is read from a revision on, as far as asked', () =>
      withStore(harness, async (store) => {
        const [stream, events] = [newStream(), newEvents(10)];
        await store.append(stream, events, NO_STREAM);
        const ids = idsOf(events);
        const read = async (from?: number, limit?: number) => {
          const slice = await store.read(stream, from, limit);
          return [idsOf(slice.events), slice.revision];
        };
        expect(await read()).toEqual([ids, 9]);
        expect(await read(4)).toEqual([ids.slice(4), 9]);
        expect(await read(4, 3)).toEqual([ids.slice(4, 7), 9]);
        expect(await read(9, 5)).toEqual([ids.slice(9), 9]);
        expect(await read(10)).toEqual([[], 9]);
      }));

    it(
      'holds a hundred thousand events',
      () =>
        withStore(harness, async (store) => {
          const [stream, ids]: [string, string[]] = [newStream(), []];
          for (let expected = NO_STREAM; expected < 99_999;) {
            const events = newEvents(2_000, { on: true });
            ids.push(...idsOf(events));
            ({ revision: expected } = await store.append(stream, events, expected));
          }
          const whole = await store.read(stream);
          expect(whole.revision).toBe(99_999);
          expect(idsOf(whole.events)).toEqual(ids);
          const paged: string[] = [];
          for (let from = 0; from < 100_000; from += 8_000)
            paged.push(...idsOf((await store.read(stream, from, 8_000)).events));
          expect(paged).toEqual(ids);
          expect(await store.append(stream, [newEvent()], 99_999)).toEqual({
            revision: 100_000,
            position: await store.lastPosition(),
          });
        }),
      120_000,
    );
  });

  describe('the log', () => {
    it('has the events of all streams in the order of their positions', () =>
      withStore(harness, async (store) => {
        const [one, other, before] = [newStream(), newStream(), await store.lastPosition()];
        const [a, b, c, d, e] = [newEvent(), newEvent(), newEvent(), newEvent(), newEvent()];
        await store.append(one, [a, b], NO_STREAM);
        await store.append(other, [c], NO_STREAM);
        await store.append(one, [d, e], 1);
        const log = await logAfter(store, before);
        expect(idsOf(log)).toEqual(idsOf([a, b, c, d, e]));
        log.reduce((last, { position }) => {
          expect(position > last).toBe(true);
          return position;
        }, before);
        expect(await store.lastPosition()).toBe(log.at(-1)?.position);
      }));

    it('is read after a position, as far as asked', () =>
      withStore(harness, async (store) => {
        const [before, events] = [await store.lastPosition(), newEvents(7)];
        await store.append(newStream(), events, NO_STREAM);
        const [log, ids] = [await logAfter(store, before, 2), idsOf(events)];
        expect(idsOf(log)).toEqual(ids);
        expect(idsOf(await store.readAll(before, 3))).toEqual(ids.slice(0, 3));
        expect(idsOf(await store.readAll(log[2]!.position, 3))).toEqual(ids.slice(3, 6));
        expect(await store.readAll(log[6]!.position, 3)).toEqual([]);
      }));
  });
}
