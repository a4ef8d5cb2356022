import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Pace } from './double.js';
import type { Order } from './main.js';

/** The double in a process of its own, which ends with this one. */
export interface ChildDouble {
  readonly port: number;
  readonly url: string;
  order(order: Order): void;
  /** Has `pace` decide when what waits is committed, or, without it, commits at once. */
  pace(pace: Pace | undefined): void;
  /** Sends a signal to its process: SIGSTOP freezes it whole, SIGKILL loses its log. */
  send(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Starts the double in a process of its own, on a free port or the one given. */
export async function startChildDouble(port = 0): Promise<ChildDouble> {
  const args = ['--import', join(import.meta.dirname, '../typescript.ts'), join(import.meta.dirname, 'main.ts')];
  const child = spawn(process.execPath, [...args, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const failed = ended.then(([code]) => {
    throw new Error(`the double ended with ${String(code)} before it said its port`);
  });
  const [first] = (await Promise.race([once(child.stdout, 'data'), failed])) as [Buffer];
  failed.catch(() => undefined);
  const found = Number(String(first));
  const order = (given: Order) => child.stdin.write(`${JSON.stringify(given)}\n`);
  let paced: Pace | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const line of String(chunk).trim().split('\n')) if (line === 'waiting') paced?.(() => order({ do: 'commit' }));
  });
  return {
    port: found,
    url: `esdb://127.0.0.1:${String(found)}?tls=false`,
    order,
    pace: (pace) => {
      paced = pace;
      order({ do: 'pace', on: pace !== undefined });
    },
    send: (signal) => child.kill(signal),
    stop: async () => {
      child.kill('SIGCONT');
      child.stdin.end();
      await ended;
    },
  };
}
