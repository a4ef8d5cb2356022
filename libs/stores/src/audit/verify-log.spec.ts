import { idFollowingFrom, NO_STREAM, uuidv5, type EventStore, type NewEvent, type RecordedEvent } from '#eventsourcing';
import { MemoryStore } from '../memory.js';
import { StoreUnavailable } from '../unavailable.js';
import { verifyLog, type Until } from './verify-log.js';

const positionFields = { LogRead: 'position' };
const END: Until = { position: 1_000n };

/** An event as a command leaves it in a stream, as its `index`th. */
function event(stream: string, command: string, index = 0, more: Partial<NewEvent> = {}): NewEvent {
  const commandId = uuidv5(command);
  const event = {
    ...{
      type: 'Said',
      data: { command, index },
      at: '2024-07-10T09:00:00.000Z',
      occurredAt: '2024-07-09T00:00:00.000Z',
    },
    ...more,
    metadata: {
      ...{ commandId, payload: 'f00d', by: { subject: 'anna', party: 'DEU', roles: [] } },
      ...{ correlationId: commandId, causationId: commandId },
    },
  };
  return { id: idFollowingFrom(event, stream, index), ...event };
}

/** Six events: two streams alternate, one command leaves two events, the clock falls once, and a reader says how far it read. */
async function written(store: EventStore = new MemoryStore()): Promise<EventStore> {
  await store.append('a', [event('a', 'first'), event('a', 'first', 1)], -1);
  await store.append('b', [event('b', 'first', 0, { at: '2024-07-12T09:00:00.000Z' })], -1);
  await store.append('a', [event('a', 'second')], 1);
  await store.append('reader', [event('reader', 'read', 0, { type: 'LogRead', data: { position: '3' } })], -1);
  await store.append('b', [event('b', 'second', 0, { at: '2024-07-14T09:00:00.000Z' })], 0);
  return store;
}

/** The same log as somebody left it who changed the file. */
class Changed extends MemoryStore {
  constructor(private readonly change: (event: RecordedEvent) => RecordedEvent | undefined) {
    super();
  }

  override readAfter(after: bigint, limit: number): readonly RecordedEvent[] {
    const events = super.readAfter(0n, 1_000).flatMap((event) => this.change(event) ?? []);
    return events.filter(({ position }) => position > after).slice(0, limit);
  }

  override async read(stream: string, from = 0, limit = Infinity) {
    const events = this.readAfter(0n, 1_000).filter((event) => event.stream === stream);
    const slice = events.filter(({ revision }) => revision >= from).slice(0, limit);
    return { events: slice, revision: events.at(-1)?.revision ?? NO_STREAM };
  }
}

const verified = async (store: EventStore, until: Until = END, counted = true) =>
  verifyLog(store, { until, positionFields, counted });
const changed = async (position: bigint, change: (event: RecordedEvent) => RecordedEvent | undefined) =>
  verified(await written(new Changed((event) => (event.position === position ? change(event) : event))));
const shape = { events: 6, streams: 3, position: 6n, time: '2024-07-14T09:00:00.000Z', unproven: 0 };

