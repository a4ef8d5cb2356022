import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, launch, run, scratch, type Launched } from './support/launch.js';

jest.setTimeout(120_000);

const env = { DATA_DIR: scratch() };
let server: Launched;

const auditing = (...args: string[]) => run('cli', env, 'audit', ...args, '--url', server.url);
const textAt = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  (await fetch(server.url + path, { headers })).text();
const jsonAt = async (path: string) => JSON.parse(await textAt(path)) as { rows: object[]; next?: string };

beforeAll(async () => {
  build();
  server = await launch(env);
  await run('cli', env, 'seed', 'ukraine', '--url', server.url);
}, 180_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

describe('npm run audit -- diff', () => {
  const moments = ['--as-of', '2025-12-31', '--from', '100', '--to', '200'];

  it('lists what differs in views and questions, and by which events, as the ledger says it', async () => {
    const controls = '/questions/controls';
    const { code, stdout, stderr } = await auditing('diff', 'meetings', controls, ...moments, '--json');
    const query = '?asOf=2025-12-31&from.knownAt=100&to.knownAt=200';
    const [rows, parts] = [await jsonAt(`/diff/views/meetings${query}`), await jsonAt(`/diff${controls}${query}`)];
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ from: { knownAt: { position: '100' } }, to: { knownAt: { position: '200' } }, stopped: [] },
      differences: [
        ...rows.rows.map((row) => ({ view: 'meetings', ...row })),
        ...parts.rows.map((row) => ({ question: 'controls', ...row })),
      ],
    });
    expect([rows.rows.length, parts.rows.length].every((count) => count > 0)).toBe(true);
  });

  it('is in words what changed from what to what, by how much, and by which events', async () => {
    const { stdout } = await auditing('diff', 'chair', '/questions/controls', ...moments);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'from as of 2025-12-31T23:59:59.999Z, known at position 100',
      'to   as of 2025-12-31T23:59:59.999Z, known at position 200',
    ]);
    expect(lines).toContainEqual(
      expect.stringMatching(/^changed controls rows \/ learntOver90DaysLate: exceptions \d+ to \d+ \(by \d+\)$/),
    );
    expect(lines.at(-2)).toMatch(/^\d+ differ\.$/);
  });

  it('is of all views unless some are named, and of nothing where nothing came between', async () => {
    const { code, stdout } = await auditing('diff', '--from', '150', '--to', '152', '--as-of', '2025-12-31', '--json');
    const { differences } = JSON.parse(stdout) as {
      differences: readonly { view: string; events: readonly { position: string }[] }[];
    };
    expect(code).toBe(1);
    expect(new Set(differences.map(({ view }) => view))).toContain('activity');
    const positions = differences.flatMap(({ events }) => events.map(({ position }) => position));
    expect(new Set(positions)).toEqual(new Set(['151', '152']));
    const same = await auditing('diff', '--from', '150', '--to', '150');
    expect([same.code, same.stdout.split('\n').slice(2)]).toEqual([0, ['Nothing differs.', '']]);
  });

  it('goes by the world as well', async () => {
    const { code, stdout } = await auditing('diff', 'chair', '--from-as-of', '2024-07-10', '--to-as-of', '2025-02-01');
    expect(code).toBe(1);
    expect(stdout).toMatch(/\nchanged chair udcg: .*status "held" to "vacant"/);
  });

  it.each([
    [['pledges'], 'Two moments are compared: give --from'],
    [['pledges', '--from', 'soon'], 'from.knownAt must be a position of the log'],
    [['promises', '--from', '1'], 'There is no view "promises"; there are activity'],
    [['/events', '--from', '1'], '/events is neither the name of a view nor the address of a view or question'],
    [['http://elsewhere.example/views/pledges', '--from', '1'], 'is of another ledger than http://127.0.0.1'],
  ])('called with %j says what was wrong', async (args, message) => {
    expect(await auditing('diff', ...args)).toMatchObject({
      ...{ code: 2, stdout: '', stderr: expect.stringContaining(message) as string },
    });
  });
});

