import { Ledger, NoAnswer, Problem, ViewStopped, type Fields } from '#client';
import { policies } from '#policies';
import { questions, views } from '#views';
import { freePort } from './support/launch.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';

let server: ReadServer;
let anna: Ledger;

beforeAll(async () => {
  server = await serveReads({ views, questions, policies });
  anna = new Ledger({ url: server.url, token: () => server.token() });
});
afterAll(() => server.close());

const pledge = (pledgeId: string, more: Partial<Fields<'MakePledge'>> = {}): Fields<'MakePledge'> => ({
  ...{ pledgeId, donor: 'DEU', kind: 'military', title: 'Air defence' },
  ...{ amount: euros('1000000.00'), claims },
  ...more,
});
const claims = [{ source: 'https://example.org/statement', said: '2024-07-10', learnt: '2024-07-10' }];
const euros = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' }) as const;
const thrownBy = (doing: Promise<unknown>) => doing.then(() => undefined).catch((error: unknown) => error);

describe('a command through the client', () => {
  it('is answered with its receipt, and is new once', async () => {
    const receipt = await anna.send('MakePledge', pledge('p-new'), { key: 'k-new', occurredAt: '2024-07-10' });
    expect(receipt).toEqual({
      ...{ stream: 'pledge-p-new', revision: 0, position: String(await server.store.lastPosition()), isNew: true },
      events: [expect.objectContaining({ type: 'PledgeMade', occurredAt: '2024-07-10T00:00:00.000Z' })],
    });
    const again = await anna.send('MakePledge', pledge('p-new'), { key: 'k-new', occurredAt: '2024-07-10' });
    expect(again).toEqual({ ...receipt, isNew: false });
  });

  it('is done once, though its first answer is lost', async () => {
    const answered: number[] = [];
    const losing = new Ledger({
      ...{ url: server.url, token: () => server.token() },
      fetch: async (request) => {
        const { status } = await fetch(request.clone());
        answered.push(status);
        if (answered.length === 1) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
        return fetch(request);
      },
    });
    const { revision, isNew } = await losing.send('MakePledge', pledge('p-lost'));
    expect({ answered, revision, isNew }).toEqual({ answered: [201, 201], revision: 0, isNew: false });
    expect((await anna.stream('pledge-p-lost')).events.map(({ type }) => type)).toEqual(['PledgeMade']);
  });

  it('is refused with the code of the law, what to do, and the facts', async () => {
    const error = await thrownBy(anna.send('MakePledge', pledge('p-fra', { donor: 'FRA' })));
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({
      ...{ code: 'NotTheDonor', status: 409, page: `${server.url}/problems/NotTheDonor` },
      ...{ title: expect.any(String) as string, message: expect.any(String) as string, facts: { donor: 'FRA' } },
    });
    expect(await (await fetch((error as Problem).page!)).text()).toContain((error as Problem).title);
  });

  it('is told which of its fields is wrong', async () => {
    const error = await thrownBy(anna.send('MakePledge', { ...pledge('p-kind'), kind: 'naval' as 'military' }));
    expect(error).toMatchObject({ code: 'BodyNotUnderstood', status: 400 });
    expect((error as Problem).facts.errors).toEqual([expect.objectContaining({ field: 'kind' })]);
  });

  it('is held back where its stream has moved on', async () => {
    await anna.send('MakePledge', pledge('p-moved'));
    const more = { pledgeId: 'p-moved', amount: euros('2000000.00'), claims };
    await anna.send('IncreasePledge', more, { ifMatch: 0 });
    const error = await thrownBy(anna.send('CommitPledge', more, { ifMatch: 0 }));
    expect(error).toMatchObject({ code: 'RevisionMoved', status: 412 });
  });

  it('is decided and not done in a dry run', async () => {
    const { dryRun, isNew, events } = await anna.send('MakePledge', pledge('p-dry'), { dryRun: true });
    expect({ dryRun, isNew, types: events?.map(({ type }) => type) }).toEqual({
      ...{ dryRun: true, isNew: false, types: ['PledgeMade'] },
    });
    expect(await anna.row('pledges', 'p-dry')).toBeUndefined();
  });

  it('is one of many, of which one that is refused stops no other', async () => {
    const answers = await anna.sendMany([
      { type: 'MakePledge', data: pledge('p-many-1') },
      { type: 'MakePledge', data: pledge('p-many-2', { donor: 'FRA' }) },
      { type: 'MakePledge', data: pledge('p-many-3'), idempotencyKey: 'own' },
    ]);
    expect(answers.map(({ receipt, problem }) => receipt?.stream ?? problem?.code)).toEqual([
      ...['pledge-p-many-1', 'NotTheDonor', 'pledge-p-many-3'],
    ]);
  });

  it('is sent with the types of its fields', () => {
    const wrong = () => [
      // @ts-expect-error -- there is no such command
      anna.send('MakePromise', {}),
      // @ts-expect-error -- a pledge has a donor
      anna.send('MakePledge', { pledgeId: 'p-1', kind: 'military', title: 'Air defence' }),
      // @ts-expect-error -- views have their own columns
      anna.list('pledges', { colour: 'blue' }),
      // @ts-expect-error -- a question has its own parameters
      anna.ask('situation', { in: 'EUR' }),
      // @ts-expect-error -- an answer has its own fields
      anna.ask('controls', {}).then(({ rows }) => rows[0]?.colour as unknown),
    ];
    expect(wrong).toBeInstanceOf(Function);
  });
});

