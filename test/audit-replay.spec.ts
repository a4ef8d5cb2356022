import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { build, launch, run, scratch, type Launched } from './support/launch.js';
import { openEngines } from './support/engines.js';

jest.setTimeout(120_000);

const dataDir = scratch();
const env = { DATA_DIR: dataDir };
let server: Launched;

/** What a replay prints as JSON, as far as it is looked at here. */
interface Report {
  readonly position: string;
  readonly time: string;
  readonly events: number;
  readonly digest: string;
  readonly ledger: string | null;
  readonly views: readonly { name: string; anew: View; ledger: View | null }[];
  readonly findings: readonly object[];
}
interface View {
  readonly position: string;
  readonly hash: string;
  readonly digest: string;
}

const replaying = (...args: string[]) => run('cli', env, 'audit', 'replay', '--url', server.url, ...args);
const reported = async (...args: string[]) => JSON.parse((await replaying('--json', ...args)).stdout) as Report;

/** A copy of the log as somebody left it who opened the file. */
function changed(name: string, ...statements: readonly string[]): string {
  const file = join(scratch(), `${name}.sqlite`);
  copyFileSync(join(dataDir, 'copy.sqlite'), file);
  const database = new DatabaseSync(file);
  for (const statement of statements) database.exec(statement);
  database.close();
  return file;
}

