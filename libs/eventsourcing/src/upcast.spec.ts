import { Light, toLight } from '#testing';
import { MemoryStore } from '#stores';
import { START, type EventStore } from './event-store.js';
import { Folds } from './folds.js';
import { handle } from './handle.js';
import type { RecordedEvent } from './message.js';
import { upcasting } from './upcast.js';

/** A log with one event of an old shape, and the same log seen through an upcaster. */
async function logs(): Promise<{ old: EventStore; lifted: EventStore }> {
  const old = new MemoryStore();
  await handle({ store: old, folds: new Folds() }, Light, toLight('SwitchOn', { lightId: '1' }));
  await handle({ store: old, folds: new Folds() }, Light, toLight('WireLight', { lightId: '1', behind: '2' }));
  const lifted = upcasting(old, { LightWired: (data) => ({ since: 'always', ...data }) });
  return { old, lifted };
}

const data = (events: readonly RecordedEvent[]) => events.map((event) => event.data);

const present = [{ lightId: '1' }, { since: 'always', lightId: '1', behind: '2' }];

describe('a log with upcasters', () => {
  it('is read in its present shape, whichever way', async () => {
    const { lifted } = await logs();
    expect(data((await lifted.read('light-1')).events)).toEqual(present);
    expect(data((await lifted.read('light-1', 1, 1)).events)).toEqual(present.slice(1));
    expect(data(await lifted.readAll(START, 10))).toEqual(present);
    for await (const batch of lifted.subscribe(START, AbortSignal.timeout(2_000))) {
      expect(data(batch)).toEqual(present);
      break;
    }
  });

  it('stays as it was written, and is appended to', async () => {
    const { old, lifted } = await logs();
    const { events, revision } = await old.read('light-1');
    expect(data(events)).toEqual([{ lightId: '1' }, { lightId: '1', behind: '2' }]);
    const { id, type, at, occurredAt, metadata } = events[0]!;
    await lifted.append('light-1', [{ id: id.replace(/^./, 'x'), type, data: {}, at, occurredAt, metadata }], revision);
    expect([await old.lastPosition(), await lifted.lastPosition()]).toEqual([3n, 3n]);
    await lifted.close();
    await expect(old.lastPosition()).rejects.toThrow('closed');
  });

  it('leaves alone an event named as what every object has', async () => {
    const { old, lifted } = await logs();
    const { events } = await old.read('light-1', 1);
    const { id, at, occurredAt, metadata } = events[0]!;
    await old.append('light-2', [{ id: `${id}x`, type: 'toString', data: {}, at, occurredAt, metadata }], -1);
    expect(data((await lifted.read('light-2')).events)).toEqual([{}]);
  });
});
