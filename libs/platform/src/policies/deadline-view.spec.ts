import type { Clock, RecordedEvent } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { DeadlineClock } from './deadline-clock.js';
import { PolicyBroken, type Errand } from './errand.js';
import type { Errands } from './errands.js';

const NOW = '2024-07-12T00:00:00.000Z';
const DUE = '2024-07-11T12:00:00.000Z';
const deadline = { command: 'ConcludeSilence', data: { decisionId: 'd' }, party: 'NATO', due: DUE };
const set = { id: 'set', type: 'DeadlineSet', position: 7n } as unknown as RecordedEvent;

/** A clock of deadlines over a view that says what a test says, and what came of it. */
class Ticking {
  readonly sent: Errand[] = [];
  readonly waited: bigint[] = [];
  rows: readonly object[] = [{ key: 'decision-d', row: deadline, eventId: 'set', position: 7n }];
  failures: readonly object[] = [];
  understood = true;
  readonly clock: DeadlineClock;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;

  constructor() {
    const view = { name: 'deadlines', on: { DeadlineSet: () => undefined } };
    const readSide = {
      waitFor: async (position: bigint) => {
        this.waited.push(position);
        return true;
      },
      list: async () => ({ rows: this.rows, failures: this.failures }),
    };
    const errands = {
      causeAt: async () => set,
      run: async (errand: Errand) => {
        if (!this.understood) throw new PolicyBroken('there is no such command');
        this.sent.push(errand);
      },
    };
    const clock: Clock = {
      now: () => NOW,
      until: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve();
          });
        }),
    };
    this.clock = new DeadlineClock({
      ...{ view: view as never, readSide: readSide as unknown as ReadSide, errands: errands as unknown as Errands },
      ...{ clock, store: new MemoryStore(), followed: () => true, log: () => undefined },
    });
    this.#running = this.clock.run(this.#stopping.signal);
  }

  async settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }
}

let ticking: Ticking;
afterEach(() => ticking.stop());

describe('the view that the clock of deadlines reads', () => {
  it('is not read before it is known how far the log has come, and then only from there on', async () => {
    ticking = new Ticking();
    await ticking.settled();
    expect({ waited: ticking.waited, sent: ticking.sent }).toEqual({ waited: [], sent: [] });
    ticking.clock.reach(9n);
    await ticking.settled();
    expect(ticking.waited[0]).toBe(9n);
    expect(ticking.sent).toEqual([
      {
        ...{ policy: 'clock', commandId: expect.any(String) as string, type: 'ConcludeSilence', index: 0 },
        ...{ data: { decisionId: 'd' }, party: 'NATO', occurredAt: DUE, cause: set },
      },
    ]);
  });

  it('is not followed once it has stopped, which is said', async () => {
    ticking = new Ticking();
    ticking.failures = [{ view: 'deadlines' }];
    ticking.clock.reach(7n);
    await ticking.settled();
    expect(ticking.sent).toEqual([]);
    expect(ticking.clock.trouble).toBe('the view deadlines has stopped');
  });

  it('is told of where it holds a deadline that is wrong, as long as it does', async () => {
    ticking = new Ticking();
    ticking.understood = false;
    ticking.clock.reach(7n);
    await ticking.settled();
    expect([...ticking.clock.broken]).toEqual([[expect.any(String), 'there is no such command']]);
    ticking.rows = [];
    ticking.clock.add([set]);
    await ticking.settled();
    expect([...ticking.clock.broken]).toEqual([]);
  });
});
