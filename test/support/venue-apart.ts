import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalIssuer } from '#platform';
import { openEventStoreDb } from '#stores';
import type { Engines } from './engines.js';
import { launch, scratch, type Launched } from './launch.js';
import type { Answered } from './serve-commands.js';
import type { Venue } from './venue.js';

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
  const request = (path: string, init?: RequestInit) => answerOf(`${[one, other][turns++ % 2]?.url}${path}`, init);
  const token: Venue['token'] = ({ party = 'DEU', roles = ['operator'], subject = 'anna', ttl = '1h' } = {}) =>
    issuer.issue({ party, roles, subject, ttl });
  const metrics = async () => {
    const all = await Promise.all(workers.map(({ url }) => answerOf(`${url}/metrics`)));
    return all.map(({ body }) => String(body.text)).find((text) => /^steadfast_leads 1$/m.test(text)) ?? '';
  };
  for (const began = performance.now(); (await metrics()) === '';) {
    if (performance.now() - began > LEADS_WITHIN_MS) throw new Error('no worker leads');
    await pause(25);
  }
  return {
    token,
    metrics,
    now: () => time,
    setTime: async (next) => {
      await Promise.all(processes.map((each) => each.setTime(next)));
      time = new Date(next).toISOString();
    },
    lastPosition: () => log.lastPosition(),
    send: async (type, body, headers = {}) =>
      request(`/commands/${type}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await token()}`,
          'idempotency-key': crypto.randomUUID(),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    get: async (path, headers = {}) =>
      request(path, { headers: { 'read-after': String(await log.lastPosition()), prefer: 'wait=10', ...headers } }),
    close: async () => {
      for (const each of processes) each.kill('SIGTERM');
      const ended = await Promise.all(processes.map((each) => each.ended));
      await log.close();
      rmSync(directory, { recursive: true });
      expect(ended.map(({ code }) => code)).toEqual(apps.map(() => 0));
    },
  };
}

async function answerOf(url: string, init?: RequestInit): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : { text }) as Answered['body'],
  };
}
