import { request, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { text, view, type Event, type Row } from '#eventsourcing';
import { ReadsModule } from '#platform';
import type { ListRequest, Page, ReadSide } from '#read-side';
import { serveCommands, type CommandServer } from './support/serve-commands.js';

jest.setTimeout(60_000);

const PLEDGES = 30_000;
const AT = {
  asOf: '2026-01-01T00:00:00.000Z',
  knownAt: { position: 7n, time: '2026-01-01T00:00:00.000Z' },
  position: 7n,
  failures: [],
};
const shapeless = (name: string) =>
  view<{ donor: string; kind: string }, Event>(name, {
    columns: { donor: text(), kind: text() },
    key: () => '',
    on: {},
  });
const views = ['pledges', 'commitments', 'allocations', 'imports'].map(shapeless);
const idOf = (index: number) => `p-${String(index).padStart(6, '0')}`;
const PLEDGE = {
  ...{ donor: 'DEU', kind: 'military', title: 'x'.repeat(300), status: 'committed', currency: 'EUR', made: '5.00' },
  ...{ madeUnknown: null, committed: '3.00', committedUnknown: null, delivered: '1.00', deliveredAtLeast: false },
  ...{ drawsOn: null, mergedInto: null, conditional: false, conditionUntil: null, reported: false, source: null },
  ...{ release: null, foreignId: null, breaches: 0, since: '2024-01-01T00:00:00.000Z' },
};

/** The row of a view that goes with the pledge of a number; every third pledge has a commitment, every fifth an allocation. */
const ROWS: Readonly<Record<string, readonly [every: number, row: (pledge: string) => Row, suffix: string]>> = {
  pledges: [1, () => PLEDGE, ''],
  commitments: [3, (pledge) => ({ pledge, currency: 'EUR', amount: '3.00', counts: true }), '/e-1'],
  allocations: [5, (pledge) => ({ pledge, delivered: '1.00' }), '/a-1'],
};

/** What was imported. */
let imported: readonly Row[] = [];
let asked: string[] = [];
let failsAt = Infinity;

/** A page of rows that are made up as they are asked for. */
async function list(name: string, { limit = 100, cursor = '0' }: ListRequest = {}): Promise<Page> {
  asked.push(name);
  if (asked.length >= failsAt) throw new Error('the database went away');
  const origin = { eventId: 'event', stream: 'things', revision: 0, position: 7n, validFrom: AT.asOf };
  if (name === 'imports')
    return Promise.resolve({ ...AT, rows: imported.map((row) => ({ key: 'i', ...origin, row })) });
  const [every, rowOf, suffix] = ROWS[name] ?? [1, () => ({}), ''];
  const first = Number(cursor);
  const count = Math.max(0, Math.min(limit, Math.ceil(PLEDGES / every) - first));
  const rows = Array.from({ length: count }, (_, index) => {
    const pledge = idOf((first + index) * every);
    return { ...origin, key: pledge + suffix, row: rowOf(pledge) };
  });
  return Promise.resolve({ ...AT, rows, ...(first + limit < PLEDGES / every && { next: String(first + limit) }) });
}

let server: CommandServer;

beforeAll(async () => {
  const readSide = { views, questions: [], list } as unknown as ReadSide;
  server = await serveCommands({}, undefined, { readSide, modules: [ReadsModule] });
});
beforeEach(() => {
  [asked, failsAt, imported] = [[], Infinity, []];
});
afterAll(() => server.close());

function opened(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${server.url}/iati/activities?reporter=XM-DAC-1&reporterName=x`, resolve).once('error', reject).end();
  });
}

/** Resolves when no page has been asked for during a quarter of a second. */
async function still(): Promise<void> {
  for (let before = -1; before !== asked.length;) {
    before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

describe('a document of 30,000 activities', () => {
  it('has each with its own transactions, every page of every view read once', async () => {
    const counted = new Map<string, number>();
    let rest = '';
    for await (const chunk of await opened()) {
      const parts = (rest + String(chunk)).split('</iati-activity>');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const [, id = ''] = /<iati-identifier>XM-DAC-1-(.*?)</.exec(part) ?? [];
        const refs = [...part.matchAll(/<transaction ref="(.*?)"/g)].map(([, ref]) => ref?.replace(id, ''));
        const kinds = refs.join(' ');
        counted.set(kinds, (counted.get(kinds) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(counted)).toEqual({ '': 16_000, ' /e-1': 8_000, ' /a-1': 4_000, ' /e-1 /a-1': 2_000 });
    const pages = (name: string) => asked.filter((one) => one === name).length;
    expect(Object.keys(ROWS).map(pages)).toEqual([30, 10, 6]);
  });

  it('waits for its reader, reads no further ahead, and takes no more memory the longer it is', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const answer = await opened();
    await still();
    expect(asked.length).toBeLessThan(20);
    const held: number[] = [];
    let before = 0;
    for await (const chunk of answer) {
      expect((chunk as Buffer).length).toBeGreaterThan(0);
      if (asked.length < before + 8) continue;
      before = asked.length;
      collect();
      held.push(process.memoryUsage().heapUsed);
    }
    const [first = 0] = held;
    expect(held.length).toBeGreaterThan(2);
    expect(Math.max(...held) - first).toBeLessThan(20_000_000);
  });

  it('breaks off where it cannot be read on', async () => {
    failsAt = 20;
    const answer = await opened();
    answer.resume();
    await expect(new Promise((_, reject) => answer.once('error', reject))).rejects.toThrow('aborted');
    expect(answer.complete).toBe(false);
  });
});

describe('activities of imported pledges', () => {
  const R7 = { source: 'kiel', release: 'r7' };
  const R18 = { source: 'kiel', release: 'r18' };
  const answered = async (query: string) => {
    const { status, body } = await server.request(`/iati/activities?reporter=XM-DAC-1&reporterName=x${query}`);
    return [status, body.code, body.releases ?? body.takes];
  };

  it('are not published of two releases of one source, which tell the same promises', async () => {
    imported = [R7, R18, { source: null, release: null }];
    expect(await answered('')).toEqual([400, 'ReleasesOverlap', ['kiel-r7', 'kiel-r18']]);
    expect(await answered('&release=kiel-r7,kiel-r18')).toEqual([400, 'ReleasesOverlap', ['kiel-r7', 'kiel-r18']]);
  });

  it('are not published of a release that there is not', async () => {
    imported = [R18];
    expect(await answered('&release=kiel-r7')).toEqual([400, 'QueryNotUnderstood', ['kiel-r18', 'none']]);
  });

  it.each([[''], ['&release=kiel-r18,none'], ['&release=none']])('are published of one release: %j', async (query) => {
    imported = [R18, R18];
    expect((await server.request(`/iati/activities?reporter=XM-DAC-1&reporterName=x${query}`)).status).toBe(200);
  });

  it('leave out the pledges of other releases', async () => {
    imported = [R7, R18];
    const { body } = await server.request('/iati/activities?reporter=XM-DAC-1&reporterName=x&release=kiel-r18');
    expect(String(body.text)).not.toContain('<iati-activity ');
  });
});
