import { readdirSync, readFileSync } from 'node:fs';

/** The length of a tick in which Linux counts the time of processes, in µs. */
const TICK = 10_000;

interface Counted {
  readonly parent: number;
  readonly time: number;
}

/**
 * How many µs of a processor this process and those that it started have used, theirs included; or one of them with those that it started. What
 * others do on the machine does not come into it. It is counted in steps of 10 ms, and on Linux only: elsewhere it is `NaN`.
 */
export function processorTime(of = process.pid): number {
  if (process.platform !== 'linux') return NaN;
  const all = new Map<number, Counted>();
  for (const name of readdirSync('/proc')) {
    const counted = /^\d+$/.test(name) ? countedOf(name) : undefined;
    if (counted) all.set(Number(name), counted);
  }
  const isOurs = (pid: number): boolean => pid === of || (all.has(pid) && isOurs(all.get(pid)?.parent ?? 0));
  return [...all].reduce((sum, [pid, { time }]) => (isOurs(pid) ? sum + time : sum), 0);
}

/** What is counted of a process: fields 4, 14 and 15 of `/proc/<pid>/stat` (proc_pid_stat(5)), after its name in brackets; nothing if it has just ended. */
function countedOf(pid: string): Counted | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), time: (Number(fields[11]) + Number(fields[12])) * TICK };
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
