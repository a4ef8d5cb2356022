import { setTimeout as pause } from 'node:timers/promises';

/** Commands sent as fast as they are answered, each a pledge of its own. */
export interface Load {
  /** The ids of the pledges that were acknowledged with 201, and the positions they were said to have. */
  readonly acknowledged: ReadonlyMap<string, bigint>;
  /** Answers that were no acknowledgement: there should be none. */
  readonly refused: readonly string[];
  /** Resolves once that many more are acknowledged. */
  until(count: number): Promise<void>;
  /** Resolves once no request is on its way: after the server has gone, or `stop` was said. */
  readonly over: Promise<void>;
  stop(): void;
}

/** Puts a server under load over so many connections, until it is gone. */
export function load(url: string, token: string, connections: number, prefix: string): Load {
  const acknowledged = new Map<string, bigint>();
  const refused: string[] = [];
  let [sent, stopped] = [0, false];
  const sender = async () => {
    while (!stopped) {
      const pledgeId = `${prefix}-${++sent}`;
      const answer = await send(url, token, pledgeId).catch(() => undefined);
      if (!answer) return;
      if (answer.status === 201) acknowledged.set(pledgeId, answer.position);
      else refused.push(`${answer.status} for ${pledgeId}`);
    }
  };
  const over = Promise.all(Array.from({ length: connections }, sender)).then(() => undefined);
  return {
    acknowledged,
    refused,
    over,
    until: async (count) => {
      for (const wanted = acknowledged.size + count; acknowledged.size < wanted && !stopped;) await pause(5);
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** Commands sent again and again under the same key until they are acknowledged, each a pledge of its own. */
export interface PatientLoad {
  /** The ids of the pledges that were acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  /** What else came of sending, and how often: a status, or the name of an error. */
  readonly setbacks: ReadonlyMap<string, number>;
  until(count: number): Promise<void>;
  /** Sends no new command; resolves once all that were sent are acknowledged. */
  stop(): Promise<void>;
}

/** Puts servers under load over so many connections; a command that one of them does not take is sent to the next one. */
export function patientLoad(urls: readonly string[], token: string, connections: number, prefix: string): PatientLoad {
  const acknowledged = new Set<string>();
  const setbacks = new Map<string, number>();
  let [sent, turns, stopped] = [0, 0, false];
  const attempt = async (pledgeId: string) => {
    try {
      return String((await send(urls[turns++ % urls.length] ?? '', token, pledgeId)).status);
    } catch (error) {
      return (error as Error).name;
    }
  };
  const sender = async () => {
    while (!stopped) {
      const pledgeId = `${prefix}-${++sent}`;
      for (let outcome = ''; outcome !== '201' && outcome !== '200';) {
        outcome = await attempt(pledgeId);
        if (outcome === '201' || outcome === '200') acknowledged.add(pledgeId);
        else setbacks.set(outcome, (setbacks.get(outcome) ?? 0) + 1);
        await pause(BREATH_MS);
      }
    }
  };
  const over = Promise.all(Array.from({ length: connections }, sender));
  return {
    acknowledged,
    setbacks,
    until: async (count) => {
      for (const wanted = acknowledged.size + count; acknowledged.size < wanted;) await pause(10);
    },
    stop: async () => {
      stopped = true;
      await over;
    },
  };
}

/** How long one who sends patiently waits between two requests, so that what goes wrong shows and not how fast all is. */
const BREATH_MS = 100;

async function send(url: string, token: string, pledgeId: string): Promise<{ status: number; position: bigint }> {
  const response = await fetch(`${url}/commands/MakePledge`, {
    method: 'POST',
    signal: AbortSignal.timeout(60_000),
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': pledgeId,
      prefer: 'return=minimal',
    },
    body: JSON.stringify({ ...pledge, pledgeId }),
  });
  const { position = '0' } = (await response.json()) as { position?: string };
  return { status: response.status, position: BigInt(position) };
}

/** A pledge as those under load make it, but for its id. */
export const pledge = {
  donor: 'DEU',
  kind: 'military',
  title: 'Air defence',
  amount: { amount: '5000000.00', currency: 'EUR', basis: 'claimed' },
  claims: [{ source: 'https://example.org/statement', said: '2026-01-15', learnt: '2026-01-15' }],
};
