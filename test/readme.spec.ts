import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { openSqliteStore } from '#stores';
import { build, freePort, scratch } from './support/launch.js';
import { anchorsIn, documents, relativeLinks, shellBlocks } from './support/markdown.js';

const root = join(import.meta.dirname, '..');
const dataDir = scratch();
const blocks = documents.flatMap((document) => shellBlocks(document));

/** What CI runs itself, and so is not run from within it; `npm start` stands for the server that these specs talk to. */
const ofCi = ['npm ci && npm start', 'npm ci && npm test', 'npm run check', 'npm run bench'];

/** What a block of shell must show, by how it begins. */
const runs: Readonly<Record<string, (shown: readonly string[]) => void>> = {
  'TOKEN=$(npm run -s token': ([receipt, row, before, ...rest]) => {
    expect(JSON.parse(receipt!)).toMatchObject({
      stream: 'pledge-patriot-1',
      revision: 0,
      events: [{ type: 'PledgeMade', data: { donor: 'DEU', title: 'A Patriot battery' } }],
    });
    expect(JSON.parse(row!)).toMatchObject({
      view: 'pledges',
      key: 'patriot-1',
      row: { donor: 'DEU', made: '1000000000', currency: 'EUR', status: 'made' },
    });
    expect(JSON.parse(before!)).toMatchObject({ status: 404, code: 'UnknownKey', key: 'patriot-1' });
    expect(rest).toEqual([]);
  },
  'npm run -s import -- kiel <file.csv>': ([summary, totals, ...rest]) => {
    expect(summary).toBe('3 rows: 3 added, 0 unchanged, 0 breaches');
    expect(JSON.parse(totals!)).toMatchObject({
      rows: [
        { donor: 'AUS', amount: '5000000.00' },
        { donor: 'SWE', amount: '1000.00' },
        { donor: 'DEU', amount: '100.50' },
      ],
    });
    expect(rest).toEqual([]);
  },
  'npm run -s import -- kiel <earlier.csv>': (summaries) => {
    expect(summaries).toEqual([
      '5 rows: 5 added, 0 unchanged, 0 breaches',
      '4 rows: 4 added, 0 unchanged, 0 breaches',
      '2 rows: 2 added, 0 unchanged, 0 breaches',
      '3 rows: 3 added, 0 unchanged, 0 breaches',
    ]);
  },
  "curl -sSw '\\n' 'http://127.0.0.1:3000/questions/releases": ([releases, ...rest]) => {
    expect(JSON.parse(releases!)).toMatchObject({
      ...{ source: 'kiel', from: 'r07', to: 'r18', activities: 6 },
      rows: [
        { donor: 'AUS', course: 'gone', from: { amount: '10000000.00' } },
        { donor: 'AUS', course: 'new' },
        { donor: 'DEU', course: 'new' },
        { donor: 'EST', course: 'gone' },
        { donor: 'SWE', course: 'new' },
        { donor: 'USA', course: 'gone', from: { amount: '100.00' } },
      ],
    });
    expect(rest).toEqual([]);
  },
  'npm run -s generate': ([summary, ...rest]) => {
    expect(summary).toMatch(/generated\.sqlite: 2,\d{3} events, \d+ commands refused$/);
    expect(rest).toEqual([]);
  },
  "curl -sSw '\\n' 'http://127.0.0.1:3000/views/pledges?donor=AUS": ([pledges, made, ...rest]) => {
    expect(JSON.parse(pledges!)).toMatchObject({
      asOf: '2022-12-31T23:59:59.999Z',
      rows: [
        { key: 'kiel-r07-AUM901', row: { made: '16000000', delivered: '4800000' } },
        { key: 'kiel-r18-AUM1', row: { allocated: '8000000', delivered: '0' } },
      ],
    });
    expect(JSON.parse(made!)).toMatchObject({
      rows: [
        { adds: expect.stringMatching(/^5000000\.0*$/) as string, events: [{ data: { allocationId: 'AUM1_1' } }] },
      ],
    });
    expect(rest).toEqual([]);
  },
  "curl -sSw '\\n' 'http://127.0.0.1:3000/diff/": ([rows, figures, ...rest]) => {
    expect(JSON.parse(rows!)).toMatchObject({
      view: 'chair',
      rows: [
        {
          ...{ key: 'udcg', change: 'changed', before: { row: { status: 'vacant' } } },
          after: { row: { parties: ['GBR', 'DEU'] } },
          events: [{ data: { from: [], to: ['GBR'] } }, { data: { from: ['GBR'], to: ['GBR', 'DEU'] } }],
        },
      ],
    });
    const changes = (JSON.parse(figures!) as { rows: { at: string[]; difference: object | null }[] }).rows;
    expect(changes.find(({ at: [part] }) => part === 'totals')).toMatchObject({
      before: { amount: '5000000.00' },
      after: { amount: '676001100.50' },
      difference: { amount: '671001100.50', count: 3 },
    });
    expect(rest).toEqual([]);
  },
  "curl -sSw '\\n' 'http://127.0.0.1:3000/questions/donors": ([donors, figures, ...rest]) => {
    expect(JSON.parse(donors!)).toMatchObject({
      ...{ gdp: 'world-bank-2021', gdpYear: 2021 },
      rows: [{ donor: 'DEU', gdp: { amount: '4365820341520.26' }, shareOfGdp: { allocated: { percent: '0.0000' } } }],
    });
    expect(JSON.parse(figures!)).toMatchObject({ rows: [{ row: { party: 'EST', year: 2021, currency: 'USD' } }] });
    expect(rest).toEqual([]);
  },
  "curl -sSw '\\n' 'http://127.0.0.1:3000/questions/contested-figures": ([contested, ...rest]) => {
    const contradictions = (JSON.parse(contested!) as { rows: { subject: string }[] }).rows;
    expect(contradictions.find(({ subject }) => subject === 'purl.package1')).toMatchObject({
      ...{ field: 'value', status: 'open', values: ['EUR 500m', 'USD 500m'], chosen: null },
    });
    expect(rest).toEqual([]);
  },
  'curl -sN --max-time 5': (sent) => {
    expect(sent.slice(0, 5)).toEqual(['retry: 2000', '', 'id: 0', '', expect.stringMatching(/^id: \d+$/)]);
    expect(JSON.parse(sent[5]!.slice('data: '.length))).toMatchObject({
      view: 'chair',
      event: { type: 'ChairAppointed' },
      rows: [{ key: 'udcg', change: 'added', before: null, after: { row: { parties: ['USA'] } } }],
    });
  },
  'npm run -s seed': ([summary, chair, ...rest]) => {
    expect(summary).toMatch(/^ukraine: \d+ facts, \d+ added, \d+ unchanged, 0 refused$/);
    expect(JSON.parse(chair!)).toMatchObject({ view: 'chair', key: 'udcg', row: { status: 'vacant', parties: [] } });
    expect(rest).toEqual([]);
  },
  'npm run -s migrate-store': ([summary, ...rest]) => {
    expect(summary).toMatch(
      /^0 events: 0 added, 0 there before; the same events in the same order and \d+ views alike$/,
    );
    expect(rest).toEqual([]);
  },
  'npm run -s audit -- replay': (shown) => {
    expect(shown.slice(0, 4)).toEqual([
      expect.stringMatching(/log\.sqlite: [\d,]+ events in [\d,]+ streams up to position [1-9]\d*, known by /),
      expect.stringMatching(/^SHA-256 of what they say: [0-9a-f]{64}$/),
      expect.stringMatching(/^(\d+) of \1 views folded anew are those of /),
      'Nothing was found.',
    ]);
    expect(JSON.parse(shown.slice(4).join('\n'))).toMatchObject({
      position: '1',
      events: 1,
      ledger: null,
      findings: [],
    });
  },
  'npm run -s audit -- explain': (shown) => {
    expect(shown[0]).toMatch(
      /^controls, learntOver90DaysLate: [\d,]+ rows? of activity as of \S+, known at position [1-9]\d*$/,
    );
    expect(shown.at(-1)).toMatch(/^They add up to \d+: that is the figure\.$/);
  },
  'npm run -s audit -- controls': (shown) => {
    expect([shown.length, shown.at(-1)]).toEqual([18, 'All pass.']);
  },
  'npm run -s audit -- diff': (shown) => {
    expect(shown.slice(2)).toEqual([
      'added pledges first',
      expect.stringMatching(
        /^ {4}1 PledgeMade in pledge-first, revision 0, true \S+, recorded \S+ by welcome for DEU$/,
      ),
      ...['1 differ.', 'They differ.'],
    ]);
  },
  'npm run -s audit -- export': (shown) => {
    const events = shown.indexOf('[');
    expect(shown.slice(0, 4).map((line) => line.trimEnd())).toEqual([
      '# view: pledges',
      ...Array<unknown>(2).fill(expect.any(String)),
      '# position: 1',
    ]);
    expect(JSON.parse(shown.slice(events).join('\n'))).toEqual([expect.objectContaining({ sequence: '1' })]);
  },
  'npm run -s backup': ([summary, ...audited]) => {
    expect(summary).toMatch(/backup\.sqlite holds the log up to position [1-9]\d*$/);
    expect(audited.slice(2)).toEqual([
      expect.stringMatching(/^(\d+) of \1 views folded anew are those of /),
      'Nothing was found.',
    ]);
  },
  'npm run -s certificates': (shown) => {
    expect(shown).toEqual([`${join(dataDir, 'certificates')} holds ca/ca.crt and node/; keep ca.key elsewhere`]);
  },
  'npm run -s http-environment': ([written, ...rest]) => {
    expect(written).toMatch(/^test\/clients\/http-client\.private\.env\.json: .* tokens of \d+ actors$/);
    expect(rest).toEqual([]);
  },
  'mkdir <elsewhere>': (shown) => {
    expect(shown).toEqual(['']);
    expect(readdirSync(join(dataDir, 'elsewhere')).toSorted()).toEqual(['issuer.jwk.json', 'log.sqlite']);
  },
};

