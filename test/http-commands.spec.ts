import { serveCommands, type CommandServer } from './support/serve-commands.js';

let server: CommandServer;
let made = 0;
const pledge = (more: object = {}) => ({
  pledgeId: `p-${++made}`,
  donor: 'DEU',
  kind: 'military',
  title: 'Air defence',
  amount: { amount: '1000000.00', currency: 'EUR', basis: 'claimed' },
  claims: [{ source: 'https://example.org/statement', said: '2024-07-10', learnt: '2024-07-10' }],
  ...more,
});
const position = () => server.store.lastPosition();

beforeAll(async () => {
  server = await serveCommands();
});
afterAll(() => server.close());

describe('a command over HTTP', () => {
  it('is answered with a receipt', async () => {
    const body = pledge();
    const { status, headers, body: receipt } = await server.send('MakePledge', body);
    const at = await position();
    expect({ status, receipt }).toEqual({
      status: 201,
      receipt: {
        stream: `pledge-${body.pledgeId}`,
        revision: 0,
        position: String(at),
        events: [
          {
            id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
            type: 'PledgeMade',
            data: expect.objectContaining({ pledgeId: body.pledgeId, donor: 'DEU' }) as object,
            occurredAt: expect.stringMatching(/Z$/) as string,
          },
        ],
      },
    });
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('log-position')).toBe(String(at));
    expect(headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('is done once, however often it is sent under its key', async () => {
    const body = pledge();
    const first = await server.send('MakePledge', body, { 'idempotency-key': 'once-1' });
    const at = await position();
    const again = await server.send('MakePledge', body, { 'idempotency-key': '"once-1"' });
    expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(await position()).toBe(at);
  });

  it.each([
    ['another field', (id: string) => ({ pledgeId: id, title: 'Something else' })],
    ['another stream', (id: string) => ({ pledgeId: `${id}-other` })],
  ])('is refused under a key that was used for %s', async (_, more) => {
    const body = pledge();
    const key = { 'idempotency-key': `reused-${body.pledgeId}` };
    await server.send('MakePledge', body, key);
    const at = await position();
    const { status, body: problem } = await server.send('MakePledge', { ...body, ...more(body.pledgeId) }, key);
    expect({ status, code: problem.code }).toEqual({ status: 422, code: 'KeyReused' });
    expect(await position()).toBe(at);
  });

  it('shares no key with another subject', async () => {
    const key = { 'idempotency-key': 'shared' };
    await server.send('MakePledge', pledge(), key);
    const bert = await server.token({ subject: 'bert' });
    const { status } = await server.send('MakePledge', pledge(), { ...key, authorization: `Bearer ${bert}` });
    expect(status).toBe(201);
  });

  it('frees the key of a request that was refused', async () => {
    const key = { 'idempotency-key': 'refused-first' };
    const refused = await server.send('MakePledge', pledge({ donor: 'FRA' }), key);
    const corrected = await server.send('MakePledge', pledge(), key);
    expect([refused.status, corrected.status]).toEqual([409, 201]);
  });

  it('is refused by the law with a code, a page and the facts', async () => {
    const { status, headers, body } = await server.send('MakePledge', pledge({ donor: 'FRA' }));
    expect(status).toBe(409);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ type: '/problems/NotTheDonor', status: 409, code: 'NotTheDonor' });
    expect((await server.request('/problems/NotTheDonor')).status).toBe(200);
  });

  it('is decided but not appended in a dry run', async () => {
    const at = await position();
    const body = pledge();
    const { status, body: receipt } = await server.send('MakePledge?dryRun=true', body);
    expect({ status, receipt }).toMatchObject({
      status: 200,
      receipt: { dryRun: true, revision: -1, events: [{ type: 'PledgeMade' }] },
    });
    expect(await position()).toBe(at);
  });

  it('says so where nothing was left to do', async () => {
    const body = pledge();
    await server.send('MakePledge', body);
    const { status, headers, body: receipt } = await server.send('MakePledge', body);
    expect({ status, events: receipt.events, etag: headers.get('etag') }).toEqual({
      status: 200,
      events: [],
      etag: '"0"',
    });
  });

  it('leaves the events out where the client prefers so', async () => {
    const { headers, body } = await server.send('MakePledge', pledge(), { prefer: 'return=minimal' });
    expect(headers.get('preference-applied')).toBe('return=minimal');
    expect(Object.keys(body).sort()).toEqual(['position', 'revision', 'stream']);
  });
});

