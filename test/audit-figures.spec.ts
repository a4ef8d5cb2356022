import { join } from 'node:path';
import { build, launch, run, scratch, type Launched } from './support/launch.js';

jest.setTimeout(120_000);

const env = { DATA_DIR: scratch() };
let server: Launched;

const auditing = (...args: string[]) => run('cli', env, 'audit', ...args, '--url', server.url);

beforeAll(async () => {
  build();
  server = await launch(env);
  await run('cli', env, 'seed', 'ukraine', '--url', server.url);
  const sample = join(import.meta.dirname, 'fixtures/kiel-sample.csv');
  const { code } = await run('cli', env, 'import', 'kiel', sample, '--release', 'r18', '--url', server.url);
  expect(code).toBe(0);
}, 180_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

describe('npm run audit -- controls', () => {
  it('says what passes and what does not, and ends accordingly', async () => {
    const { code, stdout, stderr } = await auditing('controls');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^16 controls as of 20\S+Z, known at position \d+\n/);
    expect(stdout).toContain('\npasses  approvedOwnProposal: no corrections approved by whoever proposed them (R33)\n');
    expect(stdout).toMatch(
      /\n1 found {2}allocationAboveCommitment: pledges with more allocated than committed \(R2\)\n {4}\/questions\/controls\?asOf=\S+&knownAt=\d+&explain=allocationAboveCommitment\n/,
    );
    expect(stdout).toMatch(/\n\d+ of 16 do not pass\.\n$/);
  });

  it('all pass where nothing is known yet, at any times that it is given', async () => {
    const { code, stdout } = await auditing('controls', '--known-at', '0', '--as-of', '2022-03-01');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^16 controls as of 2022-03-01T23:59:59\.999Z, known at position 0\n(passes .*\n){16}All pass\.\n$/,
    );
  });

  it('are the answer of the ledger as JSON', async () => {
    const asked = ['--known-at', '100', '--as-of', '2025-01-01'];
    const { code, stdout } = await auditing('controls', ...asked, '--json');
    const answer = await fetch(`${server.url}/questions/controls?knownAt=100&asOf=2025-01-01`);
    const expected = (await answer.json()) as { rows: readonly { pass: boolean }[] };
    const links = (text: string) => JSON.parse(text.replace(/\?[^"]*explain=/g, '?')) as object;
    expect([code, links(stdout)]).toEqual([
      expected.rows.every(({ pass }) => pass) ? 0 : 1,
      links(JSON.stringify(expected)),
    ]);
  });
});

describe('npm run audit -- explain', () => {
  const TOTALS = '/questions/totals?measure=pledged&by=donor&donor=DEU,USA&in=USD&rates=kiel-r18';

  interface Figure {
    readonly donor?: string;
    readonly amount: string;
    readonly explain: string;
  }
  const figure = async (): Promise<Figure> => {
    const answer = (await (await fetch(server.url + TOTALS)).json()) as { rows: readonly Figure[] };
    return answer.rows[0]!;
  };

  it('lists the rows and events behind a figure, which add up to it', async () => {
    const { donor, amount, explain } = await figure();
    const { code, stdout, stderr } = await auditing('explain', explain);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, said, ...lines] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^totals, pledged\S+: \d+ rows? of pledges as of 20\S+Z, known at position \d+$/);
    expect(said).toContain(`the figure: donor ${donor}, measure pledged, rates kiel-r18, amount ${amount}`);
    expect(lines.at(-1)).toBe(`They add up to ${String(Number(amount))}: that is the figure.`);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^ {4}\d+ PledgeMade in pledge-\S+, revision 0, true 20\S+Z, recorded 20\S+Z (reported )?by \S+ for \S+$/,
      ),
    );
  });

  it('as JSON has all that the ledger says of it, from all pages', async () => {
    const link = `${server.url}/questions/controls?explain=learntOver90DaysLate`;
    const { code, stdout } = await auditing('explain', link, '--json');
    const { count, rows, figures, findings } = JSON.parse(stdout) as Readonly<Record<string, unknown[]>>;
    expect([code, rows?.length, findings]).toEqual([0, count, []]);
    expect(figures).toEqual([expect.objectContaining({ control: 'learntOver90DaysLate', exceptions: count })]);
  });

  it.each([
    [['/views/pledges'], '/views/pledges leads to no figure: take the text of "explain" in an answer'],
    [['/questions/controls'], 'leads to no figure'],
    [['http://[/questions'], 'is neither the name of a view nor the address of a view or question'],
    [['/questions/controls?explain=nonsense'], 'has no figure "nonsense"'],
    [['/questions/nonsense?explain=any'], 'There is no question "nonsense"'],
    [
      ['https://elsewhere.example/questions/controls?explain=taskWithoutOwner'],
      'is of another ledger than http://127.0.0.1',
    ],
    [[], "missing required argument 'link'"],
  ])('called with %j says what was wrong', async (args, message) => {
    expect(await auditing('explain', ...args)).toMatchObject({
      ...{ code: 2, stdout: '', stderr: expect.stringContaining(message) as string },
    });
  });

  it.each(['explain', 'controls'])('%s says that no ledger answers', async (command) => {
    const link = command === 'explain' ? ['/questions/controls?explain=taskWithoutOwner'] : [];
    const { code, stdout, stderr } = await run('cli', env, 'audit', command, ...link, '--url', 'http://127.0.0.1:9');
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/^No ledger answers at http:\/\/127\.0\.0\.1:9 /);
  });
});
