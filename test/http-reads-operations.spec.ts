import { setTimeout as pause } from 'node:timers/promises';
import { MemoryStore } from '#stores';
import { brittle, pledges } from './support/sample-views.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

class FailingStore extends MemoryStore {
  fails = false;

  override async lastPosition() {
    if (this.fails) throw new Error('the disk is on fire');
    return super.lastPosition();
  }
}

let server: ReadServer;
const store = new FailingStore();
const get = (path: string) => server.get(path);
const rebuild = async (view: string, roles?: string[]) =>
  server.request(`/operations/views/${view}/rebuild`, {
    method: 'POST',
    headers: roles ? { authorization: `Bearer ${await server.token({ roles })}` } : {},
  });
const rebuilt = async (view: string) => {
  for (let turn = 0; turn < 200; turn++) {
    const { body } = await get(`/operations/views/${view}`);
    if ((body.rebuild as { status: string }).status !== 'running') return body;
    await pause(25);
  }
  throw new Error(`the rebuild of ${view} does not end`);
};

beforeAll(async () => {
  server = await serveReads({ store, views: [pledges, brittle], questions: [] });
  await server.pledge({ pledgeId: 'sound' });
});
afterAll(() => server.close());

describe('health', () => {
  it.each(['live', 'ready', 'startup'])('is well: %s', async (name) => {
    const { status, body } = await get(`/health/${name}`);
    expect({ status, health: body.status, error: body.error }).toEqual({ status: 200, health: 'ok', error: {} });
  });

  it('is not ready without the log', async () => {
    store.fails = true;
    const { status, headers, body } = await server.request('/health/ready');
    const live = await server.request('/health/live');
    store.fails = false;
    expect(live.status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect({ status, body }).toMatchObject({
      status: 503,
      body: { status: 'error', error: { store: { status: 'down', message: 'does not answer' } } },
    });
    expect(JSON.stringify(body)).not.toContain('fire');
  });
});

describe('a rebuild', () => {
  it.each([
    ['by nobody', 'pledges', undefined, 401, 'NotSignedIn'],
    ['by an operator', 'pledges', ['operator'], 403, 'RoleMissing'],
    ['of no view', 'nonsense', ['auditor'], 404, 'UnknownView'],
    ['of a hostile view', '__proto__', ['auditor'], 404, 'UnknownView'],
  ])('%s is refused', async (_, view, roles, status, code) => {
    const answer = await rebuild(view, roles);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it('runs beside the view, which says when it is done', async () => {
    const before = await server.readSide.digest('pledges');
    const { status, headers, body } = await rebuild('pledges', ['auditor']);
    expect({ status, location: headers.get('location'), body }).toEqual({
      status: 202,
      location: '/operations/views/pledges',
      body: {
        view: 'pledges',
        rebuild: { status: 'running', startedAt: expect.any(String) as string },
        status: '/operations/views/pledges',
      },
    });
    expect((await get('/views/pledges')).status).toBe(200);
    expect(await rebuilt('pledges')).toMatchObject({ name: 'pledges', status: 'live', rebuild: { status: 'done' } });
    expect(await server.readSide.digest('pledges')).toBe(before);
  });
});

describe('metrics', () => {
  it('count commands by type and outcome, and never by what a client made up', async () => {
    const key = { 'idempotency-key': 'counted' };
    await server.pledge({ pledgeId: 'counted' }, key);
    await server.pledge({ pledgeId: 'counted' }, key);
    await server.pledge({ pledgeId: 'counted' });
    await server.pledge({ donor: 'FRA' });
    await server.pledge({ nonsense: true });
    await server.send('MakePledge?dryRun=true', {});
    await server.send('FlyToTheMoon', {});
    await server.readSide.waitFor(2n, 10_000);
    const { headers, body } = await get('/metrics');
    const text = String(body.text);
    const counted = text.split('\n').filter((line) => /^steadfast_(commands|refusals)_total/.test(line));
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0.0.4/);
    expect(counted).toEqual([
      'steadfast_commands_total{type="MakePledge",outcome="done"} 2',
      'steadfast_commands_total{type="MakePledge",outcome="replayed"} 1',
      'steadfast_commands_total{type="MakePledge",outcome="nothing"} 1',
      'steadfast_commands_total{type="MakePledge",outcome="refused"} 1',
      'steadfast_commands_total{type="MakePledge",outcome="invalid"} 2',
      'steadfast_refusals_total{code="NotTheDonor"} 1',
    ]);
    expect(text).not.toContain('FlyToTheMoon');
  });

  it.each([
    'steadfast_append_seconds_count 2',
    'steadfast_append_conflicts_total 0',
    'steadfast_subscription_drops_total 0',
    'steadfast_subscription_resumes_total 0',
    'steadfast_log_position 2',
    'steadfast_read_side_lag 0',
    'steadfast_view_lag{view="pledges"} 0',
    'steadfast_read_side_seconds_behind 0',
    'steadfast_view_seconds_behind{view="pledges"} 0',
    'steadfast_view_status{view="pledges",status="live"} 1',
    'steadfast_view_status{view="pledges",status="failed"} 0',
    'steadfast_feed_subscribers 0',
    'steadfast_up{part="readSide"} 1',
  ])('say %s', async (line) => {
    expect(String((await get('/metrics')).body.text).split('\n')).toContain(line);
  });
});

describe('the metrics of a process that knows nothing of a stream', () => {
  it('count a request that is sent again as a replay, and as no conflict', async () => {
    const log = new MemoryStore();
    const [first, second] = [await serveReads({ store: log }), await serveReads({ store: log })];
    const key = { 'idempotency-key': 'once' };
    const made = await first.pledge({ pledgeId: 'moved' }, key);
    const again = await second.pledge({ pledgeId: 'moved' }, key);
    const counted = String((await second.get('/metrics')).body.text)
      .split('\n')
      .filter((line) => /^steadfast_(commands|append_conflicts)_total/.test(line));
    await Promise.all([first.close(), second.close()]);
    expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', made.body]);
    expect(counted).toEqual([
      'steadfast_commands_total{type="MakePledge",outcome="replayed"} 1',
      'steadfast_append_conflicts_total 0',
    ]);
  });
});

describe('a view that has stopped', () => {
  beforeAll(async () => {
    await server.pledge({ pledgeId: 'breaking', title: 'BREAK' });
    await server.pledge({ pledgeId: 'after' });
    await server.readSide.waitFor(4n, 10_000);
  });

  it('says so in every answer, and nothing of the inside', async () => {
    const { headers, body } = await server.request('/views/brittle');
    const [, event] = await store.readAll(1n, 2);
    const rows = (body.rows as { key: string }[]).map(({ key }) => key);
    expect(headers.get('view-stopped')).toBe('brittle; position=3');
    expect({ rows, stopped: body.stopped }).toEqual({
      rows: ['counted', 'sound'],
      stopped: [{ view: 'brittle', position: '3', eventId: event?.id, type: 'PledgeMade' }],
    });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('is 503 to who asks for more than it has', async () => {
    const read = (position: string) => server.request('/views/brittle', { headers: { 'read-after': position } });
    expect([(await read('2')).status, (await read('3')).status, (await read('4')).status]).toEqual([200, 503, 503]);
  });

  it('falls behind by the time that what it stopped at has waited', async () => {
    const text = String((await get('/metrics')).body.text);
    const seconds = new Map(
      [...text.matchAll(/^steadfast_view_seconds_behind\{view="(\w+)"\} (.*)$/gm)].map(([, view, of]) => [
        view,
        Number(of),
      ]),
    );
    expect(seconds.get('pledges')).toBe(0);
    expect(seconds.get('brittle')).toBeGreaterThan(0);
  });

  it('stops no other', async () => {
    const { headers, body } = await get('/views/pledges/after');
    expect([body.stream, headers.get('view-stopped')]).toEqual(['pledge-after', null]);
  });

  it('makes the ledger not ready, by its name, and operators see why', async () => {
    const ready = await server.request('/health/ready');
    expect([ready.status, ready.body.error]).toEqual([503, { views: { status: 'down', message: 'stopped: brittle' } }]);
    expect((await get('/operations/views')).body).toMatchObject({
      position: '4',
      storePosition: '4',
      lag: 0,
      views: [
        { name: 'pledges', status: 'live', position: '4' },
        {
          name: 'brittle',
          status: 'failed',
          failure: { position: '3', message: expect.stringContaining('secret') as string },
        },
      ],
    });
    const { body } = await get('/metrics');
    expect(String(body.text)).toContain('steadfast_view_status{view="brittle",status="failed"} 1');
  });

  it('stops again when it is folded anew by the same code', async () => {
    expect((await rebuild('brittle', ['coordinator'])).status).toBe(202);
    expect(await rebuilt('brittle')).toMatchObject({
      status: 'failed',
      failure: { position: '3' },
      rebuild: { status: 'done' },
    });
  });
});

describe('the front', () => {
  it('leads everywhere', async () => {
    const { status, body } = await get('/');
    const links = JSON.stringify(body).match(/\/[a-z/.]+/g);
    expect([status, links]).toEqual([
      200,
      expect.arrayContaining(['/docs', '/views', '/questions', '/feed', '/health/ready']),
    ]);
  });
});

describe('without a read side', () => {
  it('reads are 503 and say so, health is not ready, metrics say that it is down', async () => {
    await server.readSide.close();
    const answers = await Promise.all(
      ['/views/pledges', '/events', '/operations/views', '/health/ready'].map((path) => server.request(path)),
    );
    expect(answers.map(({ status, body }) => [status, body.code ?? body.status])).toEqual([
      [503, 'ReadSideDown'],
      [503, 'ReadSideDown'],
      [503, 'ReadSideDown'],
      [503, 'error'],
    ]);
    expect(String((await server.request('/metrics')).body.text)).toContain('steadfast_up{part="readSide"} 0');
    expect((await server.request('/streams/pledge-sound')).status).toBe(200);
    expect((await server.pledge({ pledgeId: 'still-taken' })).status).toBe(201);
  });
});
