import { hash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { integer, text, view, type Event } from '#eventsourcing';
import { ReadsModule } from '#platform';
import type { ListRequest, Page, ReadSide } from '#read-side';
import { serveCommands, type CommandServer } from './support/serve-commands.js';

jest.setTimeout(60_000);

const ROWS = 50_000;
const AT = {
  asOf: '2026-01-01T00:00:00.000Z',
  knownAt: { position: 7n, time: '2026-01-01T00:00:00.000Z' },
  position: 7n,
  failures: [],
};
const things = view<{ name: string; size: number }, Event>('things', {
  columns: { name: text(), size: integer() },
  key: () => '',
  on: {},
});

/** How often a page was asked for, and from which page on none comes. */
let asked = 0;
let failsAt = Infinity;

/** A text that cannot be made shorter. */
function nameOf(index: number): string {
  return Array.from({ length: 10 }, (_, part) => hash('sha512', `${String(part)} ${String(index)}`, 'base64')).join('');
}

/** A page of things that are made up as they are asked for. */
async function list(_: string, { limit = 100, cursor = '0' }: ListRequest = {}): Promise<Page> {
  if (++asked >= failsAt) throw new Error('the database went away');
  const first = Number(cursor);
  const rows = Array.from({ length: Math.min(limit, ROWS - first) }, (__, index) => ({
    ...{ key: `thing-${String(first + index)}`, eventId: 'event', stream: 'things', revision: 0, position: 7n },
    ...{ validFrom: AT.asOf, row: { name: nameOf(first + index), size: first + index } },
  }));
  const next = first + limit < ROWS ? { next: String(first + limit) } : {};
  return Promise.resolve({ ...AT, rows, ...next });
}

let server: CommandServer;

beforeAll(async () => {
  const readSide = { views: [things], questions: [], list } as unknown as ReadSide;
  server = await serveCommands({}, undefined, { readSide, modules: [ReadsModule] });
});
beforeEach(() => {
  [asked, failsAt] = [0, Infinity];
});
afterAll(() => server.close());

function opened(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(server.url + path, resolve)
      .once('error', reject)
      .end();
  });
}

/** Resolves when no page has been asked for during a quarter of a second. */
async function still(): Promise<void> {
  for (let before = -1; before !== asked;) {
    before = asked;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

describe('a file of 50,000 rows', () => {
  it.each(['csv', 'ndjson'])('is sent as %s, every row once', async (download) => {
    let lines = 0;
    for await (const chunk of await opened(`/views/things?download=${download}`))
      for (const byte of chunk as Buffer) if (byte === 10) lines++;
    const head = download === 'csv' ? 13 : 0;
    expect([lines, asked]).toEqual([ROWS + head, ROWS / 1_000]);
  });

  it.each(['csv', 'ndjson', 'xlsx'])('as %s waits for its reader, and reads no further ahead', async (download) => {
    const answer = await opened(`/views/things?download=${download}`);
    await still();
    expect(asked).toBeLessThan(ROWS / 1_000);
    answer.resume();
    await new Promise((resolve) => answer.once('end', resolve));
    expect([asked, answer.complete]).toEqual([ROWS / 1_000, true]);
  });

  it.each(['csv', 'xlsx'])('as %s takes no more memory the longer it is', async (download) => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held: number[] = [];
    let before = 0;
    for await (const chunk of await opened(`/views/things?download=${download}`)) {
      expect((chunk as Buffer).length).toBeGreaterThan(0);
      if (asked < before + 5) continue;
      before = asked;
      collect();
      held.push(process.memoryUsage().heapUsed);
    }
    const [first = 0] = held;
    expect(held.length).toBeGreaterThan(2);
    expect(Math.max(...held) - first).toBeLessThan(20_000_000);
  });

  it.each(['csv', 'ndjson', 'xlsx'])('as %s breaks off where it cannot be read on', async (download) => {
    failsAt = 20;
    const answer = await opened(`/views/things?download=${download}`);
    answer.resume();
    await expect(new Promise((_, reject) => answer.once('error', reject))).rejects.toThrow('aborted');
    expect(answer.complete).toBe(false);
  });

  it('is not read for who asks for its head alone', async () => {
    const { status, headers } = await fetch(`${server.url}/views/things?download=xlsx`, { method: 'HEAD' });
    expect([status, headers.get('content-type'), headers.get('content-disposition'), asked]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'attachment; filename="things-2026-01-01-7.xlsx"',
      1,
    ]);
  });
});
