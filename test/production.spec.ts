import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalIssuer } from '#platform';
import { composeIn, environmentOf, makeCertificates, passwords, settingsOf } from './support/compose.js';
import { EventStoreDouble } from './support/eventstoredb/double.js';
import { build, launch, scratch, type Launched } from './support/launch.js';
import { administer, openPostgresServer, type PostgresServer } from '#testing';

const root = join(import.meta.dirname, '..');
const { services } = composeIn('compose.production.yaml');
const given = passwords();
const CONNECTIONS = 4;

jest.setTimeout(60_000);

/** How the health check of the image ends for a process. */
async function healthOf({ port }: Launched): Promise<unknown> {
  const check = spawn(process.execPath, ['docker/healthcheck.js'], {
    cwd: root,
    env: { PORT: String(port) },
    stdio: 'ignore',
  });
  const [code] = (await once(check, 'close')) as [unknown];
  return code;
}

describe('the processes of the production compose file', () => {
  const certificates = scratch();
  const dataDir = scratch();
  const running: Record<string, Launched[]> = {};
  let double: EventStoreDouble;
  let postgres: PostgresServer;
  let token: string;
  let databaseUrl: string;

  /** The environment of a service, on the servers that stand here for those of the file; it may write to its data alone, as there. */
  function environment(name: string): Readonly<Record<string, string>> {
    const environment = environmentOf(services[name]!, given);
    const eventStoreUrl = environment.EVENT_STORE_URL!.replace('eventstore:2113', `localhost:${double.port}`);
    return {
      ...environment,
      EVENT_STORE_URL: eventStoreUrl.replace('/certificates/', `${certificates}/ca/`),
      DATABASE_URL: databaseUrl,
      DATABASE_CONNECTIONS: String(CONNECTIONS),
      DATA_DIR: dataDir,
      NODE_OPTIONS: `--permission --allow-fs-read=* --allow-fs-write=${dataDir} --allow-net`,
      NODE_NO_WARNINGS: '1',
    };
  }
  const figure = async ({ url }: Launched, name: string) => {
    const page = await (await fetch(`${url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1]);
  };

  beforeAll(async () => {
    build();
    makeCertificates(certificates);
    const [key, certificate] = ['key', 'crt'].map((kind) => readFileSync(join(certificates, `node/node.${kind}`)));
    double = await EventStoreDouble.start({
      tls: { key: key!, certificate: certificate! },
      credentials: `admin:${given.EVENT_STORE_PASSWORD!}`,
    });
    postgres = await openPostgresServer(settingsOf(services.postgres!));
    databaseUrl = await postgres.database();
    await Promise.all(
      ['api', 'api', 'worker', 'worker'].map(async (name) => {
        (running[name] ??= []).push(await launch(environment(name), name));
      }),
    );
    const issuer = await LocalIssuer.in(dataDir);
    token = await issuer.issue({ subject: 'anna', party: 'DEU', roles: ['operator'], ttl: '1h' });
  }, 120_000);

  afterAll(async () => {
    const all = Object.values(running).flat();
    for (const one of all) one.kill('SIGTERM');
    await Promise.all(all.map(({ ended }) => ended));
    await double.stop();
    await postgres.close();
    for (const folder of [certificates, dataDir]) rmSync(folder, { recursive: true });
  }, 60_000);

  it('come up well, as the check of their image sees it', async () => {
    const all = Object.values(running).flat();
    let codes = await Promise.all(all.map(healthOf));
    for (const until = performance.now() + 30_000; codes.some((code) => code !== 0) && performance.now() < until;) {
      await pause(100);
      codes = await Promise.all(all.map(healthOf));
    }
    expect(codes).toEqual([0, 0, 0, 0]);
  });

  it('have a PostgreSQL that knows the settings it is given', async () => {
    const named = settingsOf(services.postgres!).map((setting) => setting.split('=')[0]!);
    expect(named.length).toBeGreaterThan(0);
    const known = await administer(databaseUrl, 'select name from pg_settings');
    expect(known.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  });

  it('take a command at one api and show at the other what came of it', async () => {
    const [one, other] = running.api as [Launched, Launched];
    const headers = { authorization: `Bearer ${token}` };
    const pledge = { pledgeId: 'p-1', donor: 'DEU', kind: 'military', title: 'Aid' };
    const made = await fetch(`${one.url}/commands/MakePledge`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': 'p-1' },
      body: JSON.stringify({
        ...pledge,
        amount: { amount: '1.00', currency: 'EUR', basis: 'claimed' },
        claims: [{ source: 'https://example.org/statement', said: '2024-07-10', learnt: '2024-07-10' }],
      }),
    });
    expect(made.status).toBe(201);
    const after = { ...headers, 'read-after': made.headers.get('log-position')!, prefer: 'wait=15' };
    const shown = await fetch(`${other.url}/views/pledges/p-1`, { headers: after });
    expect({ status: shown.status, body: await shown.json() }).toMatchObject({ status: 200, body: { key: 'p-1' } });
  });

  it('say to Prometheus that one of the workers leads, and no api does', async () => {
    const leads = (processes: readonly Launched[]) =>
      Promise.all(processes.map((each) => figure(each, 'steadfast_leads')));
    expect((await leads(running.worker!)).toSorted()).toEqual([0, 1]);
    expect(await leads(running.api!)).toEqual([Number.NaN, Number.NaN]);
  });

  it('keep no more connections to PostgreSQL than they may, and answer however many ask', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const asked = running.api!.flatMap(({ url }) => Array<string>(40).fill(`${url}/views/pledges`));
    const statuses = await Promise.all(asked.map(async (url) => (await fetch(url, { headers })).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const [row] = await administer(
      databaseUrl,
      `select count(*) filter (where application_name = 'steadfast')::int as pooled,
        count(*) filter (where application_name = 'steadfast leader')::int as candidates
        from pg_stat_activity where datname = current_database()`,
    );
    expect(row!.candidates).toBe(2);
    expect(row!.pooled).toBeGreaterThanOrEqual(2 * CONNECTIONS);
    expect(row!.pooled).toBeLessThanOrEqual(4 * CONNECTIONS);
  });

  it('say to Prometheus how many positions of EventStoreDB make an event', async () => {
    const all = Object.values(running).flat();
    const figures = await Promise.all(all.map((each) => figure(each, 'steadfast_positions_per_event')));
    expect(new Set(figures)).toEqual(new Set([2_000]));
  });
});
