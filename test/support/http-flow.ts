import { Ledger } from '#client';
import { policies } from '#policies';
import { ManualClock } from '#testing';
import { questions, views } from '#views';
import { actorsIn, environmentOf } from '../clients/environment.js';
import { filledIn, type HttpRequest } from '../clients/http-file.js';
import type { Answered } from './serve-commands.js';
import { serveReads } from './serve-reads.js';
import { settled } from './settled.js';

const BEGINS = '2026-11-24T09:00:00.000Z';
const PATIENCE = 'wait=10';

/** A ledger of its own for the requests of a `.http` file. */
export interface Flow extends AsyncDisposable {
  /** Sends a request as it is written; what only reads, once everything is read and done that follows from what was sent before. */
  send(request: HttpRequest): Promise<Answered>;
}

/** Starts a ledger at a time of its own, and signs in everybody who acts in a `.http` file. */
export async function openFlow(text: string): Promise<Flow> {
  const actors = actorsIn([text]);
  const clock = new ManualClock(BEGINS);
  const server = await serveReads({ views, questions, policies, clock });
  const values = await environmentOf(actors, server.url, (actor) => server.token({ ...actor, ttl: '1h' }));
  const venue = {
    now: () => clock.now(),
    lastPosition: () => server.store.lastPosition(),
    metrics: async () => String((await server.request('/metrics')).body.text),
  };
  const reader = new Ledger({ url: server.url });
  return {
    send: async ({ method, url, headers, body, on }) => {
      if (on !== undefined) clock.set(on);
      await settled(venue, reader);
      const position = String(await server.store.lastPosition());
      const fresh = method === 'GET' ? { 'read-after': position, prefer: PATIENCE } : {};
      const filled = Object.entries(headers).map(([name, value]) => [name, filledIn(value, values)]);
      return server.request(filledIn(url, values).slice(server.url.length), {
        ...{ method, headers: { ...fresh, ...(Object.fromEntries(filled) as Record<string, string>) } },
        ...(body !== undefined && { body: filledIn(body, values) }),
      });
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
