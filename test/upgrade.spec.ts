import { setTimeout as pause } from 'node:timers/promises';
import { integer, question, sql, text, textArray, view, type AnyView, type Event, type Row } from '#eventsourcing';
import { openSharedReadSide, type SharedReadSide } from '#read-side';
import { day, event, GivenLog, openPostgresServer, type PostgresServer } from '#testing';

type Said = Event<'Said', { key: string; word: string }>;

const key = ({ data }: Said) => data.key;

/** How many words were said under each key. */
const counted = view<Row & { readonly times: number }, Said>('counted', {
  columns: { times: integer() },
  key,
  on: { Said: (row) => ({ times: (row?.times ?? 0) + 1 }) },
});

/** The same in the next version, which knows the last word too. */
const countedNext = view<Row & { readonly times: number; readonly last: string }, Said>('counted', {
  columns: { times: integer(), last: text() },
  key,
  on: { Said: (row, { data }) => ({ times: (row?.times ?? 0) + 1, last: data.word }) },
});

class Nothing {}

/** The last words, which only the next version has. */
const lastWords = question<Nothing, { readonly last: string }, object>('lastWords', {
  about: 'The last words.',
  fields: { words: textArray('The last words.') },
  parameters: Nothing,
  reads: [countedNext],
  ask: (_, tables) => sql`select last from ${tables.visible(countedNext)} counted order by last`,
  answer: (rows) => ({ words: rows.map(({ last }) => last) }),
});

const said = (position: number) =>
  event(position, 'Said', { key: `k${position % 3}`, word: `w${position}` }, { occurredAt: day(position) });
const saidUpTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => said(from + index));

jest.setTimeout(60_000);

describe('an upgrade, workers first', () => {
  const log = new GivenLog(saidUpTo(1, 60));
  const opened: SharedReadSide[] = [];
  let server: PostgresServer;
  let url: string;

  const open = (version: AnyView, mayLead: boolean) => {
    const questions = version === countedNext ? [lastWords] : [];
    const readSide = openSharedReadSide({ url, store: log, views: [version], questions, mayLead, connections: 4 });
    opened.push(readSide);
    return readSide;
  };
  const times = async (readSide: SharedReadSide) => {
    const { rows } = await readSide.list('counted', { asOf: day(1000) });
    return rows.reduce((sum, { row }) => sum + Number(row.times), 0);
  };

  const isFolded = async (readSide: SharedReadSide, position: bigint) => {
    const { views } = await readSide.status();
    return views.every((each) => each.status === 'live' && !each.building && each.position === position);
  };

  beforeAll(async () => {
    server = await openPostgresServer();
    url = await server.database();
  });
  afterAll(async () => {
    for (const readSide of opened) await readSide.close();
    await server.close();
  });

  it('leaves no moment in which an api of either version has no answer, or an older one than before', async () => {
    const [oldWorker, oldApi] = [open(counted, true), open(counted, false)];
    expect(await oldApi.waitFor(60n, 15_000)).toBe(true);

    const [newWorker, newApi] = [open(countedNext, true), open(countedNext, false)];
    expect(await newApi.waitFor(60n, 15_000)).toBe(true);
    expect(newWorker.leads).toBe(false);
    expect(await times(newApi)).toBe(60);
    await expect(newApi.ask('lastWords', {}, { asOf: day(1000) })).rejects.toThrow(
      'the view counted is being folded with its new columns',
    );

    const seen: number[][] = [[], []];
    const over = new AbortController();
    const asking = (async () => {
      while (!over.signal.aborted)
        for (const [index, api] of [oldApi, newApi].entries()) seen[index]!.push(await times(api));
    })();
    await oldWorker.close();
    log.add(...saidUpTo(61, 90));
    while (!(await isFolded(newApi, 90n))) await pause(20);
    expect(await newApi.waitFor(90n, 15_000)).toBe(true);
    expect(await oldApi.waitFor(90n, 15_000)).toBe(true);
    over.abort();
    await asking;

    expect(newWorker.leads).toBe(true);
    for (const sums of seen) expect(sums).toEqual([60, ...sums.slice(1)].toSorted((a, b) => a - b));
    expect(await times(oldApi)).toBe(90);
    expect(await newApi.ask('lastWords', {}, { asOf: day(1000) })).toMatchObject({
      answer: { words: ['w88', 'w89', 'w90'] },
    });
  });
});
