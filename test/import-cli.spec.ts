import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, launch, run, scratch, type Launched } from './support/launch.js';

const sample = join(import.meta.dirname, 'fixtures/kiel-sample.csv');
jest.setTimeout(60_000);

const dataDir = scratch();
const env = { DATA_DIR: dataDir };
let server: Launched;

beforeAll(async () => {
  build();
  server = await launch(env);
}, 120_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

const importing = (...args: string[]) => run('cli', env, 'import', ...args, '--url', server.url);

describe('npm run import', () => {
  it('ends with one line on standard output, and plain lines of progress beside it', async () => {
    const { code, stdout, stderr } = await importing('kiel', sample, '--release', 'c1');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '15 rows: 15 added, 0 unchanged, 2 breaches\n' });
    expect(stderr).toMatch(/^15 of 15 rows, [\d,]+ rows\/s, 0 s left\n$/m);
  });

  it('adds nothing the second time', async () => {
    const { code, stdout } = await importing('kiel', sample, '--release', 'c1');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '15 rows: 0 added, 15 unchanged, 2 breaches\n' });
  });

  it('lists rows it cannot read, and ends badly unless that is allowed', async () => {
    const file = join(scratch(), 'odd.csv');
    writeFileSync(file, readFileSync(sample, 'utf8').replace('EIF901,European Investment Bank', 'EIF901,Atlantis'));
    const refused = await importing('kiel', file, '--release', 'c2');
    expect([refused.code, refused.stdout]).toEqual([1, '15 rows: 14 added, 0 unchanged, 2 breaches, 1 rejects\n']);
    expect(refused.stderr).toContain(`${file}: row 11, column "Countries": "Atlantis" is no donor that is known\n`);
    const allowed = await importing('kiel', file, '--release', 'c2', '--allow-rejects');
    expect([allowed.code, allowed.stdout]).toEqual([0, '15 rows: 0 added, 14 unchanged, 2 breaches, 1 rejects\n']);
  });

  it('takes the token that it is given', async () => {
    const ours = await run('cli', env, 'token', '--party', 'UDCG', '--role', 'historian');
    const elsewhere = { DATA_DIR: scratch() };
    const args = ['import', 'kiel', sample, '--release', 'c1', '--url', server.url];
    expect((await run('cli', elsewhere, ...args, '--token', ours.stdout.trim())).code).toBe(0);
    expect((await run('cli', { ...elsewhere, STEADFAST_TOKEN: ours.stdout.trim() }, ...args)).code).toBe(0);
    const { code, stderr } = await run('cli', elsewhere, ...args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/Give --token, or DATA_DIR as the server has it\.\n$/)]);
  });

  it.each([
    [['kiel', 'no-such-file.csv', '--release', 'r1'], 2, 'no-such-file.csv cannot be read (ENOENT).'],
    [['kiel', sample], 2, "required option '--release <name>' not specified"],
    [['kiel', '--release', 'r1'], 2, "missing required argument 'file'"],
    [['kiel', sample, '--release', '../r1'], 2, 'such as r18'],
    [['kiel', sample, '--release', 'r1', '--dry'], 2, "unknown option '--dry'"],
    [
      ['oecd', sample, '--release', 'r1'],
      2,
      'There is no format "oecd"; there is kiel, kiel-rates, kiel-prices, kiel-corrections.',
    ],
    [['kiel', import.meta.filename, '--release', 'r1'], 1, 'The header has no column "ID", "Countries"'],
  ])('says what was wrong: %j', async (args, code, message) => {
    const ended = await importing(...args);
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) as string });
  });

  it('says so where no ledger answers', async () => {
    const ended = await run('cli', env, 'import', 'kiel', sample, '--release', 'r1', '--url', 'http://127.0.0.1:9');
    expect(ended).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/^No ledger answers at http:\/\/127\.0\.0\.1:9 /) as string,
    });
  });
});
