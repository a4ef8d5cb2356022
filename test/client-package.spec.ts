import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { policies } from '#policies';
import { questions, views } from '#views';
import { scratch } from './support/launch.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const manifestOf = (file: string) =>
  JSON.parse(readFileSync(join(root, file), 'utf8')) as {
    version: string;
    license: string;
    dependencies: Readonly<Record<string, string>>;
  };

jest.setTimeout(120_000);

let elsewhere: string;
let server: ReadServer;
beforeAll(async () => {
  elsewhere = scratch();
  server = await serveReads({ views, questions, policies });
});
afterAll(async () => {
  await server.close();
  rmSync(elsewhere, { recursive: true });
});

/** Runs a program to its end, which must be a good one; answers what it printed. */
async function run(cwd: string, program: string, args: readonly string[], env: object = {}): Promise<string> {
  const PATH = [bin, process.env.PATH].join(delimiter);
  const child = spawn(program, args, { cwd, env: { HOME: process.env.HOME, PATH, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** A program elsewhere that has the package as npm makes it, and the packages that it depends on. */
async function installed(): Promise<string> {
  const workshop = join(elsewhere, 'workshop');
  for (const part of ['libs/client', 'tsconfig.json', 'LICENSE'])
    cpSync(join(root, part), join(workshop, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'));
  await run(join(workshop, 'libs/client'), 'npm', ['pack', '--offline', '--pack-destination', elsewhere]);
  const program = join(elsewhere, 'program');
  const home = join(program, 'node_modules/@steadfast/client');
  mkdirSync(home, { recursive: true });
  const archive = join(elsewhere, `steadfast-client-${manifestOf('libs/client/package.json').version}.tgz`);
  await run(elsewhere, 'tar', ['-xzf', archive, '-C', home, '--strip-components', '1']);
  for (const name of ['eventsource-parser', 'openapi-fetch', 'openapi-typescript-helpers'])
    symlinkSync(join(root, 'node_modules', name), join(program, 'node_modules', name));
  return program;
}

describe('the package of the client', () => {
  it('has the version of the ledger, its licence, and the packages that it is tested with', () => {
    const [own, whole] = [manifestOf('libs/client/package.json'), manifestOf('package.json')];
    expect({ version: own.version, license: own.license }).toEqual({ version: whole.version, license: whole.license });
    expect(whole.dependencies).toEqual(expect.objectContaining(own.dependencies));
  });

  it('is what its page says, to a program that has nothing of this repository', async () => {
    const program = await installed();
    const page = readFileSync(join(root, 'libs/client/README.md'), 'utf8');
    const [, shown = ''] = /```ts\n(.*?)```/s.exec(page) ?? [];
    const here = shown.replace('http://127.0.0.1:3000', server.url);
    expect(here).not.toBe(shown);
    writeFileSync(join(program, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(program, 'shown.ts'), `declare const process: { env: { TOKEN?: string } };\n${here}`);
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,dom'];
    await run(program, 'tsc', [...options, 'shown.ts']);
    expect(await run(program, 'node', ['shown.js'], { TOKEN: await server.token() })).toBe(
      [
        'pledge-patriot-1 0',
        'patriot-1 made 1000000000',
        `NoSuchPledge ${server.url}/problems/NoSuchPledge There is no pledge of this id; make it first.`,
        '',
      ].join('\n'),
    );
  });
});
