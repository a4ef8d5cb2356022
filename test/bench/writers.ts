import type { EventStore, NewEvent } from '#eventsourcing';
import { newEvent } from '../../libs/testing/src/store-contract/harness.ts';

const NOTE = 'Two air defence systems with spare parts, training of their crews, and transport to the hub. '.repeat(2);

/** An event of about 700 bytes, as a pledge leaves it. */
function eventOf(writer: string): NewEvent {
  const data = {
    pledgeId: writer,
    donor: 'DEU',
    kind: 'military',
    amount: { value: '1250000.00', currency: 'EUR', basis: 'claimed' },
    claims: [{ source: 'https://example.org/release/18', said: '2024-07-10', learnt: '2024-07-11', note: NOTE }],
  };
  return newEvent(data, 'PledgeMade');
}

/** The events that one writer appends. */
export const eventsOf = (writer: string, count: number) => Array.from({ length: count }, () => eventOf(writer));

/** How many of a count a second a piece of work does. */
export async function rateOf(count: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1_000;
}

/** One writer of a stream of its own, one event at a time, each awaited; gives the ms that each took. */
export async function write(
  store: Pick<EventStore, 'append'>,
  stream: string,
  events: readonly NewEvent[],
): Promise<number[]> {
  const waits: number[] = [];
  let expected = -1;
  for (const event of events) {
    const start = performance.now();
    ({ revision: expected } = await store.append(stream, [event], expected));
    waits.push(performance.now() - start);
  }
  return waits;
}
