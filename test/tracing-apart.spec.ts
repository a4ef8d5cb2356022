import { rmSync } from 'node:fs';
import { START } from '#eventsourcing';
import { LocalIssuer } from '#platform';
import { openEventStoreDb } from '#stores';
import { openEngines, type Engines } from './support/engines.js';
import { build, launch, scratch, type Launched } from './support/launch.js';
import { collectTraces, newTrace, type TraceCollector } from './support/trace-collector.js';

jest.setTimeout(120_000);

const [groupId, meetingId] = ['udcg', 'meeting-1'];
const directory = scratch();
let engines: Engines;
let place: Awaited<ReturnType<Engines['place']>>;
let collector: TraceCollector;
let [api, worker]: (Launched | undefined)[] = [];

beforeAll(async () => {
  build();
  [engines, collector] = await Promise.all([openEngines(), collectTraces()]);
  place = await engines.place();
  const env = {
    ...{ DATA_DIR: directory, ...place },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '200' },
  };
  [api, worker] = await Promise.all(
    (['api', 'worker'] as const).map((app) => launch({ ...env, OTEL_SERVICE_NAME: app }, app)),
  );
}, 120_000);
afterAll(async () => {
  for (const each of [api, worker]) each?.kill('SIGTERM');
  await Promise.all([api?.ended, worker?.ended]);
  await engines.close();
  collector.close();
  rmSync(directory, { recursive: true });
});

/** Sends a command to the api for the United States, which leads the group and keeps its records. */
async function send(type: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const issuer = await LocalIssuer.in(directory);
  const roles = ['operator', 'coordinator'];
  const token = await issuer.issue({ subject: 'anna', party: 'USA', roles, ttl: '1h' });
  const answer = await fetch(`${api?.url}/commands/${type}`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...{ 'idempotency-key': crypto.randomUUID(), ...headers },
    },
    body: JSON.stringify(body),
  });
  expect({ status: answer.status, said: await answer.text() }).toMatchObject({ status: 201 });
}

describe('a command that one process takes, and another acts on', () => {
  it('is one trace over both, and what each caused hangs on the traceparent that the log holds', async () => {
    await send('AdmitParty', { groupId, party: 'USA' });
    await send('AppointChair', { groupId, parties: ['USA'] });
    await send('ScheduleMeeting', { meetingId, groupId, on: '2024-09-06', format: 'virtual' });
    const { traceId, traceparent } = newTrace();
    await send('OpenMeeting', { meetingId }, { traceparent });

    const command = 'request > handler - CommandsController.take > command OpenMeeting';
    expect(await collector.paths(traceId, 8)).toEqual([
      'request',
      'request > handler - CommandsController.take',
      command,
      `${command} > append`,
      `${command} > fold`,
      `${command} > policy count-meetings`,
      `${command} > policy count-meetings > append`,
      `${command} > policy count-meetings > fold`,
    ]);

    const spans = collector.spans(traceId);
    const told = spans.map(({ name, service }) => `${service}: ${name}`).sort();
    expect(told).toEqual([
      'api: append',
      'api: command OpenMeeting',
      'api: handler - CommandsController.take',
      'api: request',
      'worker: append',
      'worker: fold',
      'worker: fold',
      'worker: policy count-meetings',
    ]);
    const spanIdOf = (name: string) => spans.find((span) => span.name === name)?.spanId ?? '';
    expect(spans.find(({ name }) => name === 'request')?.parentSpanId).toBe(traceparent.split('-')[2]);
    expect(await parentsInLog(traceId)).toEqual([
      ['MeetingOpened', `00-${traceId}-${spanIdOf('command OpenMeeting')}-01`],
      ['MeetingCounted', `00-${traceId}-${spanIdOf('policy count-meetings')}-01`],
    ]);
  });
});

/** The events of a trace, with the `traceparent` that each keeps. */
async function parentsInLog(traceId: string): Promise<readonly (readonly [string, string | undefined])[]> {
  const log = await openEventStoreDb(place.EVENT_STORE_URL, { prefix: place.EVENT_STORE_PREFIX });
  const events = await log.readAll(START, 100);
  await log.close();
  return events
    .map(({ type, metadata }) => [type, metadata.traceparent] as const)
    .filter(([, parent]) => parent?.includes(traceId));
}
