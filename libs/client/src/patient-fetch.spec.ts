import { patient } from './patient-fetch.js';
import { NoAnswer } from './problem.js';

const address = 'http://ledger.example/commands/MakePledge';
const command = (headers: Readonly<Record<string, string>> = { 'idempotency-key': 'k-1' }) =>
  new Request(address, { method: 'POST', body: '{"pledgeId":"p-1"}', headers });
const cutOff = () => {
  throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
};
const away = () => new Response(null, { status: 503 });
const done = () => new Response('done', { status: 201 });

/** What sends a request answers one after the other of these; what it was sent is kept. */
function answering(...answers: readonly (() => Response)[]) {
  const bodies: string[] = [];
  const send = async (request: Request): Promise<Response> => {
    bodies.push(await request.text());
    return answers[bodies.length - 1]!();
  };
  return { send, bodies };
}

describe('patience', () => {
  it.each([
    ['nobody answers', cutOff],
    ['the ledger is away for a moment', away],
  ])('sends a command again, the same, while %s', async (_, first) => {
    const { send, bodies } = answering(first, first, done);
    expect((await patient(3, send)(command())).status).toBe(201);
    expect(bodies).toEqual(Array(3).fill('{"pledgeId":"p-1"}'));
  });

  it('ends with the last answer', async () => {
    const { send, bodies } = answering(cutOff, away);
    expect((await patient(2, send)(command())).status).toBe(503);
    expect(bodies).toHaveLength(2);
  });

  it('ends with what the network said where there is no answer', async () => {
    const { send } = answering(cutOff, cutOff);
    const error: unknown = await patient(2, send)(command()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoAnswer);
    expect(error).toMatchObject({ url: 'http://ledger.example', reason: 'ECONNRESET' });
    expect(String(error)).toBe('NoAnswer: No ledger answers at http://ledger.example (ECONNRESET).');
  });

  it('does not send again what was refused', async () => {
    const { send, bodies } = answering(() => new Response('no', { status: 409 }));
    expect((await patient(3, send)(command())).status).toBe(409);
    expect(bodies).toHaveLength(1);
  });

  it('does not send again what would be done twice', async () => {
    const { send, bodies } = answering(cutOff);
    await expect(patient(3, send)(command({}))).rejects.toThrow(NoAnswer);
    expect(bodies).toHaveLength(1);
  });

  it('ends when it is told to', async () => {
    const ending = new AbortController();
    const request = new Request(address, { signal: ending.signal });
    const { send, bodies } = answering(() => {
      ending.abort();
      return away();
    });
    await expect(patient(3, send)(request)).rejects.toThrow('aborted');
    expect(bodies).toHaveLength(1);
  });

  it('ends while it waits, when it is told to then', async () => {
    const ending = new AbortController();
    const request = new Request(address, { signal: ending.signal });
    const { send, bodies } = answering(() => {
      setTimeout(() => {
        ending.abort();
      }, 10);
      return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
    });
    const begun = performance.now();
    await expect(patient(3, send)(request)).rejects.toThrow('aborted');
    expect([bodies.length, performance.now() - begun < 4_000]).toEqual([1, true]);
  });

  it('lets faults of its own through', async () => {
    const { send } = answering(() => {
      throw new RangeError('not of the network');
    });
    await expect(patient(3, send)(command())).rejects.toThrow(RangeError);
  });
});
