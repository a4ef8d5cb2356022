import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandIdOf, digestOf, eventIdOf, START, type EventStore, type NewEvent } from '#eventsourcing';
import { CannotOpenLog, openEventStoreDb, openSqliteReader, openSqliteStore } from '#stores';
import { begin, build, run, scratch, type Started } from './support/launch.js';
import { eventsIn } from './support/log-in.js';
import { startChildDouble } from './support/eventstoredb/child.js';

jest.setTimeout(120_000);

const DONORS = ['DEU', 'FRA', 'NOR', 'POL'];
const AT = '2024-07-11T09:00:00.000Z';

function event(type: string, data: object, occurredAt = AT): NewEvent {
  const commandId = commandIdOf('operator-7', digestOf([type, data]));
  return {
    ...{ id: eventIdOf('', commandId, 0, type), type, data, at: AT, occurredAt },
    metadata: {
      ...{ commandId, payload: '', by: { subject: 'operator-7', party: 'DEU', roles: ['operator'] } },
      ...{ correlationId: commandId, causationId: commandId },
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  };
}

/** What a pledge leaves in the log. */
function pledged(pledgeId: string, index: number): NewEvent[] {
  const of = { pledgeId, donor: DONORS[index % DONORS.length], kind: 'military' };
  const amount = { amount: `${1_000 + index}.50`, currency: 'EUR', basis: 'claimed' };
  const claims = [{ source: 'https://example.org/statement', said: '2024-07-10' }];
  const day = `2024-07-${String((index % 10) + 1).padStart(2, '0')}T00:00:00.000Z`;
  return [
    event('PledgeMade', { ...of, title: 'Air defence', lines: [], currency: 'EUR', amount, claims }, day),
    event('PledgeCommitted', { ...of, from: { amount: '0' }, to: amount, currency: 'EUR', basis: 'claimed', claims }),
  ];
}

/** Pledges whose events alternate, and now and then a note of how far a policy has come. */
async function fill(store: EventStore, name: string, pledges: number): Promise<void> {
  const events = Array.from({ length: pledges }, (_, index) => pledged(`${name}-${index}`, index));
  for (const step of [0, 1])
    await Promise.all(
      events.map((both, index) => store.append(`pledge-${name}-${index}`, both.slice(step, step + 1), step - 1)),
    );
  const { revision } = await store.read('policy-count-meetings');
  const position = String(await store.lastPosition());
  await store.append(
    'policy-count-meetings',
    [event('PolicyAdvanced', { policy: 'count-meetings', position })],
    revision,
  );
}

async function logIn(file: string, ...fills: readonly (readonly [string, number])[]): Promise<string> {
  const store = openSqliteStore(file);
  for (const [name, pledges] of fills) await fill(store, name, pledges);
  await store.close();
  return file;
}

const migrating = (from: string, to: string, ...more: string[]) => moving(`sqlite:${from}`, `sqlite:${to}`, ...more);
const moving = (from: string, to: string, ...more: string[]) =>
  run('cli', {}, 'migrate-store', '--from', from, '--to', to, ...more);

describe('npm run migrate-store', () => {
  const folder = scratch();
  const file = (name: string) => join(folder, name);

  beforeAll(async () => {
    build();
    await logIn(file('source'), ['p', 60], ['q', 40]);
  }, 120_000);

  it('copies a log, compares the two and what the views make of them, and says so on one line', async () => {
    expect(await migrating(file('source'), file('copy'))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^202 events: 202 added, 0 there before; the same events in the same order and \d+ views alike\n$/,
      ) as string,
      stderr: '',
    });
    expect(await eventsIn(file('copy'))).toEqual(await eventsIn(file('source')));
  });

  it('run again takes what came since, and adds nothing where nothing came', async () => {
    const [source, copy] = [await logIn(file('growing'), ['p', 5]), file('growing-copy')];
    const said = async () => (await migrating(source, copy, '--no-views')).stdout;
    expect(await said()).toBe('11 events: 11 added, 0 there before; the same events in the same order\n');
    expect(await said()).toBe('11 events: 0 added, 11 there before; the same events in the same order\n');
    await logIn(source, ['q', 2]);
    expect(await said()).toBe('16 events: 5 added, 11 there before; the same events in the same order\n');
    expect(await eventsIn(copy)).toEqual(await eventsIn(source));
  });

  it('copies a log of nothing', async () => {
    expect(await migrating(await logIn(file('empty')), file('empty-copy'))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^0 events: 0 added, 0 there before; /) as string,
    });
  });

  it('refuses a store that holds anything else, and leaves it as it was', async () => {
    const other = await logIn(file('other'), ['other', 3]);
    const before = await eventsIn(other);
    const { code, stdout, stderr } = await migrating(file('source'), other);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^Event 1 of the target is PledgeMade [0-9a-f-]{36} \(pledge-other-0, revision 0\), that of the source PledgeMade [0-9a-f-]{36} \(pledge-p-0, revision 0\)\. Give --to a store that holds nothing, or a copy of this log alone\.\n$/,
    );
    expect(await eventsIn(other)).toEqual(before);
  });

  it('waits for no other process that writes the target', async () => {
    const held = openSqliteStore(file('held'));
    const ended = await migrating(file('source'), file('held'));
    await held.close();
    expect(ended).toMatchObject({ code: 4, stdout: '' });
    expect(ended.stderr).toMatch(/held is being written by another process: stop it, and run this again\.\n$/);
  });

  it.each([
    [['--from', 'sqlite:no-such-log', '--to', 'sqlite:x'], 'no-such-log: there is no such file.'],
    [['--from', `sqlite:${import.meta.filename}`, '--to', 'sqlite:x'], 'file is not a database.'],
    [['--from', 'sqlite:x', '--to', 'sqlite:x'], '--from and --to are the same.'],
    [['--from', 'x', '--to', 'sqlite:x'], 'It must be sqlite:<file>'],
    [['--from', 'sqlite:x', '--to', 'esdb:x'], 'or a connection string of EventStoreDB'],
    [['--from', 'sqlite:x'], "required option '--to <store>' not specified"],
    [['--from', 'sqlite:x', '--to', 'sqlite:y', '--fast'], "unknown option '--fast'"],
  ])('says what was wrong: %j', async (args, message) => {
    const ended = await run('cli', {}, 'migrate-store', ...args);
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) as string });
    expect(existsSync('x')).toBe(false);
  });

  it('moves a log to EventStoreDB and back, and what the views make of it is the same', async () => {
    const double = await startChildDouble();
    try {
      const [source, back] = [`sqlite:${file('source')}`, file('back')];
      const alike = /^202 events: 202 added, 0 there before; the same events in the same order and \d+ views alike\n$/;
      for (const [from, to] of [
        [source, double.url],
        [double.url, `sqlite:${back}`],
      ] as const)
        expect(await moving(from, to)).toMatchObject({
          ...{ code: 0, stderr: '' },
          stdout: expect.stringMatching(alike) as string,
        });
      expect(await eventsIn(back)).toEqual(await eventsIn(file('source')));
      const again = await moving(source, double.url, '--no-views');
      expect(again.stdout).toMatch(/^202 events: 0 added, 202 there before; /);
    } finally {
      await double.stop();
    }
  });

  it('killed on its way to EventStoreDB, or left by it, goes on where it was', async () => {
    const double = await startChildDouble();
    const store = await openEventStoreDb(double.url);
    const source = `sqlite:${await logIn(file('wide'), ['p', 400])}`;
    for (const events of [1, 300, 600]) {
      const child = begin('cli', {}, 'migrate-store', '--from', source, '--to', double.url, '--no-views');
      await come(store, events, child);
      child.kill('SIGKILL');
      await child.ended;
    }
    const ended = await moving(source, double.url, '--no-views');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toMatch(/^801 events: [\d,]+ added, [\d,]+ there before; /);
    await store.close();
    await double.stop();
    const { code, stdout, stderr } = await moving(source, double.url, '--no-views');
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/Run this again when it can: it goes on where it was\.\n$/);
  });

  it('killed with kill -9 again and again, ends as if it had run once', async () => {
    const [source, copy] = [await logIn(file('long'), ['p', 30_000]), file('long-copy')];
    for (const events of [1, 10_000, 25_000, 40_000]) {
      const child = begin('cli', {}, 'migrate-store', '--from', `sqlite:${source}`, '--to', `sqlite:${copy}`);
      await reached(copy, BigInt(events), child);
      child.kill('SIGKILL');
      expect(await child.ended).toMatchObject({ signal: 'SIGKILL', stdout: '', stderr: '' });
      const there = await eventsIn(copy);
      expect(there.length).toBeLessThan(60_001);
      expect(there).toEqual((await eventsIn(source)).slice(0, there.length));
    }
    const { code, stdout, stderr } = await migrating(source, copy, '--no-views');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^60,001 events: [\d,]+ added, [\d,]+ there before; /);
    expect(await eventsIn(copy)).toEqual(await eventsIn(source));
  });
});

/** Resolves once a store holds so many events, or the process that writes it has ended. */
async function come(store: EventStore, events: number, writer: Pick<Started, 'ended'>): Promise<void> {
  const writing: { now: boolean } = { now: true };
  void writer.ended.then(() => (writing.now = false));
  while (writing.now && (await store.readAll(START, events)).length < events) await pause(5);
}

/** Resolves once the log in a file, which need not be there yet, has come to a position, or the process that writes it has ended. */
async function reached(file: string, position: bigint, writer: Pick<Started, 'ended'>): Promise<void> {
  const writing: { now: boolean } = { now: true };
  void writer.ended.then(() => (writing.now = false));
  let store: EventStore | undefined;
  while (writing.now) {
    store ??= readable(file);
    if (store && (await store.lastPosition()) >= position) break;
    await pause(2);
  }
  await store?.close();
}

function readable(file: string): EventStore | undefined {
  try {
    return openSqliteReader(file);
  } catch (error) {
    if (error instanceof CannotOpenLog) return undefined;
    throw error;
  }
}
