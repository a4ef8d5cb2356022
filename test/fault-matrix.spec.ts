import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { START, type EventStore, type RecordedEvent } from '#eventsourcing';
import { LocalIssuer } from '#platform';
import { openSharedReadSide, type SharedReadSide } from '#read-side';
import { openEventStoreDb } from '#stores';
import { questions, views } from '#views';
import { Chapters, FOLLOWING } from './support/chapters.js';
import { openCrew, type Crew, type Member } from './support/crew.js';
import { openEngines, type Engines } from './support/engines.js';
import { build, scratch } from './support/launch.js';
import { patientLoad, type PatientLoad } from './support/load.js';

jest.setTimeout(120_000);

const CONNECTIONS = 32;
const directory = scratch();
let engines: Engines;
let crew: Crew;
let sent: PatientLoad;
let story: Chapters;
let told = 0;

/** What goes wrong, with whom, and whether commands are taken meanwhile. */
interface Fault {
  readonly name: string;
  readonly concerns: () => readonly Member[];
  readonly commandsGoOn: boolean;
  readonly begin: () => unknown;
  readonly end: () => unknown;
  /** How long it lasts at least, in ms; it lasts until all whom it concerns say that they are not ready. */
  readonly lasts?: number;
}

const apis = () => crew.apis;
const workers = () => crew.workers;
const all = () => [...crew.apis, ...crew.workers];

/** The network between all processes of a kind and an engine, gone in one of two ways. */
const network = (app: 'api' | 'worker', engine: 'store' | 'database', how: 'cut' | 'silence'): Fault => ({
  name: `the network between ${app} and ${engine} ${how === 'cut' ? 'breaks' : 'loses what is sent'}`,
  concerns: app === 'api' ? apis : workers,
  commandsGoOn: app === 'worker' || engine === 'database',
  begin: () => {
    crew.ways[app][engine][how]();
  },
  end: () => {
    crew.ways[app][engine].mend();
  },
});

const faults: readonly Fault[] = [
  {
    name: 'the store freezes for 10 s',
    concerns: all,
    commandsGoOn: false,
    lasts: 10_000,
    begin: () => {
      engines.log.order({ do: 'freeze' });
    },
    end: () => {
      engines.log.order({ do: 'thaw' });
    },
  },
  {
    name: 'the store restarts',
    concerns: all,
    commandsGoOn: false,
    begin: () => {
      engines.log.order({ do: 'stop' });
    },
    end: () => {
      engines.log.order({ do: 'listen' });
    },
  },
  {
    name: 'the database restarts',
    concerns: all,
    commandsGoOn: true,
    begin: () => engines.databases.goDown(),
    end: () => engines.databases.comeUp(),
  },
  ...(['cut', 'silence'] as const).flatMap((how) => [
    network('api', 'store', how),
    network('api', 'database', how),
    network('worker', 'store', how),
    network('worker', 'database', how),
  ]),
];

/** A chapter more is told, and what follows from it is done by policies; a command that is not taken is said to the other api. */
async function tellOn(): Promise<void> {
  told++;
  for (let turn = 0; !(await story.tell(crew.apis[turn % 2]?.url ?? '', told)); turn++) await pause(50);
}

