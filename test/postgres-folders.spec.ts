import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { administer } from '#testing';
import { newFolder, sweep } from '../libs/testing/src/postgres-folders.js';

jest.setTimeout(60_000);

const foldersOf = (pid: number | undefined) =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`steadfast-postgres-${pid}-`));

/** A process that has started a server, and the address of a database on it. */
async function leaving() {
  const script = [resolve('test/support/typescript.ts'), resolve('test/support/leave-postgres.ts')] as const;
  const env = { ...process.env, TEST_DATABASE_URL: '' };
  const child = spawn(process.execPath, ['--import', ...script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, address: String(address).trim() };
}

describe('a PostgreSQL that a test has started and never closed', () => {
  it('runs on while its process does, and goes with its folder once that was killed and another is started', async () => {
    const { child, address } = await leaving();
    await sweep();
    expect(await administer(address, 'select 1 as one')).toEqual([{ one: 1 }]);
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
    expect(foldersOf(child.pid)).toHaveLength(1);
    await sweep();
    expect(foldersOf(child.pid)).toEqual([]);
    await expect(administer(address, 'select 1 as one')).rejects.toThrow('ECONNREFUSED');
  });

  it('goes with its folder where an earlier spec left it in the same process', async () => {
    const [own, earlier] = [newFolder(), join(tmpdir(), `steadfast-postgres-${process.pid}-${crypto.randomUUID()}`)];
    for (const folder of [own, earlier]) mkdirSync(folder);
    await sweep();
    expect([existsSync(own), existsSync(earlier)]).toEqual([true, false]);
    rmSync(own, { recursive: true });
  });

  it('stays where another process has its number', async () => {
    const folder = join(tmpdir(), `steadfast-postgres-${process.pid}-${crypto.randomUUID()}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n`);
    await sweep();
    expect(existsSync(folder)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
