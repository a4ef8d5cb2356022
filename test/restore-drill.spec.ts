import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalIssuer, systemClock } from '#platform';
import { openReadSide, pgliteAt } from '#read-side';
import { openSqliteReader, upTo } from '#stores';
import { questions, views } from '#views';
import { build, launch, run, scratch } from './support/launch.js';
import { load } from './support/load.js';

const directory = scratch();
const original = join(directory, 'original');
const elsewhere = join(directory, 'elsewhere');
const copy = join(directory, 'copy.sqlite');

beforeAll(build, 120_000);
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** What every view comes to, folded anew from a log up to a position. */
async function digestsOf(file: string, position: bigint): Promise<Readonly<Record<string, string>>> {
  const store = openSqliteReader(file);
  const now = () => systemClock.now();
  const readSide = await openReadSide({
    ...{ store: upTo(store, position), views, questions, now, log: fail },
    database: pgliteAt('pglite:', { log: fail }),
  });
  await readSide.waitFor(position, 60_000);
  const digests: Record<string, string> = {};
  for (const { name } of views) digests[name] = await readSide.digest(name);
  await readSide.close();
  await store.close();
  return digests;
}

function fail(line: string): never {
  throw new Error(line);
}

jest.setTimeout(180_000);

describe('a backup under load, restored elsewhere', () => {
  it('holds all that was acknowledged before, and its views are those of the original', async () => {
    const server = await launch({ DATA_DIR: original });
    const issuer = await LocalIssuer.in(original);
    const token = await issuer.issue({ subject: 'drill', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const sent = load(server.url, token, 16, 'drill');
    await sent.until(500);
    const before = Math.max(...[...sent.acknowledged.values()].map(Number));
    const { code, stdout, stderr } = await run('cli', { DATA_DIR: original }, 'backup', copy);
    await sent.until(100);
    sent.stop();
    await sent.over;
    server.kill('SIGTERM');
    await server.ended;
    expect({ code, stderr, refused: sent.refused }).toEqual({ code: 0, stderr: '', refused: [] });
    const position = BigInt(/^.* holds the log up to position (\d+)\n$/.exec(stdout)?.[1] ?? '-1');
    expect(Number(position)).toBeGreaterThanOrEqual(before);

    mkdirSync(elsewhere);
    copyFileSync(copy, join(elsewhere, 'log.sqlite'));
    copyFileSync(join(original, 'issuer.jwk.json'), join(elsewhere, 'issuer.jwk.json'));
    const restored = await launch({ DATA_DIR: elsewhere });
    const answer = await fetch(`${restored.url}/views/pledges/drill-1`, {
      headers: { 'read-after': String(position) },
    });
    const more = load(restored.url, token, 1, 'restored');
    await more.until(1);
    more.stop();
    await more.over;
    restored.kill('SIGTERM');
    await restored.ended;
    expect({ status: answer.status, refused: more.refused }).toEqual({ status: 200, refused: [] });
    expect(Math.min(...[...more.acknowledged.values()].map(Number))).toBe(Number(position) + 1);
    expect(await digestsOf(join(elsewhere, 'log.sqlite'), position)).toEqual(
      await digestsOf(join(original, 'log.sqlite'), position),
    );
  });

  it('is refused where the file is there already, in a line', async () => {
    expect(existsSync(copy)).toBe(true);
    const { code, stdout, stderr } = await run('cli', { DATA_DIR: original }, 'backup', copy);
    expect({ code, stdout, stderr }).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: `cannot back up to ${copy}: there is such a file; name another\n`,
    });
  });

  it('is refused for a log that is not on SQLite', async () => {
    const { code, stderr } = await run('cli', { EVENT_STORE_URL: 'memory:' }, 'backup', join(directory, 'none.sqlite'));
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^EVENT_STORE_URL: .*\n$/) as string });
  });
});
