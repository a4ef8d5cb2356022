import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { pledge } from '../support/load.ts';

/** How commands fared for a while: the rate in 1/s, the times to their answers in ms. */
export interface Slice {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

let made = 0;

/** Distinct pledges at full speed for some seconds; fails on any answer but success. */
export async function makePledges(port: number, token: string, connections: number, duration: number): Promise<Slice> {
  const run = process.pid;
  const result = await autocannon({
    url: `http://127.0.0.1:${String(port)}`,
    connections,
    duration,
    requests: [
      {
        method: 'POST',
        path: '/commands/MakePledge',
        setupRequest: (request) => {
          const pledgeId = `bench-${String(run)}-${String(++made)}`;
          const headers = {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': pledgeId,
          };
          return { ...request, headers, body: JSON.stringify({ ...pledge, pledgeId }) };
        },
      },
    ],
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${String(failed)} of ${String(result.requests.total)} requests failed`);
  return { rate: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

/** Waits until the views stand where the log ends; the ms that took. */
export async function caughtUp(port: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/metrics`);
    if (/^steadfast_read_side_lag 0$/m.test(await answer.text())) return performance.now() - began;
    if (performance.now() - began > 120_000) throw new Error('the views do not come to the end of the log');
    await sleep(20);
  }
}
