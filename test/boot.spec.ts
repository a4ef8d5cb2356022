import { createServer } from 'node:net';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalIssuer } from '#platform';
import { openSqliteStore } from '#stores';
import { build, launch, run, scratch } from './support/launch.js';
import { load } from './support/load.js';

const directories: string[] = [];
const dataDir = () => {
  const directory = scratch();
  directories.push(directory);
  return directory;
};
const tokenOf = async (directory: string) =>
  (await LocalIssuer.in(directory)).issue({ subject: 'boot', party: 'DEU', roles: ['operator'], ttl: '1h' });

beforeAll(build, 120_000);
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});
jest.setTimeout(60_000);

describe('the start', () => {
  it('names every wrong variable at once, a line each', async () => {
    const { code, stdout, stderr } = await run('api', {
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      BODY_LIMIT: '-1',
      EVENT_STORE_URL: 'kafka://localhost:2113',
      DATABASE_URL: 'mysql://localhost/steadfast',
      OIDC_ISSUER: 'https://login.example.org',
    });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['PORT', 'EVENT_STORE_URL', 'DATABASE_URL', 'LOG_LEVEL', 'BODY_LIMIT', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL']);
    expect(stderr).toContain('"kafka://localhost:2113" is wrong; expected sqlite:<file>, memory:');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('says in one line that the port is in use', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const { code, stderr } = await run('api', { PORT: String(port), DATA_DIR: dataDir() });
    holder.close();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} on 127.0.0.1 is in use; set PORT to a free one.\n`,
    });
  });

  it('says in one line that the data directory cannot be written', async () => {
    const file = join(dataDir(), 'a-file');
    writeFileSync(file, '');
    const { code, stderr } = await run('api', { PORT: '0', DATA_DIR: join(file, 'data') });
    expect({ code, lines: stderr.trim().split('\n').length, stderr }).toEqual({
      code: 1,
      lines: 1,
      stderr: expect.stringMatching(/^DATA_DIR: cannot write to ".*" \(ENOTDIR\); set DATA_DIR/) as string,
    });
  });

  it('says in one line that the log is held by another process', async () => {
    const directory = dataDir();
    const first = await launch({ DATA_DIR: directory });
    const { code, stderr } = await run('api', { PORT: '0', DATA_DIR: directory });
    first.kill('SIGTERM');
    await first.ended;
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(stderr).toMatch(/^EVENT_STORE_URL: /);
  });

  it('prints its address, the page of its API and a command to try, whose token is good', async () => {
    const server = await launch({ DATA_DIR: dataDir() });
    const page = await fetch(`${server.url}/docs`);
    server.kill('SIGTERM');
    const { code, stdout } = await server.ended;
    expect({ code, page: page.status }).toEqual({ code: 0, page: 200 });
    expect(stdout).toMatch(/^listening +\d+ ms$/m);
    expect(stdout).toContain(`Steadfast answers at ${server.url}`);
    expect(stdout).toContain(`${server.url}/docs`);
    expect(stdout).toMatch(/curl .*\/commands\/MakePledge -H 'Authorization: Bearer [\w.-]+'/);
  });
});

describe('the local issuer', () => {
  it('prints a token that the server takes, and nothing else', async () => {
    const directory = dataDir();
    const { stdout, stderr } = await run(
      'cli',
      { DATA_DIR: directory },
      'token',
      '--party',
      'DEU',
      '--role',
      'operator',
    );
    expect({ stdout, stderr }).toEqual({
      stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/) as string,
      stderr: '',
    });
    const server = await launch({ DATA_DIR: directory });
    const sent = load(server.url, stdout.trim(), 1, 'token');
    await sent.until(1);
    sent.stop();
    await sent.over;
    server.kill('SIGTERM');
    await server.ended;
    expect(sent.refused).toEqual([]);
  });

  it('keeps its key to itself', async () => {
    const directory = dataDir();
    await LocalIssuer.in(directory);
    expect(statSync(join(directory, 'issuer.jwk.json')).mode & 0o777).toBe(0o600);
  });

  it('refuses a party that is none, in words', async () => {
    const { code, stdout, stderr } = await run(
      'cli',
      { DATA_DIR: dataDir() },
      'token',
      '--party',
      'de',
      '--role',
      'operator',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('It must be a party code, such as DEU or NATO.');
  });
});

describe('SIGTERM', () => {
  it('under load finishes what is in flight, loses nothing and ends with 0', async () => {
    const directory = dataDir();
    const server = await launch({ DATA_DIR: directory });
    const sent = load(server.url, await tokenOf(directory), 64, 'term');
    await sent.until(300);
    const before = performance.now();
    server.kill('SIGTERM');
    const { code, stderr } = await server.ended;
    const took = performance.now() - before;
    await sent.over;
    expect({ code, stderr, refused: sent.refused }).toEqual({ code: 0, stderr: '', refused: [] });
    expect(took).toBeLessThan(8_000);
    const store = openSqliteStore(join(directory, 'log.sqlite'));
    const events = await store.readAll(0n, Number.MAX_SAFE_INTEGER);
    await store.close();
    const logged = new Map(events.map(({ stream, position }) => [stream.slice('pledge-'.length), position]));
    expect(logged.size).toBe(events.length);
    expect(new Map([...sent.acknowledged].map(([id]) => [id, logged.get(id)]))).toEqual(sent.acknowledged);
  });

  it('is not held up by those who listen to the feed', async () => {
    const server = await launch({ DATA_DIR: dataDir() });
    const feed = await fetch(`${server.url}/feed`);
    const before = performance.now();
    server.kill('SIGTERM');
    const [{ code }] = await Promise.all([server.ended, feed.text().catch(() => 'cut off')]);
    expect({ status: feed.status, code }).toEqual({ status: 200, code: 0 });
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});
