import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const STARTS_WITHIN_MS = 30_000;
const { PATH, HOME } = process.env;
/** What is compiled for one process is there for the next. */
const OF_MACHINE = { PATH, HOME, NODE_COMPILE_CACHE: join(tmpdir(), 'steadfast-compiled') };

type Env = Readonly<Record<string, string>>;

/** How a process ended, and what it had printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server in a process of its own, which may not answer yet. */
export interface Started {
  readonly pid: number | undefined;
  /** Where it answers, once it does; fails where it ends before that. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** Sets the clock of a server that was started at a time that it is told; resolves once that is the time there. */
  setTime(now: string): Promise<void>;
}

/** A server in a process of its own, which answers. */
export interface Launched extends Omit<Started, 'url'> {
  readonly url: string;
  readonly port: number;
}

/** Builds what is to be launched unless it is up to date. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/ensure-built.js'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}

/** A directory of its own below the machine's temporary one. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'steadfast-'));
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const holder = createServer();
  return new Promise((resolve) => {
    holder.listen(0, '127.0.0.1', () => {
      const { port } = holder.address() as { port: number };
      holder.close(() => {
        resolve(port);
      });
    });
  });
}

/** Runs the built program of an app, such as `api`, to its end. */
export async function run(app: string, env: Env, ...args: string[]): Promise<Ended> {
  return begin(app, env, ...args).ended;
}

/** Starts the built program of an app, which can be killed before its end. */
export function begin(app: string, env: Env, ...args: string[]): Pick<Started, 'ended' | 'kill'> {
  const child = spawned([mainOf(app), ...args], env);
  return { ended: endOf(child), kill: (signal) => child.kill(signal) };
}

/** Launches the built api, or another app, on a free port of this machine, and resolves once it answers. */
export async function launch(env: Env, app = 'api', now?: string): Promise<Launched> {
  const { url: answering, ...server } = start(env, app, now);
  const url = await answering;
  return { ...server, url, port: Number(new URL(url).port) };
}

/** Starts the built api, or another app, on a free port of this machine; its clock is the machine's unless it is told the time. */
export function start(env: Env, app = 'api', now?: string): Started {
  const given = { PORT: '0', LOG_LEVEL: 'error', ...env };
  const child = now === undefined ? spawned([mainOf(app)], given) : spawnedAt(now, [mainOf(app)], given);
  const ended = endOf(child);
  const url = new Promise<string>((resolve, reject) => {
    let printed = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the ${app} did not answer within ${STARTS_WITHIN_MS} ms:\n${printed}`));
    }, STARTS_WITHIN_MS);
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
    void ended.then(({ code, stdout, stderr }) => {
      clearTimeout(late);
      reject(new Error(`the ${app} ended with ${String(code)} before it answered:\n${stdout}\n${stderr}`));
    });
  });
  const setTime = async (time: string) => {
    const told = once(child, 'message');
    child.send(time);
    await told;
  };
  return { pid: child.pid, url, ended, kill: (signal) => child.kill(signal), setTime };
}

function mainOf(app: string): string {
  return `dist/apps/${app}/src/main.js`;
}

function spawned(args: readonly string[], env: Env): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...OF_MACHINE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The same, with a clock that stands at a time and is set over a channel. */
function spawnedAt(now: string, args: readonly string[], env: Env): ChildProcess {
  return spawn(process.execPath, ['--import', join(import.meta.dirname, 'told-time.ts'), ...args], {
    cwd: root,
    env: { ...OF_MACHINE, ...env, TOLD_TIME: now },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function endOf(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr });
    });
  });
}