/** What stands in the documentation for a file of the reader's own. */
const files: Readonly<Record<string, () => string>> = {
  '<file.csv>': trackerFile,
  '<earlier.csv>': () => join(root, 'test/fixtures/kiel-r07-sample.csv'),
  '<rates.csv>': () => written('rates.csv', 'xlsx_row,,,', '2,,Currency,1 EUR', '3,,EUR,1', '4,,USD,0.98', SOURCE),
  '<prices.csv>': () => written('prices.csv', 'xlsx_row,Item,Unit Price,Currency', '2,Helmet,250.5,USD', '3,Fuse,.,.'),
  '<corrections.csv>': () =>
    written('corrections.csv', '2,,Updates,,', '4,,"Release 7 (until October 3, 2022)",,', '6,,Norway gave more.,,'),
  '<generated.sqlite>': () => join(dataDir, 'generated.sqlite'),
  '<log>': () => emptyLog(join(dataDir, 'moved.sqlite')),
  '<copy>': () => join(dataDir, 'copy.sqlite'),
  '<backup.sqlite>': () => join(dataDir, 'backup.sqlite'),
  '<elsewhere>': () => join(dataDir, 'elsewhere'),
  '<data>': () => dataDir,
  '<certificates>': () => join(dataDir, 'certificates'),
};