describe('a log that is verified', () => {
  it('is as it was written', async () => {
    expect(await verified(await written())).toEqual({
      ...{ ...shape, findings: [], found: 0 },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('may be empty', async () => {
    const sum = { ...shape, events: 0, streams: 0, position: 0n, time: null };
    expect(await verified(new MemoryStore())).toMatchObject({ ...sum, findings: [] });
  });

  it.each<[string, Until, number, string | null]>([
    ['a position', { position: 4n }, 4, '2024-07-12T09:00:00.000Z'],
    ['the position before the first', { position: 0n }, 0, null],
    [
      'a time, at which it knew what its clock said before it fell',
      { time: '2024-07-13T00:00:00.000Z' },
      5,
      '2024-07-12T09:00:00.000Z',
    ],
    [
      'a time before the first that it does not know',
      { time: '2024-07-11T00:00:00.000Z' },
      2,
      '2024-07-10T09:00:00.000Z',
    ],
  ])('is read up to %s', async (_, until, events, time) => {
    const found = await verified(await written(), until);
    expect(found).toMatchObject({ events, position: BigInt(events), time, findings: [] });
    const early = await verified(await written(), { position: BigInt(events) });
    expect(found.digest).toBe(early.digest);
  });

  it.each<[string, bigint, (event: RecordedEvent) => RecordedEvent | undefined, string[]]>([
    [
      'what an event says',
      2n,
      (one) => ({ ...one, data: { command: 'first', index: 7 } }),
      ['a@1: its id, ID, does not follow from what it says'],
    ],
    [
      'when it was true',
      1n,
      (one) => ({ ...one, occurredAt: one.at }),
      ['a@0: its id, ID, does not follow from what it says'],
    ],
    ['its type', 6n, (one) => ({ ...one, type: 'Denied' }), ['b@1: its id, ID, does not follow from what it says']],
    [
      'which command it is of',
      4n,
      (one) => ({ ...one, metadata: { ...one.metadata, commandId: 'x' } }),
      ['a@2: its id, ID, does not follow from what it says'],
    ],
    [
      'that it is of a command',
      4n,
      (one) => ({ ...one, metadata: null as never }),
      ['a@2: it does not say which command it is of'],
    ],
    [
      'its stream',
      6n,
      (one) => ({ ...one, stream: 'a', revision: 3 }),
      ['a@3: its id, ID, does not follow from what it says'],
    ],
    [
      'its revision',
      3n,
      (one) => ({ ...one, revision: 1 }),
      [
        'b@1: its stream goes on at revision 0, and this is another',
        'b@1: its stream goes on at revision 2, and this is another',
        'b@1: its stream does not have it here when it is read by itself',
      ],
    ],
    ['when it was recorded', 1n, (one) => ({ ...one, at: 'then' }), ['a@0: it says no time at which it was recorded']],
    [
      'that it is there',
      2n,
      () => undefined,
      [
        'b@0: the log has nothing at position 2 before it',
        'a@2: its stream goes on at revision 1, and this is another',
      ],
    ],
  ])('does not hide that somebody changed %s', async (_, position, change, findings) => {
    const found = await changed(position, change);
    const said = found.findings.map(({ stream, revision, what }) => `${stream}@${revision}: ${what}`);
    expect([said.map((line) => line.replace(/[0-9a-f-]{36}/, 'ID')), found.found]).toEqual([findings, findings.length]);
    expect(found.digest).not.toBe((await verified(await written())).digest);
  });

  it('does not hide that somebody said an event once more', async () => {
    const store = new Changed((one) => (one.position === 6n ? { ...one, ...again, stream: 'b', revision: 1 } : one));
    const again = { ...event('b', 'first', 0, { at: '2024-07-12T09:00:00.000Z' }) };
    const { findings } = await verified(await written(store));
    expect(findings.map(({ what }) => what)).toEqual([
      `another event before it has its id, ${again.id}`,
      `its id, ${again.id}, does not follow from what it says`,
    ]);
  });

  it('does not hide that a stream read by itself has another end', async () => {
    const store = await written();
    const reading = store.read.bind(store);
    store.read = async (stream, from, limit) => reading(stream === 'b' ? 'a' : stream, from, limit);
    const { findings } = await verified(store);
    expect(findings).toEqual([
      { position: 6n, stream: 'b', revision: 1, what: 'its stream does not have it here when it is read by itself' },
    ]);
  });

  it('by whom an event is shows in the digest alone, for no id follows from it', async () => {
    const found = await changed(1n, (one) => ({
      ...one,
      metadata: { ...one.metadata, by: { ...one.metadata.by, party: 'FRA' } },
    }));
    expect(found.findings).toEqual([]);
    expect(found.digest).not.toBe((await verified(await written())).digest);
  });

  it('says up to where it can be read, and why not further', async () => {
    const store = await written(
      new Changed((one) => {
        if (one.position === 5n) throw new SyntaxError('Unexpected end of JSON input');
        return one;
      }),
    );
    const reading = store.readAll.bind(store);
    store.read = async (...asked) => (await written()).read(...asked);
    store.readAll = async (after, limit) =>
      after + BigInt(limit) < 5n ? (await written()).readAll(after, limit) : reading(after, limit);
    expect(await verified(store)).toMatchObject({
      position: 4n,
      events: 4,
      findings: [],
      unreadable: 'Unexpected end of JSON input',
    });
  });

  it('is not judged by a store that does not answer', async () => {
    const store = new MemoryStore();
    store.readAll = () => Promise.reject(new StoreUnavailable('it is away'));
    await expect(verified(store)).rejects.toThrow('it is away');
  });

  it('moved to where positions lie further apart is the same, but for what the ids of moved positions prove', async () => {
    const wide = await written(
      new Changed((one) => ({
        ...one,
        position: one.position * 100n,
        data: one.type === 'LogRead' ? { position: '300' } : one.data,
      })),
    );
    const found = await verified(wide, END, false);
    expect(found).toEqual({ ...(await verified(await written())), position: 600n, unproven: 1 });
  });
});
