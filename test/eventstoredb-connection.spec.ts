import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppendTooLarge, NO_STREAM, START } from '#eventsourcing';
import { openEventStoreDb, StoreRefused, StoreUnavailable } from '#stores';
import { newEvent } from '#testing';
import { EventStoreDouble, type DoubleOptions } from './support/eventstoredb/double.js';
import { TransactionLog } from './support/eventstoredb/log.js';

const certificate = join(import.meta.dirname, 'fixtures/loopback/certificate.pem');
const tls = {
  key: readFileSync(join(import.meta.dirname, 'fixtures/loopback/key.pem')),
  certificate: readFileSync(certificate),
};
const trusting = `tlsCAFile=${encodeURIComponent(certificate)}`;
const limits = { deadline: 1_000, patience: 300 };

async function withDouble(options: DoubleOptions, work: (double: EventStoreDouble) => Promise<void>): Promise<void> {
  const double = await EventStoreDouble.start(options);
  try {
    await work(double);
  } finally {
    await double.stop();
  }
}

describe('a connection string of EventStoreDB', () => {
  it('says whom to trust and who asks', () =>
    withDouble({ tls, credentials: 'ledger:pass word' }, async ({ port }) => {
      const store = await openEventStoreDb(`esdb://ledger:pass%20word@localhost:${port}?${trusting}`, limits);
      const { position } = await store.append('light-1', [newEvent()], NO_STREAM);
      for await (const batch of store.subscribe(START, AbortSignal.timeout(5_000))) {
        expect(batch.map((event) => event.position)).toEqual([position]);
        break;
      }
      await store.close();
    }));

  it('is refused with another password', () =>
    withDouble({ tls, credentials: 'ledger:pass' }, async ({ port }) => {
      const opening = openEventStoreDb(`esdb://ledger:word@localhost:${port}?${trusting}`, limits);
      await expect(opening).rejects.toBeInstanceOf(StoreRefused);
      await expect(opening).rejects.toThrow('Access Denied');
    }));

  it('does not lead to a server that is not to be trusted', () =>
    withDouble({ tls }, async ({ port }) => {
      await expect(openEventStoreDb(`esdb://localhost:${port}`, limits)).rejects.toBeInstanceOf(StoreUnavailable);
    }));

  it.each(['esdb://', 'esdb://host:port', 'esdb://host?tls=perhaps', 'esdb://host?tlsCAFile=/no/such/file'])(
    'is no such thing: %s',
    async (url) => {
      await expect(openEventStoreDb(url, limits)).rejects.toThrow('this is no connection string of EventStoreDB');
    },
  );
});

describe('a server that others use too', () => {
  it('keeps ledgers apart by their prefixes, and shows its own tools what caused an event', () =>
    withDouble({}, async (double) => {
      const [one, other] = [
        await openEventStoreDb(double.url, { prefix: 'one.' }),
        await openEventStoreDb(double.url, { prefix: 'other.' }),
      ];
      const [event, another] = [newEvent(), newEvent()];
      const first = await one.append('light-1', [event], NO_STREAM);
      await other.append('light-1', [another], NO_STREAM);
      expect(await one.lastPosition()).toBe(first.position);
      expect((await one.readAll(START, 10)).map(({ id, stream }) => [id, stream])).toEqual([[event.id, 'light-1']]);
      expect((await other.read('light-1')).events.map(({ id }) => id)).toEqual([another.id]);
      const record = double.log.records.find(({ id }) => id === event.id);
      expect(record?.stream).toBe('one.light-1');
      expect(JSON.parse(Buffer.from(record?.metadata ?? []).toString())).toMatchObject({
        $correlationId: event.metadata.correlationId,
        $causationId: event.metadata.causationId,
      });
      await Promise.all([one.close(), other.close()]);
    }));
});

describe('a position in EventStoreDB', () => {
  it('leads on from the event that has it, from just before it, and from where no event is', () =>
    withDouble({}, async (double) => {
      const store = await openEventStoreDb(double.url);
      const events = [newEvent(), newEvent(), newEvent()];
      await store.append('light-1', events, NO_STREAM);
      const [first, second, third] = await store.readAll(START, 10);
      const idsAfter = async (position: bigint) => (await store.readAll(position, 10)).map(({ id }) => id);
      expect(await idsAfter(first!.position)).toEqual([second!.id, third!.id]);
      expect(await idsAfter(second!.position - 1n)).toEqual([second!.id, third!.id]);
      expect(await idsAfter(second!.position + 8n)).toEqual([third!.id]);
      expect(await idsAfter(third!.position)).toEqual([]);
      for (const after of [second!.position, third!.position - 1n, second!.position + 8n]) {
        for await (const batch of store.subscribe(after, AbortSignal.timeout(5_000))) {
          expect(batch.map(({ id }) => id)).toEqual([third!.id]);
          break;
        }
      }
      await store.close();
    }));
});

describe('a stream that an operator deleted for ever', () => {
  it('takes no more, and says so', () =>
    withDouble({}, async (double) => {
      const store = await openEventStoreDb(double.url, limits);
      await store.append('light-1', [newEvent()], NO_STREAM);
      double.log.tombstone('steadfast.light-1', 'any');
      await expect(store.append('light-1', [newEvent()], 0)).rejects.toThrow('is deleted');
      await store.close();
    }));
});

describe('a server that is set to take less than the ledger does', () => {
  it('refuses an append that is too large for it, and says how much it takes', () =>
    withDouble({ log: new TransactionLog(10_000) }, async ({ url }) => {
      const store = await openEventStoreDb(url, limits);
      const append = store.append('light-1', [newEvent({ note: 'x'.repeat(10_000) })], NO_STREAM);
      await expect(append).rejects.toBeInstanceOf(AppendTooLarge);
      await expect(append).rejects.toMatchObject({ stream: 'light-1', most: 10_000 });
      expect((await store.append('light-1', [newEvent()], NO_STREAM)).revision).toBe(0);
      await store.close();
    }));
});
