import fc from 'fast-check';
import { boolean, json, quantity, timestamp, view, type Event, type Row } from '#eventsourcing';
import { GivenLog, emptied, openDatabase, openReadSideOn, type TestDatabase } from '#testing';
import { CORRECTED, happenings, historyOf, VIEWS } from './support/oracle.js';

type Written = Event<'Written', { keys: string[]; word: string }>;

interface Told extends Row {
  readonly since: string;
  readonly weight: string;
  readonly isReplaced: boolean | null;
  readonly said: object;
}

/** A row with a value of each kind that the views of the oracle have none of. */
const told = view<Told, Written>('told', {
  columns: { since: timestamp(), weight: quantity(), isReplaced: boolean(), said: json() },
  key: ({ data }) => data.keys,
  on: {
    Written: (_, { data, occurredAt }) => ({
      ...{
        since: occurredAt,
        weight: `${data.word.length}.50`,
        isReplaced: data.word.length > 2 ? null : data.word > 'n',
      },
      said: { 'the word': data.word, nested: [1.5, null, { 'ö "': `${data.word}\\n` }] },
    }),
  },
});

const views = [...VIEWS, told];
/** How many random logs are tried. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 10);

describe('what views come to', () => {
  let [pglite, postgres]: TestDatabase[] = [];
  beforeAll(async () => {
    [pglite, postgres] = await Promise.all([openDatabase('PGlite'), openDatabase('PostgreSQL')]);
  }, 60_000);
  afterAll(() => Promise.all([pglite?.close(), postgres?.close()]));

  it('at a position is what they came to there, whatever came after, however it was folded and in whichever database', async () => {
    await fc.assert(
      fc.asyncProperty(happenings(CORRECTED), async (happened) => {
        const history = historyOf(happened);
        const growing = new GivenLog();
        const step = await openReadSideOn(await emptied(pglite!), { store: growing, views });
        const then = [];
        for (const event of history) {
          growing.add(event);
          expect(await step.waitFor(event.position, 5_000)).toBe(true);
          then.push((await step.digests()).views);
        }
        const atOnce = await openReadSideOn(await emptied(postgres!), { store: new GivenLog(history), views });
        expect(await atOnce.waitFor(BigInt(history.length), 5_000)).toBe(true);
        for (const readSide of [step, atOnce]) {
          const now = [];
          for (const { position } of history) now.push((await readSide.digests({ position })).views);
          expect(now).toEqual(then);
          await readSide.close();
        }
      }),
      { numRuns: RUNS },
    );
  }, 180_000);
});
