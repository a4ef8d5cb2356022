import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Ledger } from '#client';
import { LocalIssuer } from '#platform';
import { openEventStoreDb } from '#stores';
import type { Engines } from './engines.js';
import { launch, scratch, type Launched } from './launch.js';
import { PATIENCE, type Venue } from './venue.js';

const LEADS_WITHIN_MS = 20_000;

/** A venue of two api processes, which take turns in answering, and two workers, in a place of its own on the engines. */
export async function openVenueApart(engines: Engines, now: string): Promise<Venue> {
  const directory = scratch();
  const place = await engines.place();
  const env = { DATA_DIR: directory, METRICS: 'open', ...place };
  const apps = ['api', 'api', 'worker', 'worker'] as const;
  const processes = await Promise.all(apps.map((app) => launch(env, app, now)));
  const [one, other, ...workers] = processes as [Launched, Launched, Launched, Launched];
  const [log, issuer] = await Promise.all([
    openEventStoreDb(place.EVENT_STORE_URL, { prefix: place.EVENT_STORE_PREFIX }),
    LocalIssuer.in(directory),
  ]);
  let [time, turns] = [new Date(now).toISOString(), 0];
  const inTurn = async (request: Request) => {
    const { method, headers, url } = request;
    const { pathname, search } = new URL(url);
    const body = method === 'GET' ? null : await request.text();
    return fetch(`${[one, other][turns++ % 2]?.url}${pathname}${search}`, { method, headers, body });
  };
  const metrics = async () => {
    const all = await Promise.all(workers.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()));
    return all.find((text) => /^steadfast_leads 1$/m.test(text)) ?? '';
  };
  for (const began = performance.now(); (await metrics()) === '';) {
    if (performance.now() - began > LEADS_WITHIN_MS) throw new Error('no worker leads');
    await pause(25);
  }
  return {
    ledger: (who) =>
      new Ledger({
        ...{ url: one.url, wait: PATIENCE, fetch: inTurn },
        ...(who && { token: () => issuer.issue({ ...who, ttl: '1h' }) }),
      }),
    metrics,
    now: () => time,
    setTime: async (next) => {
      await Promise.all(processes.map((each) => each.setTime(next)));
      time = new Date(next).toISOString();
    },
    lastPosition: () => log.lastPosition(),
    close: async () => {
      for (const each of processes) each.kill('SIGTERM');
      const ended = await Promise.all(processes.map((each) => each.ended));
      await log.close();
      rmSync(directory, { recursive: true });
      expect(ended.map(({ code }) => code)).toEqual(apps.map(() => 0));
    },
  };
}
