import { openLog } from '#platform';
import { MemoryStore } from '#stores';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

const SECRET = 's3cret-of-the-database';

/** A store that can be made to fail as one does whose server refuses, saying whom it was asked by. */
class Refusing extends MemoryStore {
  refuses = false;

  override async append(...args: Parameters<MemoryStore['append']>) {
    if (this.refuses) throw new Error(`esdb://steadfast:${SECRET}@db.example.org:2113 refuses the credentials`);
    return super.append(...args);
  }
}

describe('the log of a server', () => {
  const lines: string[] = [];
  const store = new Refusing();
  const log = openLog('trace', { write: (line: string) => lines.push(line) });
  let server: ReadServer;
  let token: string;

  beforeAll(async () => {
    server = await serveReads({ store, log });
    token = await server.token();
  });
  afterAll(() => server.close());

  it('holds no token and no password, whatever is asked and whatever fails', async () => {
    const authorization = `Bearer ${token}`;
    await server.pledge();
    await server.request('/views/pledges', { headers: { authorization } });
    await server.request('/views/pledges', { headers: { authorization: `${authorization}x` } });
    await server.request('/views/pledges', { headers: { authorization: `Basic ${btoa(`anna:${SECRET}`)}` } });
    await server.request(`/nowhere?access_token=${token}`, { headers: { authorization } });
    store.refuses = true;
    const failed = await server.request(`/streams/pledge-1?token=${token}`, { headers: { authorization } });
    const unforeseen = await server.pledge({ pledgeId: 'unforeseen' });
    expect([failed.status, unforeseen.status, unforeseen.body.code]).toEqual([400, 500, 'Unforeseen']);
    const said = lines.map((line) => JSON.parse(line) as { msg: string; err?: { message: string } });
    expect(said.filter(({ msg }) => msg === 'a request failed').map(({ err }) => err?.message)).toEqual([
      'esdb://steadfast:…@db.example.org:2113 refuses the credentials',
    ]);
    const [header, payload, signature] = token.split('.');
    for (const secret of [SECRET, btoa(`anna:${SECRET}`), signature!, `${header!}.${payload!}`])
      expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    expect(JSON.stringify(unforeseen.body)).not.toContain('example.org');
  });
});
