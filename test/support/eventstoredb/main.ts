/**
 * The double in a process of its own: prints its port, takes orders as lines of JSON on stdin, and ends when stdin does.
 * While it is paced, it prints a line when something waits to be committed, and commits when it is told to.
 */
import { createInterface } from 'node:readline';
import { EventStoreDouble } from './double.js';
import type { AppendFault } from './faults.js';

/** What the double is told to do. */
export type Order =
  | { readonly do: 'freeze' | 'thaw' | 'drop' | 'stop' | 'listen' | 'restart' | 'commit' }
  | { readonly do: 'pace'; readonly on: boolean }
  | { readonly do: 'delay'; readonly ms: number }
  | { readonly do: 'fail'; readonly appends: readonly AppendFault[] };

let paced = false;
let waiting: (() => void) | undefined;

function pace(commit: () => void): void {
  waiting = commit;
  if (paced) process.stdout.write('waiting\n');
  else queueMicrotask(commit);
}

const double = await EventStoreDouble.start({ port: Number(process.argv[2] ?? 0), pace });
process.stdout.write(`${String(double.port)}\n`);

const orders: { [Name in Order['do']]: (order: Extract<Order, { do: Name }>) => unknown } = {
  freeze: () => {
    double.faults.freeze();
  },
  thaw: () => {
    double.faults.thaw();
  },
  drop: () => {
    double.drop();
  },
  stop: () => double.stop(),
  listen: () => double.listen(),
  restart: async () => {
    await double.stop();
    await double.listen();
  },
  commit: () => waiting?.(),
  pace: ({ on }) => (paced = on),
  delay: ({ ms }) => (double.faults.delay = ms),
  fail: ({ appends }) => {
    double.faults.onAppend(...appends);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as Order;
  await (orders[order.do] as (order: Order) => unknown)(order);
}
process.exit(0);