describe('npm run audit -- export', () => {
  const times = ['--as-of', '2025-12-31', '--known-at', '300'];
  const query = 'asOf=2025-12-31&knownAt=300';

  it.each([
    ['pledges', 'csv', `/views/pledges?${query}&download=csv`],
    ['/views/pledges?donor=SVK', 'ndjson', `/views/pledges?donor=SVK&${query}&download=ndjson`],
    ['/questions/controls', 'csv', `/questions/controls?${query}&download=csv`],
    [
      '/questions/controls?explain=taskWithoutOwner',
      'ndjson',
      `/questions/controls?explain=taskWithoutOwner&${query}&download=ndjson`,
    ],
  ])('writes %s as %s, as the ledger has it', async (what, format, path) => {
    const { code, stdout, stderr } = await auditing('export', what, '--format', format, ...times);
    expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: '', stdout: await textAt(path) });
    if (!what.includes('explain')) expect(stdout.length).toBeGreaterThan(100);
  });

  it('writes a workbook to a file, whole or not at all', async () => {
    const out = join(scratch(), 'pledges.xlsx');
    const { code, stdout, stderr } = await auditing('export', 'pledges', '--format', 'xlsx', '--out', out, ...times);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stderr: '',
      stdout: `${out} holds pledges, known at position 300\n`,
    });
    const answer = await fetch(`${server.url}/views/pledges?${query}&download=xlsx`);
    expect(readFileSync(out).equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it('writes all events as CloudEvents, of as many pages as there are', async () => {
    const { code, stdout } = await auditing('export', 'events', '--known-at', '300');
    const events = JSON.parse(stdout) as readonly { sequence: string }[];
    const accept = 'application/cloudevents-batch+json';
    expect([code, events]).toEqual([0, JSON.parse(await textAt('/events?limit=1000&knownAt=300', { accept }))]);
    expect(events.map(({ sequence }) => Number(sequence))).toEqual(
      Array.from({ length: 300 }, (_, index) => index + 1),
    );
  });

  it.each([
    [['promises'], 'There is no view "promises"; there are activity'],
    [['pledges', '--format', 'xml'], 'Allowed choices are csv, ndjson, xlsx, cloudevents.'],
    [['pledges', '--format', 'cloudevents'], 'As cloudevents come events alone'],
    [['events', '--format', 'csv'], 'Events come as cloudevents alone; the view activity has a line for each'],
    [['pledges', '--as-of', 'soon'], 'asOf must be a date such as 2024-07-10'],
    [['pledges', '--out', '/no/such/folder/pledges.csv'], 'ENOENT: no such file or directory'],
    [[], "missing required argument 'what'"],
  ])('called with %j says what was wrong', async (args, message) => {
    expect(await auditing('export', ...args)).toMatchObject({
      ...{ code: 2, stdout: '', stderr: expect.stringContaining(message) as string },
    });
  });

  it('says that a ledger broke off, and leaves no part of a file', async () => {
    const breaking = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': 1_000_000 });
      response.write('key\n', () => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(breaking, 'listening');
    const url = `http://127.0.0.1:${(breaking.address() as AddressInfo).port}`;
    const out = join(scratch(), 'pledges.csv');
    const ended = await run('cli', env, 'audit', 'export', 'pledges', '--out', out, '--url', url);
    breaking.close();
    expect(ended).toMatchObject({
      ...{ code: 4, stdout: '' },
      stderr: 'The ledger broke off before the end: what came of it is a part. Run this again.\n',
    });
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });
});

it.each(['diff', 'export'])('npm run audit -- %s says that no ledger answers', async (command) => {
  const args = command === 'diff' ? ['--from', '1'] : ['pledges'];
  const { code, stdout, stderr } = await run('cli', env, 'audit', command, ...args, '--url', 'http://127.0.0.1:9');
  expect([code, stdout]).toEqual([4, '']);
  expect(stderr).toMatch(/^No ledger answers at http:\/\/127\.0\.0\.1:9 /);
});