beforeAll(async () => {
  build();
  engines = await openEngines();
  crew = await openCrew(engines, directory);
  const issuer = await LocalIssuer.in(directory);
  const token = await issuer.issue({ subject: 'operator', party: 'DEU', roles: ['operator'], ttl: '1h' });
  story = await Chapters.in(directory, faults.length + 2);
  await Promise.all(all().map((each) => each.becomes(true)));
  sent = patientLoad(
    crew.apis.map(({ url }) => url),
    token,
    CONNECTIONS,
    'load',
  );
  await sent.until(CONNECTIONS);
}, 120_000);
afterAll(async () => {
  for (const each of all()) await each.end('SIGKILL');
  await engines.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('two api processes and two workers under load', () => {
  it.each(faults)('say so while $name, and go on by themselves', async (fault) => {
    const { concerns, commandsGoOn, begin, end, lasts = 0 } = fault;
    const telling = tellOn();
    await begin();
    try {
      await Promise.all([
        ...concerns().map((each) => each.becomes(false)),
        pause(lasts),
        ...(commandsGoOn ? [sent.until(2 * CONNECTIONS)] : []),
      ]);
    } finally {
      await end();
    }
    await Promise.all(all().map((each) => each.becomes(true)));
    await Promise.all([sent.until(2 * CONNECTIONS), telling]);
  });

  it('are led by the other worker within 5 s when the one that leads is killed, which stands by when it is started anew', async () => {
    const { leader, other } = await crew.leader();
    const telling = tellOn();
    const [began] = [performance.now(), await leader.end('SIGKILL')];
    expect(await leader.isReady()).toBe(false);
    while (!(await other.leads())) await pause(20);
    const took = performance.now() - began;
    expect(took).toBeLessThan(5_000);
    await sent.until(2 * CONNECTIONS);
    await leader.start();
    await Promise.all(all().map((each) => each.becomes(true)));
    expect([await leader.leads(), await other.leads()]).toEqual([false, true]);
    await telling;
  });

  it('take commands at the other api when one is killed, and at both when it is started anew', async () => {
    const [one] = crew.apis;
    const telling = tellOn();
    await one.end('SIGKILL');
    expect(await one.isReady()).toBe(false);
    await sent.until(2 * CONNECTIONS);
    await one.start();
    await Promise.all([one.becomes(true), telling]);
  });

  describe('in the end', () => {
    let store: EventStore;
    let log: readonly RecordedEvent[];

    beforeAll(async () => {
      await sent.stop();
      const { EVENT_STORE_URL, EVENT_STORE_PREFIX: prefix } = crew.place;
      store = await openEventStoreDb(EVENT_STORE_URL, { prefix });
      await settled(store);
      log = await store.readAll(START, Number.MAX_SAFE_INTEGER);
    }, 120_000);
    afterAll(() => store.close());

    it('have every acknowledged command in the log, once, and no other', () => {
      const logged = log.filter(({ stream }) => stream.startsWith('pledge-load-')).map(({ stream }) => stream.slice(7));
      expect(logged.toSorted()).toEqual([...sent.acknowledged].toSorted());
      expect([...sent.setbacks.keys()].filter((what) => what !== '503' && what !== 'TypeError')).toEqual([]);
    });

    it('have done all that policies are to do, once', () => {
      const followed = log.filter(
        ({ metadata, stream }) => metadata.by.roles.includes('policy') && !stream.startsWith('policy-'),
      );
      expect(followed).toHaveLength(told * FOLLOWING);
      expect(new Set(followed.map(({ metadata }) => metadata.commandId)).size).toBe(told * FOLLOWING);
    });

    it('have the views that are folded anew from the whole log', async () => {
      const opened = { store, views, questions };
      const kept = openSharedReadSide({ ...opened, url: crew.place.DATABASE_URL, mayLead: false });
      const anew = openSharedReadSide({ ...opened, url: await engines.databases.database(), mayLead: true });
      const digestsAt = async (readSide: SharedReadSide, position: bigint) => {
        expect(await readSide.waitFor(position, 60_000)).toBe(true);
        return Promise.all(views.map(async ({ name }) => [name, await readSide.digest(name)]));
      };
      try {
        // Policies note every now and then how far they came: only what is of one position is compared.
        for (;;) {
          const position = await store.lastPosition();
          const [left, right] = [await digestsAt(kept, position), await digestsAt(anew, position)];
          if ((await store.lastPosition()) > position) continue;
          expect(left).toEqual(right);
          return;
        }
      } finally {
        await kept.close();
        await anew.close();
      }
    });

    it('stop in good order', async () => {
      expect(await crew.close()).toEqual([0, 0, 0, 0]);
    });
  });
});

/** Resolves once the policies have come to the end of the log, and nothing is added to it. */
async function settled(store: EventStore): Promise<void> {
  for (const until = performance.now() + 100_000; performance.now() < until;) {
    await pause(100);
    const position = await store.lastPosition();
    const { leader } = await crew.leader();
    if ((await leader.hasFollowed(position)) && (await store.lastPosition()) === position) return;
  }
  const { leader } = await crew.leader();
  throw new Error(
    `the policies do not come to the end of the log, ${await store.lastPosition()}: ${await leader.followed()}`,
  );
}
