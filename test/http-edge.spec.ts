import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { MemoryStore } from '#stores';
import { serveCommands, type CommandServer } from './support/serve-commands.js';

/** A store whose appends fail for a reason that is nobody's business. */
class BrokenStore extends MemoryStore {
  override append(): Promise<never> {
    return Promise.reject(new Error('disk /dev/sda1 is on fire'));
  }
}

let server: CommandServer;
beforeAll(async () => {
  server = await serveCommands({ BODY_LIMIT: '4096' });
});
afterAll(() => server.close());

/** Sends bytes as they are, and resolves with what came back once the other side hangs up. */
async function raw(text: string, hangUpAfterMs?: number): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => (received += String(chunk)));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(text);
  if (hangUpAfterMs !== undefined) {
    await pause(hangUpAfterMs);
    socket.destroy();
  }
  await closed;
  return received;
}

describe('what is no HTTP', () => {
  it.each([
    ['nonsense', 'BLAH\r\n\r\n', 400, 'BadRequest'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, 431, 'HeadersTooLarge'],
    ['a bad length', 'POST /commands/X HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n', 400, 'BadRequest'],
  ])('such as %s is answered with a problem', async (_, text, status, code) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status, code });
  });
});

describe('a client that hangs up', () => {
  it('in the middle of a body does nothing and harms nobody', async () => {
    const before = await server.store.lastPosition();
    await raw(
      `POST /commands/MakePledge HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${await server.token()}\r\n` +
        'Idempotency-Key: gone\r\nContent-Length: 500\r\n\r\n{"pledgeId":',
      50,
    );
    expect(await server.store.lastPosition()).toBe(before);
    expect((await server.request('/problems/KeyReused')).status).toBe(200);
  });
});

describe('a batch', () => {
  it('may be larger than a command, and not without bounds', async () => {
    const items = (count: number) =>
      Array.from({ length: count }, () => ({ type: 'NoSuch', data: { text: 'x'.repeat(1000) } }));
    const [fits, bursts] = [await server.send('../commands', items(10)), await server.send('../commands', items(80))];
    expect([fits.status, bursts.status]).toEqual([207, 413]);
  });
});

describe('a fault of the ledger', () => {
  it('is answered with its trace and nothing of the inside', async () => {
    const broken = await serveCommands({}, new BrokenStore());
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const body = {
      pledgeId: 'p',
      donor: 'DEU',
      kind: 'military',
      title: 'Air defence',
      claims: [{ source: 'https://example.org/statement' }],
    };
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    const { status, body: problem } = await broken.send('MakePledge', body, headers);
    const batch = await broken.send('../commands', [{ type: 'MakePledge', data: body }], headers);
    await broken.close();
    expect({ status, problem }).toEqual({
      status: 500,
      problem: {
        type: '/problems/Unforeseen',
        title: 'Something went wrong here',
        status: 500,
        detail: `This is a fault of the ledger; it was logged under ${trace}.`,
        code: 'Unforeseen',
        traceId: trace,
      },
    });
    expect(batch.body).toEqual([{ status: 500, problem }]);
  });
});