describe('what is read through the client', () => {
  it('has everything that was sent through it', async () => {
    await anna.send('MakePledge', pledge('p-own'));
    const row = await anna.row('pledges', 'p-own');
    expect(row).toMatchObject({ key: 'p-own', revision: 0, row: { donor: 'DEU', status: 'made', made: '1000000.00' } });
  });

  it('has what another sent, from the position of its receipt on', async () => {
    const bert = new Ledger({ url: server.url });
    bert.readAfter((await anna.send('MakePledge', pledge('p-other'))).position);
    expect(await bert.row('pledges', 'p-other')).toMatchObject({ key: 'p-other' });
  });

  it('says so where it cannot be as fresh', async () => {
    const early = new Ledger({ url: server.url, wait: 0, tries: 1 });
    early.readAfter(String((await server.store.lastPosition()) + 1_000n));
    expect(await thrownBy(early.list('pledges'))).toMatchObject({ code: 'NotFreshEnough', status: 503 });
  });

  it('is all rows of a view, page by page', async () => {
    await anna.sendMany(Array.from({ length: 5 }, (_, i) => ({ type: 'MakePledge', data: pledge(`p-page-${i}`) })));
    const keys: string[] = [];
    for await (const { key, row } of anna.rows('pledges', { donor: 'DEU', sort: 'key', limit: 2 }))
      if (row.title === 'Air defence') keys.push(key);
    expect(keys.filter((key) => key.startsWith('p-page-'))).toEqual([0, 1, 2, 3, 4].map((i) => `p-page-${i}`));
  });

  it('is the history of a row, and the events of the log', async () => {
    await anna.send('MakePledge', pledge('p-told'));
    await anna.send('CommitPledge', { pledgeId: 'p-told', amount: euros('1000000.00'), claims });
    const { versions } = await anna.history('pledges', 'p-told');
    expect(versions.map(({ event }) => event.type)).toContain('PledgeCommitted');
    const { events } = await anna.events({ stream: 'pledge-p-told' });
    expect(events.map(({ type }) => type)).toEqual(['PledgeMade', 'PledgeCommitted']);
  });

  it('is an answer whose figures are explained', async () => {
    const coordinator = new Ledger({ url: server.url, token: () => server.token({ roles: ['coordinator'] }) });
    const rates = [{ currency: 'USD', rate: '1.10' }];
    const source = 'https://example.org/rates';
    await coordinator.send('PublishRates', { ratesId: 'r-1', base: 'EUR', on: '2024-01-01', rates, source });
    await anna.send('MakePledge', pledge('p-figure', { kind: 'humanitarian' }));
    await anna.send('CommitPledge', { pledgeId: 'p-figure', amount: euros('12.34'), claims });
    const asked = { measure: ['committed'], by: 'kind', in: 'EUR', rates: ['r-1'], kind: ['humanitarian'] } as const;
    const { rows } = await anna.ask('totals', asked);
    const { sum, rows: behind } = await anna.explain(rows[0]!.explain);
    expect({ sum: Number(sum), streams: behind.map(({ stream }) => stream) }).toEqual({
      ...{ sum: 12.34, streams: ['pledge-p-figure'] },
    });
    const error = await thrownBy(anna.ask('totals', { ...asked, rates: ['unheard-of'] }));
    expect(error).toMatchObject({ code: 'NoSuchRates', status: 400, facts: { rates: 'unheard-of' } });
  });

  it('is at every other path too', async () => {
    const { data } = await anna.http.GET('/operations/views');
    expect(data?.views.find(({ name }) => name === 'pledges')).toMatchObject({ status: 'live' });
  });
});

