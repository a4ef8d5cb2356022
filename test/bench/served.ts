import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A server that is measured. */
export interface Server {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A server in a process of its own, which says its port on standard output. */
export async function started(command: readonly string[], env: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { port: await portOf(child), pid: child.pid ?? NaN, stop: () => stopped(child) };
}

/** Goes on reading after the port is known, for a server whose output nobody reads dies of it. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const port = /^(\d+)$|http:\/\/[\d.]+:(\d+)/m.exec(said);
      if (port) resolve(Number(port[1] ?? port[2]));
    });
    child.once('exit', () => {
      reject(new Error(`the server ended before it answered: ${said}`));
    });
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
