import { setTimeout as sleep } from 'node:timers/promises';
import { gathered } from './gathered.js';

/** A subscription that yields each of these batches a while after the one before, and then waits until it is let go of. */
function following(batches: readonly (readonly number[])[], apart = 0) {
  return async function* (signal: AbortSignal): AsyncGenerator<readonly number[]> {
    for (const batch of batches) {
      await sleep(apart);
      yield batch;
    }
    await new Promise((resolve) => {
      if (signal.aborted) resolve(undefined);
      else signal.addEventListener('abort', resolve);
    });
  };
}

async function taken(subscription: ReturnType<typeof following>, most: number, linger: number, count: number) {
  const found: (readonly number[])[] = [];
  let seen = 0;
  for await (const batch of gathered(subscription, new AbortController().signal, { most, linger: () => linger })) {
    found.push(batch);
    seen += batch.length;
    if (seen >= count) break;
  }
  return found;
}

describe('batches out of a subscription', () => {
  it('hold what comes while they wait for more', async () => {
    expect(await taken(following([[1], [2], [3]], 5), 10, 200, 3).then((found) => found.flat())).toEqual([1, 2, 3]);
    const first = (await taken(following([[1, 2], [3], [4]]), 4, 60_000, 4))[0];
    expect(first).toEqual([1, 2, 3, 4]);
  });

  it('are given on once nothing comes in time, and never hold more than they may', async () => {
    expect(await taken(following([[1], [2]], 50), 10, 1, 2)).toEqual([[1], [2]]);
    expect(await taken(following([[1, 2, 3, 4, 5]]), 2, 1, 5)).toEqual([[1, 2], [3, 4], [5]]);
  });
});
