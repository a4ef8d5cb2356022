import fc from 'fast-check';
import { Pledge } from '#domain';
import {
  foldOf,
  Folds,
  handle,
  Rejection,
  START,
  uuidv5,
  type Inquiry,
  type Intent,
  type RecordedEvent,
  type Row,
  type View,
} from '#eventsourcing';
import { MemoryStore } from '#stores';
import { conditions, pledgedGoods } from '#views';
import { meetConditions } from './meet-conditions.js';

const item = 'interceptor';
const threshold = { item, quantity: '12' };
const condition = { text: 'enough in all', until: '2099-12-31', threshold };
const claims = [{ source: 'a statement' }];
/** The pledges that things happen to: the conditional one, another of its donor, and those of others, each of ten euros an interceptor. */
const DONORS = { waiting: 'DEU', own: 'DEU', us: 'USA', nl: 'NLD', no: 'NOR' } as const;
type Name = keyof typeof DONORS;
const euros = (interceptors: number) => ({ amount: String(interceptors * 10), currency: 'EUR', basis: 'claimed' });

const step = fc.record({
  type: fc.constantFrom(
    'CommitPledge',
    'CommitPledge',
    'CommitPledge',
    'IncreasePledge',
    'DecreasePledge',
    'WithdrawPledge',
  ),
  pledgeId: fc.constantFrom<Name>('waiting', 'own', 'us', 'nl', 'no', 'us', 'nl', 'no'),
  /** In halves of an interceptor. */
  to: fc.integer({ min: 0, max: 16 }).map((halves) => halves / 2),
  /** How many hours later than it happened it is recorded, but for the withdrawal of the one that waits. */
  late: fc.nat(5),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const hour = (count: number) => new Date(Date.UTC(2026, 0, 10) + count * 3_600_000).toISOString();

/** A log on which the policy follows every event at once, reading its views as they were known. */
class World {
  readonly store = new MemoryStore();
  readonly #ledger = { store: this.store, folds: new Folds() };
  #hour = 0;
  #read = START;

  async make(pledgeId: Name): Promise<void> {
    const lines = [{ item, quantity: '8' }];
    const words = {
      pledgeId,
      donor: DONORS[pledgeId],
      kind: 'military',
      title: pledgeId,
      lines,
      amount: euros(8),
      claims,
    };
    await this.#do({ type: 'MakePledge', data: pledgeId === 'waiting' ? { ...words, condition } : words }, pledgeId, 0);
  }

  async take({ type, pledgeId, to, late }: Step): Promise<void> {
    const hours = type === 'WithdrawPledge' && pledgeId === 'waiting' ? 0 : late;
    await this.#do({ type, data: { pledgeId, amount: euros(to), reason: 'why', claims } }, pledgeId, hours);
  }

  events(): Promise<readonly RecordedEvent[]> {
    return this.store.readAll(START, 1000);
  }

  /** How much others are committed to at a time, in interceptors, by the money alone, as it was known before a position. */
  async others(at: string, before: bigint): Promise<number> {
    const known = (await this.events()).filter((one) => one.position < before && one.occurredAt <= at);
    const committed = new Map<string, number>();
    for (const { type, stream, data } of known.toSorted(inTime)) {
      const { donor, ...said } = data as { donor: string; to?: Total; committed?: { to: Total } };
      const total = type === 'PledgeCommitted' ? said.to : said.committed?.to;
      if (donor !== 'DEU' && total) committed.set(stream, Number(total.amount));
    }
    return [...committed.values()].reduce((sum, amount) => sum + Math.min(8, amount / 10), 0);
  }

  /** Whether others are committed to enough now, and the pledge that waits for them stands. */
  async areEnough(): Promise<boolean> {
    const withdrawn = (await this.events()).some(
      ({ type, stream }) => type === 'PledgeWithdrawn' && stream === 'pledge-waiting',
    );
    return !withdrawn && (await this.others(hour(this.#hour), this.#read + 1n)) >= Number(threshold.quantity);
  }

  async #do(command: { type: string; data: object }, pledgeId: Name, late: number): Promise<void> {
    this.#hour++;
    const by = { subject: 'somebody', party: DONORS[pledgeId], roles: ['operator'] };
    const times = { at: hour(this.#hour), occurredAt: hour(this.#hour - late) };
    const metadata = { commandId: uuidv5(`step ${String(this.#hour)}`), by, ...times };
    await handle(this.#ledger, Pledge, { ...command, metadata }).catch((error: unknown) => {
      if (!(error instanceof Rejection)) throw error;
    });
    await this.#follow();
  }

  async #follow(): Promise<void> {
    for (const event of await this.store.readAll(this.#read, 1000)) {
      this.#read = event.position;
      const row = meetConditions.on[event.type as keyof typeof meetConditions.on] as
        ((event: RecordedEvent) => readonly Intent[] | Inquiry) | undefined;
      let follows = row?.(event) ?? [];
      while ('then' in follows) follows = follows.then(await this.#rows(follows, event));
      for (const { type, data, as = '', occurredAt = event.occurredAt } of follows) {
        const by = { subject: 'policy', party: as, roles: ['policy'] };
        const metadata = { commandId: uuidv5(`after ${event.id}`), by, at: event.at, occurredAt };
        await handle(this.#ledger, Pledge, { type, data, metadata });
      }
    }
  }

  async #rows({ view, where }: Inquiry, { at, position }: RecordedEvent) {
    const declared: View = (view === 'conditions' ? conditions : pledgedGoods) as never;
    const rows = new Map<string, Row | undefined>();
    const known = (await this.events()).filter((one) => one.position <= position && one.occurredAt <= at);
    for (const event of known.toSorted(inTime)) {
      const fold = foldOf(declared, event.type);
      if (fold) for (const key of [declared.key(event)].flat()) rows.set(key, fold(rows.get(key), event, key));
    }
    return [...rows].flatMap(([key, row]) => {
      const meets = Object.entries(where).every(([column, values]) => [values].flat().includes(String(row?.[column])));
      return row && meets ? [{ ...row, key }] : [];
    });
  }
}

interface Total {
  readonly amount: string;
}

function inTime(a: RecordedEvent, b: RecordedEvent): number {
  return a.occurredAt < b.occurredAt ? -1 : Number(a.occurredAt > b.occurredAt) || Number(a.position - b.position);
}

describe('a pledge that waits for what others commit to (R30)', () => {
  it('is met if ever they reach its threshold while it stands, from a time at which they had, and counts nothing before', async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.nat(12), async (steps, before) => {
        const world = new World();
        for (const name of ['own', 'us', 'nl', 'no'] as const) await world.make(name);
        for (const one of steps.slice(0, before)) await world.take(one);
        await world.make('waiting');
        let reached = await world.areEnough();
        for (const one of steps.slice(before)) {
          await world.take(one);
          reached ||= await world.areEnough();
        }
        const own = (await world.events()).filter(({ stream }) => stream === 'pledge-waiting');
        const [made, ...later] = own;
        const [conditionMet, ...rest] = later.filter(({ type }) => type === 'ConditionMet');
        expect([conditionMet !== undefined, rest]).toEqual([reached, []]);
        const commitments = own.filter(({ type }) => type === 'PledgeCommitted');
        if (!conditionMet) {
          expect(commitments).toEqual([]);
          return;
        }
        met++;
        const { occurredAt, position } = conditionMet;
        expect(occurredAt >= made!.occurredAt).toBe(true);
        expect(await world.others(occurredAt, position)).toBeGreaterThanOrEqual(Number(threshold.quantity));
        expect(commitments.filter((one) => one.position < position || one.occurredAt < occurredAt)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(met).toBeGreaterThan(20);
  }, 60_000);
});
