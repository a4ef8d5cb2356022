import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalIssuer } from '#platform';
import { openCuttable, type Cuttable } from './support/cuttable.js';
import { build, launch, run, scratch, type Launched } from './support/launch.js';
import { openPostgresServer, type PostgresServer } from '#testing';

const directory = scratch();
jest.setTimeout(60_000);

describe('an api with its read side in PostgreSQL', () => {
  let server: PostgresServer;
  let way: Cuttable;
  let url: URL;
  let api: Launched;
  let token: string;
  let made = 0;

  const open = () => launch({ DATA_DIR: directory, DATABASE_URL: url.href, LOG_LEVEL: 'fatal' });
  /** Makes a pledge; answers its position in the log. */
  const pledge = async () => {
    const pledgeId = `p-${++made}`;
    const amount = { amount: '1.00', currency: 'EUR', basis: 'claimed' };
    const claims = [{ source: 'https://example.org/statement', said: '2024-07-10', learnt: '2024-07-10' }];
    const response = await fetch(`${api.url}/commands/MakePledge`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': pledgeId },
      body: JSON.stringify({ pledgeId, donor: 'DEU', kind: 'military', title: 'Aid', amount, claims }),
    });
    expect(response.status).toBe(201);
    return response.headers.get('log-position') ?? '';
  };
  const read = async (after: string) => {
    const headers = { 'read-after': after, prefer: 'wait=15' };
    const response = await fetch(`${api.url}/views/pledges?limit=100`, { headers });
    return { status: response.status, body: (await response.json()) as { rows?: unknown[]; code?: string } };
  };
  const becomes = async (status: number) => {
    for (const until = performance.now() + 20_000; performance.now() < until;) {
      const response = await fetch(`${api.url}/health/ready`);
      if (response.status === status) return;
      await pause(50);
    }
    throw new Error(`/health/ready does not become ${status}`);
  };

  beforeAll(async () => {
    build();
    server = await openPostgresServer();
    url = new URL(await server.database());
    way = await openCuttable(Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(way.port);
    token = await (
      await LocalIssuer.in(directory)
    ).issue({ subject: 'anna', party: 'DEU', roles: ['operator'], ttl: '1h' });
    api = await open();
  }, 120_000);
  afterAll(async () => {
    api.kill('SIGKILL');
    await api.ended;
    await way.close();
    await server.close();
    rmSync(directory, { recursive: true });
  });

  it('answers from there what was just commanded', async () => {
    const { status, body } = await read(await pledge());
    expect({ status, rows: body.rows?.length }).toEqual({ status: 200, rows: 1 });
    await becomes(200);
  });

  it('takes commands while the database is away, says so, and goes on by itself when it is back', async () => {
    way.cut();
    await becomes(503);
    const position = await pledge();
    const refused = await fetch(`${api.url}/views/pledges`);
    expect({ status: refused.status, code: ((await refused.json()) as { code: string }).code }).toEqual({
      status: 503,
      code: 'ReadSideDown',
    });
    way.mend();
    const { status, body } = await read(position);
    expect({ status, rows: body.rows?.length }).toEqual({ status: 200, rows: 2 });
    await becomes(200);
  });

  it('starts while the database is away, and ends in good order, printing no password', async () => {
    api.kill('SIGTERM');
    const { code, stdout, stderr } = await api.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('read side postgres://');
    expect(stdout).not.toContain(url.password);
    way.cut();
    api = await open();
    const position = await pledge();
    await becomes(503);
    way.mend();
    expect((await read(position)).body.rows).toHaveLength(3);
  });

  it('needs no worker, which says so in a line', async () => {
    const { code, stderr } = await run('worker', { DATABASE_URL: url.href, DATA_DIR: directory });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^a worker shares its log and its database with the api: .*\n$/) as string,
    });
  });
});
