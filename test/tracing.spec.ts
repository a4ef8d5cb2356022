import { rmSync } from 'node:fs';
import type { AdvancePolicy, Plain, PledgeMade } from '#domain';
import { policy, START, type Command } from '#eventsourcing';
import { LocalIssuer, openTracing, untraced, type Tracing } from '#platform';
import { logAfter } from '#testing';
import { build, launch, scratch } from './support/launch.js';
import { pledge } from './support/load.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';
import { collectTraces, newTrace, type TraceCollector } from './support/trace-collector.js';

jest.setTimeout(60_000);

/** A policy from which something follows that the law takes. */
const echo = policy<PledgeMade, Command<'AdvancePolicy', Plain<AdvancePolicy>>>('echo', {
  PledgeMade: ({ data }) => [{ type: 'AdvancePolicy', data: { policy: `of-${data.pledgeId}`, position: '1' } }],
});

const COMMAND = 'request > handler - CommandsController.take > command MakePledge';

let collector: TraceCollector;
beforeAll(async () => {
  collector = await collectTraces();
});
afterAll(() => {
  collector.close();
});

describe('a command that is traced', () => {
  let tracing: Tracing;
  let server: ReadServer;

  beforeAll(async () => {
    tracing = await openTracing({ url: `${collector.url}/v1/traces`, headers: { 'api-key': 'k' }, name: 'steadfast' });
    server = await serveReads({ policies: [echo], tracing });
  });
  afterAll(async () => {
    await server.close();
    await tracing.close();
  });

  it('is one trace with its request, its append, the views and what policies do of it', async () => {
    const { traceId, traceparent } = newTrace();
    expect((await server.pledge({ pledgeId: 'traced' }, { traceparent })).status).toBe(201);
    expect(await collector.paths(traceId, 8)).toEqual([
      'request',
      'request > handler - CommandsController.take',
      COMMAND,
      `${COMMAND} > append`,
      `${COMMAND} > fold`,
      `${COMMAND} > policy echo`,
      `${COMMAND} > policy echo > append`,
      `${COMMAND} > policy echo > fold`,
    ]);
    expect(collector.headers.map((headers) => headers['api-key'])).toContain('k');
  });

  it('leaves its own traceparent in the log, within the trace that the request came with', async () => {
    const { traceId, traceparent } = newTrace();
    const before = await server.store.lastPosition();
    await server.pledge({ pledgeId: 'left' }, { traceparent });
    await collector.paths(traceId, 8);
    const parents = (await logAfter(server.store, before)).map(({ metadata }) => metadata.traceparent);
    const spanIds = ['command MakePledge', 'policy echo'].map(
      (each) => collector.spans(traceId).find(({ name }) => name === each)?.spanId ?? '',
    );
    expect(parents).toEqual(spanIds.map((spanId) => `00-${traceId}-${spanId}-01`));
  });

  it('that is refused says why by its code, and nothing that was written', async () => {
    const { traceId, traceparent } = newTrace();
    await server.pledge({ pledgeId: 'refused', donor: 'FRA', title: 'a s3cret title' }, { traceparent });
    expect(await collector.paths(traceId, 3)).toEqual([
      'request',
      'request > handler - CommandsController.take',
      COMMAND,
    ]);
    const [command] = collector.spans(traceId).filter(({ name }) => name === 'command MakePledge');
    expect(command?.status).toEqual({ code: 2, message: 'NotTheDonor' });
    expect(collector.bodies.filter((body) => /s3cret|eyJ/.test(body))).toEqual([]);
  });

  it('is told to nobody where the request says so', async () => {
    const [silent, last] = [newTrace('00'), newTrace()];
    await server.pledge({ pledgeId: 'silent' }, { traceparent: silent.traceparent });
    await server.pledge({ pledgeId: 'last' }, { traceparent: last.traceparent });
    await collector.paths(last.traceId, 8);
    expect(collector.spans(silent.traceId)).toEqual([]);
  });

  it('asked again in another trace is the same request', async () => {
    const [first, again] = [newTrace(), newTrace()];
    const send = ({ traceparent }: typeof first) =>
      server.pledge({ pledgeId: 'again' }, { traceparent, 'idempotency-key': 'again' });
    const [one, other] = [await send(first), await send(again)];
    expect(other.headers.get('idempotency-replayed')).toBe('true');
    expect(other.body).toEqual(one.body);
  });
});

describe('what the log and the views say', () => {
  it('is the same in whatever trace it was asked for', async () => {
    const said = async () => {
      const server = await serveReads();
      const headers = { 'idempotency-key': 'same', 'occurred-at': '2024-07-10', traceparent: newTrace().traceparent };
      await server.pledge({ pledgeId: 'same' }, headers);
      await server.readSide.waitFor(1n, 10_000);
      const digests = await Promise.all(server.readSide.views.map(({ name }) => server.readSide.digest(name)));
      const log = await logAfter(server.store, START);
      await server.close();
      return { ids: log.map(({ id }) => id), payloads: log.map(({ metadata }) => metadata.payload), digests };
    };
    expect(await said()).toEqual(await said());
  });
});

describe('the api with an endpoint for traces', () => {
  it('traces a command through the thread of its read side, and sends what is left when it stops', async () => {
    build();
    const dataDir = scratch();
    const server = await launch({ DATA_DIR: dataDir, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const issuer = await LocalIssuer.in(dataDir);
    const token = await issuer.issue({ subject: 'anna', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const { traceId, traceparent } = newTrace();
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': 'traced',
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ ...pledge, pledgeId: 'traced' });
    const { status } = await fetch(`${server.url}/commands/MakePledge`, {
      method: 'POST',
      headers: { ...headers, traceparent },
      body,
    });
    await fetch(`${server.url}/views/pledges`, { headers: { 'read-after': '1', prefer: 'wait=10' } });
    server.kill('SIGTERM');
    const { code, stderr } = await server.ended;
    rmSync(dataDir, { recursive: true });
    expect({ status, code, stderr }).toEqual({ status: 201, code: 0, stderr: '' });
    expect(await collector.paths(traceId, 5)).toEqual(
      expect.arrayContaining([COMMAND, `${COMMAND} > append`, `${COMMAND} > fold`]),
    );
  }, 180_000);
});

describe('without an endpoint', () => {
  it('nothing is traced', async () => {
    expect(await openTracing(undefined)).toBe(untraced);
  });
});
