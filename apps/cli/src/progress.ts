import type { WriteStream } from 'node:tty';
import cliProgress from 'cli-progress';
import type { Operation } from '#client';

/** How far something is; `rate` is per second. */
export type Progress = Pick<Operation, 'status' | 'done' | 'total' | 'rate'>;

/** Shows how far something is. */
export interface Showing {
  readonly progress: (progress: Progress) => void;
  readonly end: () => void;
}

const LINE_EVERY_MS = 2_000;

/** Shows progress on a stream: as a bar on a terminal, otherwise as a line now and then. */
export function showing(out: NodeJS.WriteStream): Showing {
  return out.isTTY ? bar(out, 'rows') : lines(out);
}

/** Does work, and shows on a terminal how far it is; `what` is what is counted, and nothing is shown elsewhere. */
export async function shown<T>(
  what: string,
  total: number,
  work: (progress: (done: number) => void) => Promise<T>,
): Promise<T> {
  const began = performance.now();
  const out = process.stderr;
  const show = out.isTTY ? bar(out, what) : undefined;
  return work((done) => {
    const rate = Math.round((done * 1000) / Math.max(1, performance.now() - began));
    show?.progress({ status: 'running', done, total: Math.max(total, done), rate });
  }).finally(() => show?.end());
}

function bar(out: WriteStream, what: string): Showing {
  const single = new cliProgress.SingleBar({
    stream: out,
    format: `{bar} {percentage} % · {value} of {total} ${what} · {rate}/s · {left} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stopOnComplete: false,
  });
  let started = false;
  return {
    progress: (now) => {
      if (!started) single.start(now.total, 0, { rate: 0, left: '?' });
      started = true;
      single.update(now.done, { rate: now.rate.toLocaleString('en'), left: left(now) });
    },
    end: () => {
      if (started) single.stop();
    },
  };
}

function lines(out: NodeJS.WriteStream): Showing {
  let last = -Infinity;
  return {
    progress: (now) => {
      if (now.status === 'running' && performance.now() - last < LINE_EVERY_MS) return;
      last = performance.now();
      const { done, total, rate } = now;
      const [a, b, c] = [done, total, rate].map((count) => count.toLocaleString('en'));
      out.write(`${a} of ${b} rows, ${c} rows/s, ${left(now)} left\n`);
    },
    end: () => undefined,
  };
}

function left({ done, total, rate }: Progress): string {
  if (done >= total) return '0 s';
  return rate === 0 ? 'unknown' : `${Math.ceil((total - done) / rate)} s`;
}
