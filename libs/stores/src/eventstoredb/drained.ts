import type { StreamingRead } from '@eventstore/db-client';

/** All that a read gives, to its end; rejects where nothing came for so many ms. */
export function drained<E>(read: StreamingRead<E>, milliseconds: number): Promise<E[]> {
  return new Promise((resolve, reject) => {
    const all: E[] = [];
    const timer = setTimeout(() => {
      reject(new Error(`no answer after ${milliseconds} ms`));
      // What the read is cancelled for is said already.
      read.cancel().catch(() => undefined);
    }, milliseconds);
    read.on('data', (event: E) => {
      all.push(event);
      timer.refresh();
    });
    read.on('end', () => {
      clearTimeout(timer);
      resolve(all);
    });
    // The client may emit more errors than one, also after the end.
    read.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
