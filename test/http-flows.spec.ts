import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { aggregates } from '#domain';
import type { AnyLaw } from '#eventsourcing';
import { actorCalled } from './clients/environment.js';
import { requestsIn, type HttpRequest } from './clients/http-file.js';
import { openFlow } from './support/http-flow.js';
import type { Answered } from './support/serve-commands.js';

jest.setTimeout(120_000);

const folder = join(import.meta.dirname, 'clients');
const files = globSync('*.http', { cwd: folder }).sort();
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const commandOf = ({ url }: HttpRequest) => /\/commands\/(\w+)/.exec(url)?.[1];
const sent = new Set(files.flatMap((file) => requestsIn(textOf(file)).map(commandOf)));

/** What was answered, as a request says what it is to be. */
const saidOf = ({ status, body }: Answered) => ({
  status,
  words: status >= 400 ? [body.code] : ((body.events ?? []) as { type: string }[]).map(({ type }) => type),
});

describe.each(files)('%s', (file) => {
  it('is answered as it says, request by request', async () => {
    await using flow = await openFlow(textOf(file));
    for (const request of requestsIn(textOf(file))) {
      const { name, expected } = request;
      const answered = await flow.send(request);
      if (expected.json === undefined)
        expect({ name, ...saidOf(answered) }).toEqual({ name, status: expected.status, words: expected.words });
      else expect({ name, ...answered }).toMatchObject({ name, status: expected.status, body: expected.json });
    }
  });

  it('has a key of its own for each command, so that it can be sent again', () => {
    const keys = requestsIn(textOf(file)).flatMap(({ headers }) => headers['Idempotency-Key'] ?? []);
    expect(keys).toEqual(keys.map((_, index) => `${basename(file, '.http')}-${index + 1}`));
  });
});

describe('the flows', () => {
  const laws = aggregates.map(({ law, commands }) => {
    const may = (type: string) => ((law as AnyLaw).may[type] ?? []).some((role) => role !== 'policy');
    return { law: law.stream, commands: Object.keys(commands).filter(may) };
  });

  it.each(laws)('send every command of $law that somebody may send', ({ commands }) => {
    expect(commands.filter((type) => !sent.has(type))).toEqual([]);
  });
});

describe('a .http file', () => {
  const request = '### Read\n# answers 200 {}\nGET {{url}}/views\n';

  it.each([
    ['no answer that is expected', '### Read\nGET {{url}}/views\n', 'does not say what it is answered'],
    ['no request', '### Read\n# answers 200\n', 'no request follows'],
    ['a header that is none', '### Read\n# answers 200\nGET {{url}}/views\nAccept\n', 'Accept is no header'],
    ['text before its first request', `GET {{url}}\n${request}`, 'there may be comments alone'],
  ])('is not read that has %s', (_, text, message) => {
    expect(() => requestsIn(text)).toThrow(message);
  });

  it('names actors by party and role, and nobody else', () => {
    expect(actorCalled('deu_colleague')).toEqual({ party: 'DEU', roles: ['operator'], subject: 'colleague of DEU' });
    expect(() => actorCalled('admin')).toThrow('call them by party and role');
  });

  it('is not sent with a name that stands for nobody', async () => {
    await expect(openFlow('### Read\n# answers 200\nGET {{url}}/views\nAuthorization: {{admin}}\n')).rejects.toThrow(
      '{{admin}} is nobody',
    );
  });
});
