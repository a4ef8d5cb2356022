import { MemoryStore } from '#stores';
import { brittle, pledges } from './support/sample-views.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

let server: ReadServer;
const store = new MemoryStore();

beforeAll(async () => {
  server = await serveReads({ store, views: [pledges, brittle], questions: [] });
  await server.pledge({ pledgeId: 'sound' });
});
afterAll(() => server.close());

describe('the digests of the views', () => {
  const digests = async (query = '', roles?: string[]) =>
    server.request(`/operations/digests${query}`, {
      headers: {
        ...(roles && { authorization: `Bearer ${await server.token({ roles })}` }),
        ...{ 'read-after': String(await store.lastPosition()), prefer: 'wait=10' },
      },
    });

  it.each([
    ['nobody', '', undefined, 401, 'NotSignedIn'],
    ['an operator', '', ['operator'], 403, 'RoleMissing'],
    ['asOf', '?asOf=2024-07-10', ['auditor'], 400, 'QueryNotUnderstood'],
    ['a position to come', '?knownAt=99', ['auditor'], 400, 'QueryNotUnderstood'],
    ['no moment', '?knownAt=soon', ['auditor'], 400, 'QueryNotUnderstood'],
  ])('are not for %s', async (_, query, roles, status, code) => {
    const answer = await digests(query, roles);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it('are those of a position, and stay so whatever comes after', async () => {
    const before = await digests('', ['auditor']);
    expect({ status: before.status, body: before.body }).toEqual({
      status: 200,
      body: {
        ...{ position: '1', knownAt: { position: '1', time: expect.any(String) as string } },
        views: ['pledges', 'brittle'].map((name) => ({
          ...{ name, position: '1', hash: expect.any(String) as string },
          digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        })),
      },
    });
    await server.pledge({ pledgeId: 'meanwhile' });
    const [after, again] = [await digests('', ['coordinator']), await digests('?knownAt=1', ['auditor'])];
    expect([again.body, again.headers.get('known-at')]).toEqual([before.body, '1']);
    expect([again.headers.get('log-position'), after.body.position]).toEqual(['2', '2']);
    const of = ({ body }: typeof after) => (body.views as { digest: string }[]).map(({ digest }) => digest);
    expect(of(after).filter((digest) => of(before).includes(digest))).toEqual([]);
  });

  it('say of a view that has stopped where', async () => {
    await server.pledge({ pledgeId: 'breaking', title: 'BREAK' });
    await server.pledge({ pledgeId: 'after' });
    const { status, headers, body } = await digests('', ['auditor']);
    const positions = (body.views as { name: string; position: string }[]).map(({ name, position }) => [
      name,
      position,
    ]);
    expect([status, headers.get('view-stopped'), body.stopped, positions]).toEqual([
      ...[200, 'brittle; position=3'],
      [expect.objectContaining({ view: 'brittle', position: '3', type: 'PledgeMade' })],
      [
        ['pledges', '4'],
        ['brittle', '2'],
      ],
    ]);
  });
});
