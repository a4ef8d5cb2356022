import { setTimeout as sleep } from 'node:timers/promises';

/** Batches of at most `most` out of a subscription, each waiting `linger` milliseconds for more at most; lets go of it at the end. */
export async function* gathered<T>(
  subscribe: (signal: AbortSignal) => AsyncIterable<readonly T[]>,
  signal: AbortSignal,
  { most, linger }: { readonly most: number; readonly linger: () => number },
): AsyncGenerator<readonly T[]> {
  const ending = new AbortController();
  const items = subscribe(AbortSignal.any([signal, ending.signal]))[Symbol.asyncIterator]();
  const next = () => {
    const coming = items.next();
    coming.catch(() => undefined);
    return coming;
  };
  let coming = next();
  try {
    for (;;) {
      const first = await coming;
      if (first.done) return;
      const batch = [...first.value];
      coming = next();
      const enough = new AbortController();
      const late = sleep(linger(), undefined, { signal: enough.signal }).catch(() => undefined);
      while (batch.length < most) {
        const more = await Promise.race([coming, late]);
        if (!more || more.done) break;
        batch.push(...more.value);
        coming = next();
      }
      enough.abort();
      for (let at = 0; at < batch.length; at += most) yield batch.slice(at, at + most);
    }
  } finally {
    ending.abort();
    await items.return?.();
  }
}