describe('a client', () => {
  it('is told that nobody answers, and where', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const error = await thrownBy(new Ledger({ url, tries: 1 }).list('pledges'));
    expect(error).toBeInstanceOf(NoAnswer);
    expect(error).toMatchObject({ url, reason: 'ECONNREFUSED' });
  });

  it('is not signed in without a token', async () => {
    const nobody = new Ledger({ url: server.url });
    expect(await thrownBy(nobody.send('MakePledge', pledge('p-nobody')))).toMatchObject({ code: 'NotSignedIn' });
  });
});

describe('a feed through the client', () => {
  /** So many messages; then it is left. */
  async function some<Message>(feed: AsyncGenerator<Message, void>, count: number): Promise<readonly Message[]> {
    const messages: Message[] = [];
    for await (const message of feed) if (messages.push(message) === count) break;
    return messages;
  }

  it('gives the events of the log as they are recorded, from a position on', async () => {
    const { position } = await anna.send('MakePledge', pledge('p-feed-1'));
    const feed = some(anna.follow({}, { after: String(BigInt(position) - 1n) }), 2);
    await anna.send('MakePledge', pledge('p-feed-2'));
    expect((await feed).map(({ type, stream }) => [type, stream])).toEqual([
      ['PledgeMade', 'pledge-p-feed-1'],
      ['PledgeMade', 'pledge-p-feed-2'],
    ]);
  });

  it('gives the rows of a view as they change, of those that were asked for', async () => {
    const { position } = await anna.send('MakePledge', pledge('p-rows', { kind: 'humanitarian' }));
    const feed = anna.changes(
      'pledges',
      { donor: 'DEU', kind: 'humanitarian' },
      { after: String(BigInt(position) - 1n) },
    );
    const [change] = await some(feed, 1);
    expect(change).toMatchObject({ view: 'pledges', position, event: { type: 'PledgeMade' } });
    expect(change!.rows).toEqual([
      {
        ...{ key: 'p-rows', change: 'added', before: null },
        after: expect.objectContaining({ row: expect.objectContaining({ made: '1000000.00' }) as object }) as object,
      },
    ]);
  });

  it('goes on where it was once the connection is lost, without a gap and without saying anything twice', async () => {
    const { position } = await anna.send('MakePledge', pledge('p-cut-0'));
    let cut = 0;
    const cutting = new Ledger({
      ...{ url: server.url, token: () => server.token() },
      fetch: async (request) => {
        const answer = await fetch(request);
        if (cut++ > 1 || !answer.body) return answer;
        return new Response(answer.body.pipeThrough(breakingAfterOne()), answer);
      },
    });
    const feed = some(cutting.follow({}, { after: String(BigInt(position) - 1n) }), 4);
    for (const n of [1, 2, 3]) await anna.send('MakePledge', pledge(`p-cut-${String(n)}`));
    expect((await feed).map(({ stream }) => stream)).toEqual([0, 1, 2, 3].map((n) => `pledge-p-cut-${String(n)}`));
    expect(cut).toBe(3);
  });

  it('ends when it is told to, and with a refusal of the ledger', async () => {
    const ending = new AbortController();
    const feed = some(anna.follow({}, { signal: ending.signal }), 1);
    setTimeout(() => {
      ending.abort();
    }, 200);
    expect(await feed).toEqual([]);
    const error = await thrownBy(some(anna.changes('pledges', { donor: ['a', 'b'] as never, kinds: 'x' } as never), 1));
    expect(error).toMatchObject({ code: 'QueryNotUnderstood', status: 400 });
  });

  it('says that a view has stopped', async () => {
    const stopped = { view: 'pledges', position: '7', eventId: 'e-7', type: 'PledgeMade' };
    const text = `id: 7\n\nevent: stopped\ndata: ${JSON.stringify(stopped)}\n\n`;
    const fake = new Ledger({ url: server.url, fetch: () => Promise.resolve(new Response(text)) });
    const error = await thrownBy(some(fake.changes('pledges'), 1));
    expect(error).toBeInstanceOf(ViewStopped);
    expect(error).toMatchObject({ view: 'pledges', position: '7', eventId: 'e-7' });
  });
});

/** Lets one message through, and then breaks off as a network does. */
function breakingAfterOne(): TransformStream<Uint8Array, Uint8Array> {
  const [read, write] = [new TextDecoder(), new TextEncoder()];
  let text = '';
  let isThrough = false;
  return new TransformStream({
    transform: (chunk, controller) => {
      text += read.decode(chunk, { stream: true });
      const [message] = /^[^]*?\ndata: .*\n\n/.exec(text) ?? [];
      if (isThrough || message === undefined) return;
      isThrough = true;
      controller.enqueue(write.encode(message));
      setTimeout(() => {
        controller.error(new TypeError('terminated', { cause: new Error('other side closed') }));
      }, 50);
    },
  });
}
