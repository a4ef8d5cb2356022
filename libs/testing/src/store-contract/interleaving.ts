import fc from 'fast-check';
import { NO_STREAM, WrongExpectedRevision, type EventStore, type NewEvent } from '#eventsourcing';
import { idsOf, logAfter, newEvents, newStream, withStore, type StoreHarness } from './harness.js';

/** An append as drawn: to which stream, how many events, how far off its expectation is, or which earlier append of the stream it repeats. */
interface Drawn {
  readonly count: number;
  readonly off: number;
  readonly repeat: number | undefined;
}

interface Made {
  readonly events: readonly NewEvent[];
  readonly expected: number;
}

/** The naive model of a stream: its ids, and the appends it took. */
class Model {
  readonly ids: string[] = [];
  readonly taken: Made[] = [];
  readonly stream = newStream();

  /** The append that was drawn, and what is to come of it. */
  play({ count, off, repeat }: Drawn): Made & { readonly outcome: object } {
    const again = repeat === undefined ? undefined : this.taken[repeat % Math.max(1, this.taken.length)];
    if (again) return { ...again, outcome: { revision: again.expected + again.events.length } };
    const revision = this.ids.length - 1;
    const made = { events: newEvents(count), expected: Math.max(NO_STREAM, revision + off) };
    if (made.expected !== revision) return { ...made, outcome: { expected: made.expected, actual: revision } };
    this.taken.push(made);
    this.ids.push(...idsOf(made.events));
    return { ...made, outcome: { revision: revision + count } };
  }
}

async function outcomeOf(store: EventStore, stream: string, { events, expected }: Made): Promise<object> {
  try {
    return { revision: (await store.append(stream, events, expected)).revision };
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return { expected: error.expected, actual: error.actual };
  }
}

const drawn = fc.record<Drawn>({
  count: fc.integer({ min: 1, max: 4 }),
  off: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }) }),
  repeat: fc.option(fc.nat(20), { nil: undefined, freq: 4 }),
});

/** A round: for each stream the appends made to it at once, in order, or none. */
const rounds = fc.array(fc.array(fc.option(drawn), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 25 });

/** What any interleaving of appends must come to. */
export function interleaving(harness: StoreHarness): void {
  describe('appends in any interleaving', () => {
    it(
      'come to what a naive model says',
      () =>
        withStore(harness, (store) =>
          fc.assert(
            fc.asyncProperty(rounds, async (drawn) => {
              const [before, models] = [await store.lastPosition(), Array.from({ length: 4 }, () => new Model())];
              for (const round of drawn) {
                const plays = round.flatMap((append, at) => {
                  const model = models[at]!;
                  return append ? [{ stream: model.stream, ...model.play(append) }] : [];
                });
                const outcomes = await Promise.all(plays.map((play) => outcomeOf(store, play.stream, play)));
                expect(outcomes).toEqual(plays.map(({ outcome }) => outcome));
              }
              const log = await logAfter(store, before);
              for (const { stream, ids } of models) {
                expect(idsOf((await store.read(stream)).events)).toEqual(ids);
                expect(idsOf(log.filter((event) => event.stream === stream))).toEqual(ids);
              }
              expect(log.length).toBe(models.reduce((sum, { ids }) => sum + ids.length, 0));
            }),
            { numRuns: 40 },
          ),
        ),
      120_000,
    );
  });
}
