import { pause } from './pause.js';
import { NoAnswer } from './problem.js';

/** How a request is sent, as the platform's own `fetch` does it. */
export type Fetch = (request: Request) => Promise<Response>;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Sends a request up to so many times while nobody answers or the ledger asks to come back later (503). That is done only where it does no
 * harm: with what only reads, and with commands, which are done once however often they are sent under their key. Throws `NoAnswer`.
 */
export function patient(tries: number, send: Fetch): Fetch {
  return async (request) => {
    const most = isRepeatable(request) ? tries : 1;
    for (let tried = 1; ; tried++) {
      const isLast = tried >= most;
      const answer = await sent(send, isLast ? request : request.clone());
      if (isLast || (answer instanceof Response && answer.status !== 503)) {
        if (answer instanceof NoAnswer) throw answer;
        return answer;
      }
      if (answer instanceof Response) await answer.body?.cancel();
      await pause(waitAfter(answer, tried), request.signal);
      request.signal.throwIfAborted();
    }
  };
}

function isRepeatable({ method, headers }: Request): boolean {
  return method === 'GET' || headers.has('idempotency-key');
}

async function sent(send: Fetch, request: Request): Promise<Response | NoAnswer> {
  try {
    return await send(request);
  } catch (error) {
    request.signal.throwIfAborted();
    // What the platform throws is of its own realm: no TypeError of this one where the two differ.
    if ((error as Error).name === 'TypeError') return new NoAnswer(new URL(request.url).origin, { cause: error });
    throw error;
  }
}

/** How many ms to wait: as long as the ledger asks, or twice as long each time. */
function waitAfter(answer: Response | NoAnswer, tried: number): number {
  const asked = answer instanceof Response ? Number(answer.headers.get('retry-after') ?? 0) * 1_000 : 0;
  return Math.min(LONGEST_PAUSE_MS, Math.max(asked, FIRST_PAUSE_MS * 2 ** (tried - 1)));
}
