import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUpSqlite } from './back-up.js';

const directory = mkdtempSync(join(tmpdir(), 'steadfast-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('a backup of the log', () => {
  it('is refused where there is no log, and leaves nothing behind', async () => {
    const copy = join(directory, 'copy.sqlite');
    await expect(backUpSqlite(join(directory, 'none.sqlite'), copy)).rejects.toThrow('there is no such file');
    expect(existsSync(copy)).toBe(false);
  });

  it('overwrites nothing', async () => {
    const copy = join(directory, 'last-week.sqlite');
    writeFileSync(copy, 'precious');
    await expect(backUpSqlite(join(directory, 'log.sqlite'), copy)).rejects.toThrow(
      'there is such a file; name another',
    );
  });
});