describe('If-Match', () => {
  it.each([
    ['the revision the stream stands at', '"0"', 201],
    ['an older one', '"7"', 412],
    ['any', '*', 201],
  ])('on %s', async (_, ifMatch, status) => {
    const { pledgeId, amount } = pledge();
    await server.send('MakePledge', pledge({ pledgeId }));
    const claims = [{ source: 'https://example.org/law', said: '2024-07-11', learnt: '2024-07-11' }];
    const answer = await server.send('CommitPledge', { pledgeId, amount, claims }, { 'if-match': ifMatch });
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status,
      code: status === 412 ? 'RevisionMoved' : undefined,
    });
  });

  it('is 412 on any revision of a stream that does not exist', async () => {
    const { status, body } = await server.send('MakePledge', pledge(), { 'if-match': '*' });
    expect({ status, revision: body.revision }).toEqual({ status: 412, revision: null });
  });
});

describe('the headers of a command', () => {
  it.each([
    ['Idempotency-Key', 'two words', 'HeaderNotUnderstood'],
    ['Idempotency-Key', 'x'.repeat(256), 'HeaderNotUnderstood'],
    ['Idempotency-Key', '', 'HeaderNotUnderstood'],
    ['If-Match', '3', 'HeaderNotUnderstood'],
    ['If-Match', 'W/"3"', 'HeaderNotUnderstood'],
    ['If-Match', '"-1"', 'HeaderNotUnderstood'],
    ['Occurred-At', 'yesterday', 'HeaderNotUnderstood'],
    ['Occurred-At', '2024-02-30', 'HeaderNotUnderstood'],
    ['Occurred-At', '2024-07-10T10:00:00', 'HeaderNotUnderstood'],
    ['Occurred-At', '0001-01-01', 'HeaderNotUnderstood'],
    ['Occurred-At', '2024-07-10T25:00:00Z', 'HeaderNotUnderstood'],
    ['Acting-For', 'Germany', 'HeaderNotUnderstood'],
  ])('are refused where %s is %j', async (header, value, code) => {
    const { status, body } = await server.send('MakePledge', pledge(), { [header.toLowerCase()]: value });
    expect({ status, code: body.code, header: body.header }).toEqual({ status: 400, code, header });
  });

  it('must have a key', async () => {
    const { status, body } = await server.request('/commands/MakePledge', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await server.token()}` },
      body: JSON.stringify(pledge()),
    });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'IdempotencyKeyMissing' });
  });

  it.each([
    ['2024-07-10', '2024-07-10T00:00:00.000Z'],
    ['2024-07-10T14:30:00+02:00', '2024-07-10T12:30:00.000Z'],
  ])('say with %s that it was true at %s', async (occurredAt, expected) => {
    const { body } = await server.send('MakePledge', pledge(), { 'occurred-at': occurredAt });
    expect(body.events).toMatchObject([{ occurredAt: expected }]);
  });

  it('keep the trace in the metadata, and who it was', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { pledgeId } = pledge();
    await server.send('MakePledge', pledge({ pledgeId }), { traceparent });
    const { events } = await server.store.read(`pledge-${pledgeId}`);
    expect(events[0]?.metadata).toMatchObject({
      traceparent,
      by: { subject: 'anna', party: 'DEU', roles: ['operator'] },
    });
  });
});

describe('the door', () => {
  const send = async (authorization: string) => server.send('MakePledge', pledge(), { authorization });

  it.each([
    ['no bearer token', () => 'Basic YTpi'],
    ['no token at all', () => 'Bearer'],
    ['garbage', () => 'Bearer a.b.c'],
    ['an expired token', async () => `Bearer ${await server.token({ ttl: '-1h' })}`],
    ['a token that was tampered with', async () => `Bearer ${(await server.token()).replace(/\.[^.]+$/, '.AAAA')}`],
  ])('turns away %s', async (_, authorization) => {
    const { status, headers, body } = await send(await authorization());
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'NotSignedIn' });
    expect(headers.get('www-authenticate')).toMatch(/^Bearer realm="steadfast"/);
  });

  it('names the roles that may', async () => {
    const { status, body } = await send(`Bearer ${await server.token({ roles: ['auditor'] })}`);
    expect({ status, code: body.code, may: body.may }).toEqual({
      status: 403,
      code: 'RoleMissing',
      may: expect.arrayContaining(['operator']) as string[],
    });
  });

  it('lets a historian speak for another party, as reported', async () => {
    const authorization = `Bearer ${await server.token({ party: 'EU', roles: ['historian', 'operator'], subject: 'kit' })}`;
    const { pledgeId } = pledge();
    const headers = { authorization, 'acting-for': 'FRA' };
    const { status } = await server.send('MakePledge', pledge({ pledgeId, donor: 'FRA' }), headers);
    const { events } = await server.store.read(`pledge-${pledgeId}`);
    expect({ status, metadata: events[0]?.metadata }).toMatchObject({
      status: 201,
      metadata: { reported: true, by: { subject: 'kit', party: 'FRA', roles: ['historian'] } },
    });
  });

  it('lets nobody else do so', async () => {
    const { status, body } = await server.send('MakePledge', pledge({ donor: 'FRA' }), { 'acting-for': 'FRA' });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'NotAHistorian' });
  });
});

describe('a body', () => {
  const post = async (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    server.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await server.token()}`,
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      body,
    });

  it.each([
    ['no JSON', '{', 'NotJson'],
    ['empty', '', 'NotJson'],
    ['hostile', '{"__proto__":{"donor":"DEU"}}', 'NotJson'],
    ['hostile in another way', '{"constructor":{"prototype":{"donor":"DEU"}}}', 'NotJson'],
    ['hostile within', '{"amount":{"constructor":1}}', 'BodyNotUnderstood'],
    ['null', 'null', 'BodyNotUnderstood'],
    ['an array', '[]', 'BodyNotUnderstood'],
    ['nested without end', `{"lines":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'BodyNotUnderstood'],
  ])('that is %s is refused', async (_, body, code) => {
    const answer = await post('/commands/MakePledge', body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code });
  });

  it('is refused with every wrong field by its path', async () => {
    const { body } = await post(
      '/commands/MakePledge',
      JSON.stringify({ ...pledge(), kind: 7, extra: 1, claims: [{}] }),
    );
    expect((body.errors as { field: string }[]).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['extra', 'kind', 'claims[0].source']),
    );
  });

  it('that is too large is refused', async () => {
    const { status, body } = await post('/commands/MakePledge', JSON.stringify({ title: 'x'.repeat(2 ** 20) }));
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'BodyTooLarge' });
  });

  it('that causes more than the log takes at once is refused, and says how much it is', async () => {
    const before = await position();
    const item = (index: number) => `${String(index)} ${'x'.repeat(480)}`;
    const prices = Array.from({ length: 2_000 }, (_, index) => ({ item: item(index), price: '1' }));
    const list = {
      pricesId: 'long',
      currency: 'EUR',
      basis: 'replacement',
      on: '2026-01-01',
      source: 'https://example.org',
    };
    const authorization = `Bearer ${await server.token({ roles: ['coordinator'] })}`;
    const { status, body } = await server.send('PublishPrices', { ...list, prices }, { authorization });
    expect({ status, code: body.code, stream: body.stream, most: body.most }).toEqual({
      ...{ status: 413, code: 'BodyTooLarge', stream: 'prices-long', most: 1_000_000 },
    });
    expect(body.bytes).toBeGreaterThan(1_000_000);
    expect(body.detail).toMatch(/nothing was done\. Say it in several commands/);
    expect(await position()).toBe(before);
  });

  it('that is no JSON by its type is refused', async () => {
    const { status, body } = await post('/commands/MakePledge', 'a=b', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect({ status, code: body.code }).toEqual({ status: 415, code: 'MediaTypeNotTaken' });
  });
});

describe('an address', () => {
  it.each([
    ['GET', '/nothing/here', 404, 'NotFound', null],
    ['GET', '/commands/MakePledge', 405, 'MethodNotAllowed', 'POST'],
    ['POST', '/problems/KeyReused', 405, 'MethodNotAllowed', 'GET, HEAD'],
    ['GET', '/problems/NoSuchThing', 404, 'NotFound', null],
    ['GET', '/%zz', 400, 'BadRequest', null],
    ['GET', `/problems/${'x'.repeat(600)}`, 414, 'AddressTooLong', null],
  ])('%s %s is answered with %i', async (method, path, status, code, allow) => {
    const { status: given, headers, body } = await server.request(path, { method });
    expect({ status: given, code: body.code, allow: headers.get('allow') }).toEqual({ status, code, allow });
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('of a command there is not is answered with 404', async () => {
    const { status, body } = await server.send('FlyToTheMoon', {});
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'UnknownCommand' });
  });

  it.each(['/docs', '/openapi.json', '/asyncapi.json'])('%s is there', async (path) => {
    expect((await server.request(path)).status).toBe(200);
  });
});

describe('a batch', () => {
  const send = (items: unknown, headers = {}) => server.send('../commands', items, headers);

  it('is answered with a receipt or a problem for each, in order', async () => {
    const { pledgeId, amount } = pledge();
    const claims = [{ source: 'https://example.org/law', said: '2024-07-11', learnt: '2024-07-11' }];
    const { status, body } = await send([
      { type: 'MakePledge', data: pledge({ pledgeId }) },
      { type: 'CommitPledge', data: { pledgeId, amount, claims } },
      { type: 'MakePledge', data: pledge({ donor: 'FRA' }) },
      { type: 'MakePledge', data: { nonsense: true } },
      { type: 'NoSuchCommand', data: {} },
      'not an object',
    ]);
    expect(status).toBe(207);
    expect(body).toMatchObject([
      { status: 201, receipt: { stream: `pledge-${pledgeId}`, revision: 0 } },
      { status: 201, receipt: { stream: `pledge-${pledgeId}`, revision: 1 } },
      { status: 409, problem: { code: 'NotTheDonor' } },
      { status: 400, problem: { code: 'BodyNotUnderstood' } },
      { status: 404, problem: { code: 'UnknownCommand' } },
      { status: 400, problem: { code: 'BodyNotUnderstood' } },
    ]);
  });

  it('sent again under its key is answered as before', async () => {
    const items = [
      { type: 'MakePledge', data: pledge() },
      { type: 'MakePledge', data: pledge(), idempotencyKey: 'mine' },
    ];
    const key = { 'idempotency-key': 'batch-1' };
    const first = await send(items, key);
    const at = await position();
    const again = await send(items, key);
    const receipts = (first.body as unknown as object[]).map((answer) => ({ ...answer, replayed: true }));
    expect(again.body).toEqual(receipts);
    expect(await position()).toBe(at);
  });

  it.each([
    ['no array', {}],
    ['more than a thousand', Array.from({ length: 1001 }, () => ({}))],
  ])('of %s is refused whole', async (_, items) => {
    const { status, body } = await send(items);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'BodyNotUnderstood' });
  });
});

describe('the examples of the document', () => {
  it('are all understood: the law takes them or refuses them, nothing else does', async () => {
    const { body } = await server.request('/openapi.json');
    const paths = body.paths as Readonly<Record<string, { post?: Operation }>>;
    const roles = ['operator', 'coordinator', 'recipient', 'historian'];
    const authorization = `Bearer ${await server.token({ roles })}`;
    const before = await position();
    const answers: Record<string, number> = {};
    for (const [path, { post }] of Object.entries(paths).filter(([at]) => at.startsWith('/commands'))) {
      const { status } = await server.send(
        `..${path}?dryRun=true`,
        post?.requestBody.content['application/json'].example,
        { authorization },
      );
      answers[path] = status;
    }
    expect(Object.entries(answers).filter(([, status]) => ![200, 207, 409].includes(status))).toEqual([]);
    expect(Object.keys(answers).length).toBeGreaterThan(20);
    expect(await position()).toBe(before);
  });
});

interface Operation {
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly example: unknown } } };
}