function emptyLog(file: string): string {
  void openSqliteStore(file).close();
  return file;
}

/** What no test has, by what a block is marked with for all to see; each of its commands must then be one that needs it. */
const lacking: Readonly<Record<string, RegExp>> = {
  'Needs Docker, so no test runs it:': /^docker /,
  'Needs Kubernetes, so no test runs it:': /^kubectl /,
};

type Plan = ((shown: readonly string[]) => void) | 'ci' | 'lacking';

/** What is to be done with a block: it is checked when it has run, or it is CI's own, or needs what CI lacks. Throws for any other. */
function plan({ document, line, text, under }: (typeof blocks)[number]): Plan {
  if (under in lacking && commands(text).every((command) => lacking[under]!.test(command))) return 'lacking';
  if (commands(text).every((command) => ofCi.includes(command))) return 'ci';
  const begin = Object.keys(runs).find((one) => text.startsWith(one));
  if (begin === undefined) throw new Error(`nothing runs the shell in ${document}, line ${line}:\n${text}`);
  return runs[begin]!;
}

function commands(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\s+#.*$/, ''));
}

interface Shown {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A shell as a user has it: the machine's own npm, the data directory and port by the variables that configure them. */
function shell(text: string, port: number) {
  const path = process.env.PATH?.split(delimiter).filter((part) => !part.includes('node_modules')) ?? [];
  const env = { HOME: process.env.HOME, PATH: path.join(delimiter), DATA_DIR: dataDir, PORT: String(port) };
  const child = spawn('sh', ['-c', text.replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`)], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  const ended = new Promise<Shown>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
  return { child, ended, shown: () => stdout };
}

const SOURCE = '6,,"Source: ECB (October 6, 2022).",';

function written(name: string, ...lines: readonly string[]): string {
  const file = join(dataDir, name);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return file;
}

/** A file of the tracker with a few rows, as the importer takes it. */
function trackerFile(): string {
  const values = (row: Readonly<Record<string, string>>) => columns.map((column) => row[column] ?? '').join(',');
  return written('tracker.csv', columns.join(','), ...trackerRows.map(values));
}

const shared = {
  ...{ 'Type of Aid General': 'Military', 'Type of donation': 'Allocation', Explanation: 'A sample' },
  'Source of Aid 1': 'https://example.org/statement',
};
const trackerRows = [
  {
    ...{ ...shared, ID: 'AUM1', Countries: 'Australia', 'Announcement Date': '2022-03-01', 'Allocation ID': 'AUM1_1' },
    ...{ 'Original Currency': 'AUD', 'Allocated Total': '8000000', 'Allocated Total in EUR': '5000000' },
  },
  {
    ...{ ...shared, ID: 'DEM1', Countries: 'Germany', 'Announcement Date': '2023-02-01', 'Allocation ID': 'DEM1_1' },
    ...{ 'Original Currency': 'EUR', 'Allocated Total': '100.5', 'Allocated Total in EUR': '100.5' },
  },
  {
    ...{ ...shared, ID: 'SWM1', Countries: 'Sweden', 'Announcement Date': '2023-03-01', 'Allocation ID': 'SWM1_1' },
    ...{ 'Original Currency': 'SEK', 'Allocated Total': '11000', 'Allocated Total in EUR': '1000' },
  },
];
const columns = [
  ...Object.keys(trackerRows[0]!),
  ...['Type of Aid Specific', 'Items', 'Type of Item', 'No. of Units', 'Total', 'Converted Value in EUR'],
  ...['No. of Units Delivered (in-kind military aid)', '"Value Delivered (own estimate, in USD)"'],
  ...['Total monetary value delivered in EUR', 'value_source_commitments', 'value_source_deliveries'],
  ...['Source of Aid 2', 'Source of Aid 3', 'Source of Aid 4'],
];

jest.setTimeout(60_000);

describe('the shell in the documentation', () => {
  let port: number;
  let server: ReturnType<typeof shell>;

  beforeAll(async () => {
    build();
    port = await freePort();
    server = shell('npm start', port);
    const deadline = performance.now() + 60_000;
    while (!server.shown().includes('A command to try')) {
      if (performance.now() > deadline || server.child.exitCode !== null) throw new Error(server.shown());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, 180_000);

  afterAll(async () => {
    process.kill(-server.child.pid!, 'SIGTERM');
    await server.ended;
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  it('starts the server, which prints a command that works', async () => {
    expect(blocks.flatMap(({ text }) => commands(text))).toContain('npm ci && npm start');
    const [, command = ''] = /A command to try .*?:\n\n(.*?)\n\n/s.exec(server.shown()) ?? [];
    const { code, stdout } = await shell(command, port).ended;
    expect({ code, receipt: JSON.parse(stdout) as object }).toMatchObject({
      code: 0,
      receipt: { stream: 'pledge-first', revision: 0, events: [{ type: 'PledgeMade' }] },
    });
  });

  it('prints a token and nothing else', async () => {
    const { code, stdout, stderr } = await shell('npm run -s token -- --party DEU --role operator', port).ended;
    expect({ code, stdout, stderr }).toEqual({
      ...{ code: 0, stderr: '' },
      stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/) as string,
    });
  });

  it.each(blocks.map((block) => [`${block.document}, line ${block.line}`, block] as const))(
    'of %s does what it says, or is what CI does',
    async (_, block) => {
      const check = plan(block);
      if (typeof check === 'string') return;
      const text = block.text.replace(/<[a-z.]+>/g, (name) => files[name]?.() ?? name);
      const { code, stdout, stderr } = await shell(text, port).ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(/error|curl/i) as string });
      check(stdout.trim().split('\n'));
    },
  );

  it('runs all that it knows', () => {
    const unused = Object.keys(runs).filter((begin) => !blocks.some(({ text }) => text.startsWith(begin)));
    expect(unused).toEqual([]);
  });

  it('is let off for want of what it is marked with, and for nothing else', () => {
    const under = (mark: string, text: string) =>
      shellBlocks('docs/new.md', `${mark}\n\n\`\`\`sh\n${text}\n\`\`\`\n`)[0]!;
    expect(plan(under('Needs Docker, so no test runs it:', 'docker ps'))).toBe('lacking');
    expect(() => plan(under('Needs Docker, so no test runs it:', 'docker ps\nnpm run x'))).toThrow(
      'nothing runs the shell',
    );
    expect(() => plan(under('Needs patience:', 'docker ps'))).toThrow('nothing runs the shell');
  });

  it('names files that there are, also where it is not run', () => {
    const words = blocks.filter((block) => plan(block) === 'lacking').flatMap(({ text }) => text.split(/\s+/));
    const files = words.filter((word) => /^(docker|dist)\//.test(word));
    const isThere = (file: string) =>
      [file, `${file}.example`, file.replace(/^dist\/(.*)\.js$/, '$1.ts')].some((each) => existsSync(join(root, each)));
    expect(files).toContain('docker/compose.production.yaml');
    expect(files.filter((file) => !isThere(file))).toEqual([]);
  });

  it('may hold nothing that is not run', () => {
    const [block] = shellBlocks('docs/new.md', '# New\n\n```sh\nnpm run -s forget-me\n```\n');
    expect(() => plan(block!)).toThrow('nothing runs the shell in docs/new.md, line 3:\nnpm run -s forget-me');
  });
});

describe('a link in the documentation', () => {
  it.each(documents)('of %s leads somewhere', (document) => {
    const dead = relativeLinks(document).filter(({ target }) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? document : join(dirname(document), decodeURIComponent(path));
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !(statSync(join(root, file)).isFile() && anchorsIn(file).includes(anchor));
    });
    expect(dead).toEqual([]);
  });
});
