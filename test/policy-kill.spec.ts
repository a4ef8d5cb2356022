import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, RecordedEvent } from '#eventsourcing';
import { openSqliteReader, openSqliteStore } from '#stores';
import { Chapters, FOLLOWING } from './support/chapters.js';
import { build, launch, scratch, start } from './support/launch.js';
import { eventsIn, logIn } from './support/log-in.js';

const KILLS = 20;
const LONGEST_MS = 60_000;

const directories = { leftAlone: scratch(), killed: scratch() };

beforeAll(async () => {
  build();
  await openSqliteStore(logIn(directories.killed)).close();
}, 120_000);
afterAll(() => {
  for (const directory of Object.values(directories)) rmSync(directory, { recursive: true, force: true });
});

describe('policies that are killed again and again, on their way through matches and withdrawals', () => {
  it('leave the log that policies leave that were left alone', async () => {
    const expected = await toldToTheEnd(directories.leftAlone, await Chapters.in(directories.leftAlone, KILLS));

    const story = await Chapters.in(directories.killed, KILLS);
    for (let chapter = 1; chapter <= KILLS; chapter++) await toldUntilKilled(story, chapter);
    const log = await toldToTheEnd(directories.killed, story);

    expect(streamsOf(log)).toEqual(streamsOf(expected));
    expect(followed(log)).toHaveLength(KILLS * FOLLOWING);
    expect(new Set(followed(log).map(({ metadata }) => metadata.commandId)).size).toBe(KILLS * FOLLOWING);
    expect(notesOf(log).filter(({ type }) => type !== 'PolicyAdvanced')).toEqual([]);
  }, 600_000);
});

/** Has a server tell one chapter more, and kills it when its policies have done a number of things that chance says. */
async function toldUntilKilled(story: Chapters, chapter: number): Promise<void> {
  const store = openSqliteReader(logIn(directories.killed));
  const server = start({ DATA_DIR: directories.killed });
  const told = server.url.then(
    (url) => story.tell(url, chapter),
    () => undefined,
  );
  const killed = haveDone(store, 1 + Math.floor(Math.random() * FOLLOWING))
    .then(() => pause(Math.random() * 3))
    .finally(() => {
      server.kill('SIGKILL');
    });
  try {
    await Promise.all([told, killed, server.ended]);
  } finally {
    await store.close();
  }
}

/** Resolves once policies have caused so many more events. */
async function haveDone(store: EventStore, count: number): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  let [at, done] = [await store.lastPosition(), 0];
  while (done < count) {
    const events = await store.readAll(at, 1_000);
    at = events.at(-1)?.position ?? at;
    done += followed(events).length;
    if (Date.now() > until) throw new Error(`policies have done ${done} of ${count} things in ${LONGEST_MS} ms`);
    await pause(1);
  }
}

/** The log once a server has told all chapters, and nothing more follows. */
async function toldToTheEnd(directory: string, story: Chapters): Promise<readonly RecordedEvent[]> {
  const server = await launch({ DATA_DIR: directory });
  await story.tell(server.url, KILLS);
  await settled(server.url);
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  return eventsIn(logIn(directory));
}

/** Resolves once every policy has come to the end of a log to which nothing is added meanwhile. */
async function settled(url: string): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  for (let last = -1; Date.now() < until;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const figures = (name: RegExp) => [...text.matchAll(name)].map(([, value]) => Number(value));
    const [log = NaN] = figures(/^steadfast_log_position (\d+)$/gm);
    const policies = figures(/^steadfast_policy_position\{.*\} (\d+)$/gm);
    if (policies.length > 0 && policies.every((position) => position === log) && log === last) return;
    last = log;
    await pause(50);
  }
  throw new Error(`the policies do not come to the end of the log within ${LONGEST_MS} ms`);
}

/** What policies caused, their own notes left out. */
function followed(log: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const notes = notesOf(log);
  return log.filter((event) => event.metadata.by.roles.includes('policy') && !notes.includes(event));
}

function notesOf(log: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return log.filter(({ stream }) => stream.startsWith('policy-'));
}

/** What each stream says and who said it, the policies' own notes left out. */
function streamsOf(log: readonly RecordedEvent[]): Readonly<Record<string, readonly unknown[]>> {
  const notes = notesOf(log);
  const said = log.filter((event) => !notes.includes(event));
  return Object.groupBy(
    said.map(({ stream, type, data, metadata: { by } }) => ({ stream, type, data, by })),
    ({ stream }) => stream,
  ) as Readonly<Record<string, readonly unknown[]>>;
}
