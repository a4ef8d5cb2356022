import type { MessagePort } from 'node:worker_threads';
import type { ReadSide } from './read-side.js';
import { sent, type Reply, type Request } from './wire.js';

/** Serves a read side over the port of a thread, from `connectReadSide` at the other end; `closed` is done once it is closed. */
export function serveReadSide(port: MessagePort, readSide: ReadSide, closed: () => Promise<void>): void {
  const reply = (message: Reply) => {
    port.postMessage(message);
  };
  const answer = async ({ id, method, args }: Request): Promise<void> => {
    try {
      const value: unknown = await (readSide[method] as (...given: readonly unknown[]) => unknown).apply(readSide, [
        ...args,
      ]);
      if (method === 'close') await closed();
      reply({ kind: 'answer', id, value });
    } catch (error) {
      reply({ kind: 'error', id, error: sent(error) });
    }
  };
  port.on('message', (request: Request) => void answer(request));
  reply({ kind: 'serving' });
}

/** A line for the log of the other end. */
export function sayOver(port: MessagePort): (line: string) => void {
  return (line) => {
    port.postMessage({ kind: 'line', line } satisfies Reply);
  };
}