beforeAll(async () => {
  build();
  server = await launch(env);
  await run('cli', env, 'seed', 'ukraine', '--url', server.url);
  await run('cli', env, 'backup', join(dataDir, 'copy.sqlite'));
}, 180_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

describe('npm run audit -- replay', () => {
  it('finds nothing in a log that is as it was written, whose views are those of the ledger', async () => {
    const { code, stdout, stderr } = await replaying();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^sqlite:.*log\.sqlite: \d+ events in \d+ streams up to position \d+, known by 20[\d-]{8}T[\d:.]{12}Z$/,
      ),
      expect.stringMatching(/^SHA-256 of what they say: [0-9a-f]{64}$/),
      expect.stringMatching(/^(\d+) of \1 views folded anew are those of http:\/\/127\.0\.0\.1:\d+ at that position$/),
      ...['Nothing was found.', ''],
    ]);
  });

  it.each(['0', '57'])('folds up to position %s, and compares with what the ledger was there', async (until) => {
    const { position, events, views, findings } = await reported('--until', until);
    const differing = views.filter(
      ({ anew, ledger }) => JSON.stringify(anew) !== JSON.stringify({ ...anew, ...ledger }),
    );
    expect({ position, events, differing, findings }).toEqual({
      ...{ position: until, events: Number(until), differing: [], findings: [] },
    });
    expect(views.length).toBeGreaterThan(30);
  });

  it('takes a time for the position that the ledger takes it for', async () => {
    const { time } = await reported('--until', '57', '--no-ledger');
    const { position, ledger } = await reported('--until', time);
    const answer = await fetch(`${server.url}/views/pledges?limit=1&knownAt=${time}`);
    expect([position, ledger]).toEqual([answer.headers.get('known-at'), server.url]);
  });

  it('comes to the same from any copy of the log', async () => {
    const first = await reported('--until', '200');
    const copy = await reported('--until', '200', '--store', `sqlite:${join(dataDir, 'copy.sqlite')}`);
    expect([copy.digest, copy.views]).toEqual([first.digest, first.views]);
  });

  it('finds what follows from itself by a digest that was kept', async () => {
    const moment = ['--until', '100', '--no-ledger'];
    const { digest } = await reported(...moment);
    const file = changed(
      'kept',
      `update events set event = json_set(event, '$.metadata.by.party', 'XXX') where position = 9`,
    );
    const kept = ['--expect', digest];
    const [same, other] = [
      await reported(...moment, ...kept),
      await reported(...moment, ...kept, '--store', `sqlite:${file}`),
    ];
    expect([same.findings, other.findings]).toEqual([
      [],
      [{ position: '100', what: `the SHA-256 up to here was ${digest} when it was kept` }],
    ]);
  });

  it('needs no ledger to verify and to fold', async () => {
    const nowhere = ['--url', 'http://127.0.0.1:9'];
    const { code, stdout } = await run('cli', env, 'audit', 'replay', '--no-ledger', '--until', '200', ...nowhere);
    const [, , ...lines] = stdout.trim().split('\n');
    expect([code, lines.at(-1)]).toEqual([0, 'Nothing was found.']);
    expect(lines).toContainEqual(expect.stringMatching(/^pledges [0-9a-f]{64}$/));
  });

  it.each([
    [
      'what an event says',
      `update events set event = json_set(event, '$.data.title', 'Another') where position = 100`,
      [/^\S+, revision \d+, position 100: its id, \S+, does not follow from what it says$/],
    ],
    [
      'that an event is there',
      'delete from events where position = 100',
      [/^\S+, revision \d+, position 101: the log has nothing at position 100 before it$/],
    ],
    [
      'a revision',
      'update events set revision = revision + 1 where position = 100',
      [/^\S+, revision \d+, position 100: its stream goes on at revision \d+, and this is another$/],
    ],
    [
      'an event so that it cannot be read',
      'update events set event = substr(event, 1, 40) where position = 100',
      [/^position 99: the log cannot be read after this position: Unterminated string in JSON/],
    ],
  ])('finds that somebody changed %s in the file', async (_, statement, findings) => {
    const file = changed('changed', statement);
    const { code, stdout, stderr } = await replaying('--store', `sqlite:${file}`);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const lines = stdout.split('\n');
    for (const finding of findings) expect(lines).toContainEqual(expect.stringMatching(finding));
    expect(lines.at(-2)).toMatch(/^[1-9]\d* found\.$/);
  });

  it('finds the views that are otherwise in the ledger, also where each event follows from itself', async () => {
    const file = changed('other', `update events set event = json_set(event, '$.metadata.by.party', 'XXX')`);
    const { findings } = await reported('--store', `sqlite:${file}`);
    expect(findings).toContainEqual({
      view: 'activity',
      position: expect.any(String) as string,
      what: 'the ledger has other rows than the log makes',
    });
    expect(findings.filter((finding) => !('view' in finding))).toEqual([]);
  });

  it('finds that the log of the ledger ends before it should', async () => {
    const file = changed('short', 'delete from events where position > 100');
    const short = { ...env, EVENT_STORE_URL: `sqlite:${file}` };
    const { code, stdout } = await run('cli', short, 'audit', 'replay', '--url', server.url);
    expect(code).toBe(1);
    expect(stdout).toMatch(/\nthe ledger has come to position \d+, and the log ends at 100\n1 found\.\n$/);
  });

  it.each([
    [['--until', '999999'], '--until is 999999, and the log ends at position '],
    [['--until', 'soon'], 'It must be a position of the log, a date such as 2024-07-10'],
    [['--expect', 'abc'], 'It must be 64 hexadecimal digits, as replay prints them.'],
    [['--store', 'x'], 'It must be sqlite:<file>'],
    [['--store', 'sqlite:no-such-log'], 'no-such-log: there is no such file.'],
    [['--store', `sqlite:${import.meta.filename}`], 'file is not a database'],
    [['--fast'], "unknown option '--fast'"],
    [['--token', 'nonsense'], 'Give --token, or DATA_DIR as the server has it.'],
  ])('called wrongly says what was wrong: %j', async (args, message) => {
    expect(await replaying(...args)).toMatchObject({
      ...{ code: 2, stdout: '', stderr: expect.stringContaining(message) as string },
    });
  });

  it('says that a token is of none who may ask', async () => {
    const { stdout: token } = await run('cli', env, 'token', '--party', 'DEU', '--role', 'operator');
    expect(await replaying('--token', token.trim())).toMatchObject({
      ...{ code: 2, stdout: '', stderr: 'What all views come to is for the roles coordinator, auditor.\n' },
    });
  });

  it('says that no ledger answers, before it does anything else', async () => {
    const { code, stdout, stderr } = await run('cli', env, 'audit', 'replay', '--url', 'http://127.0.0.1:9');
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toMatch(
      /^No ledger answers at http:\/\/127\.0\.0\.1:9 \(.*\)\. Start it with npm start, or say where it is with --url\.\n$/,
    );
  });

  it('without a command says which there are', async () => {
    const { code, stdout, stderr } = await run('cli', env, 'audit');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('replay');
  });
});

describe('npm run audit -- replay, on servers', () => {
  it('folds a log of EventStoreDB and comes to what PostgreSQL has, as SQLite and PGlite do', async () => {
    const engines = await openEngines();
    const place = { DATA_DIR: scratch(), WORKER: 'inside', ...(await engines.place()) };
    const shared = await launch(place);
    try {
      await run('cli', place, 'seed', 'ukraine', '--url', shared.url);
      const { code, stdout, stderr } = await run('cli', place, 'audit', 'replay', '--url', shared.url);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^esdb:.*: \d{3} events in \d+ streams/);
      expect(stdout).toMatch(
        /\n(\d+) of \1 views folded anew are those of \S+ at that position\nNothing was found\.\n$/,
      );
      await engines.log.stop();
      const away = await run('cli', place, 'audit', 'replay', '--no-ledger');
      expect([away.code, away.stdout]).toEqual([4, '']);
      expect(away.stderr).toMatch(/Run this again when the log can be read\.\n$/);
    } finally {
      shared.kill('SIGKILL');
      await shared.ended;
      await engines.close();
    }
  });
});
