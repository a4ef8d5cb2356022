import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, launch, run, scratch, type Launched } from './support/launch.js';

const sampleFile = join(import.meta.dirname, 'fixtures/kiel-sample.csv');
const sample = readFileSync(sampleFile, 'utf8');
const dataDir = scratch();
const env = { DATA_DIR: dataDir, IMPORT_LIMIT: '1000000' };

let server: Launched;
let historian: string;
let operator: string;

beforeAll(async () => {
  build();
  server = await launch(env);
  [historian, operator] = await Promise.all([tokenOf('historian'), tokenOf('operator')]);
}, 120_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

async function tokenOf(role: string): Promise<string> {
  const { stdout } = await run('cli', { DATA_DIR: dataDir }, 'token', '--party', 'UDCG', '--role', role);
  return stdout.trim();
}

async function post(path: string, { body = sample, type = 'text/csv', token = historian } = {}) {
  const headers = { ...(type && { 'content-type': type }), ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers, body });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

async function ended(path: string): Promise<Record<string, unknown>> {
  for (;;) {
    const answer = await fetch(`${server.url}${path}`);
    const body = (await answer.json()) as Record<string, unknown>;
    if (body.status !== 'running') return body;
  }
}

describe('POST /imports/{format}', () => {
  it('takes a file, says where its import is followed, and imports it', async () => {
    const { status, headers, body } = await post('/imports/kiel?release=h1&file=sample.csv');
    expect({ status, body }).toMatchObject({
      status: 202,
      body: { kind: 'import', format: 'kiel', release: 'h1', file: 'sample.csv', total: 15 },
    });
    const location = headers.get('location') ?? '';
    expect(location).toBe(`/operations/${String(body.id)}`);
    expect(await ended(location)).toMatchObject({
      status: 'done',
      done: 15,
      total: 15,
      result: { rows: 15, added: 15, unchanged: 0, breaches: 2, rejects: [] },
    });
  });

  it('takes bytes of any kind as a file too, and adds nothing the second time', async () => {
    const { headers } = await post('/imports/kiel?release=h1', { type: 'application/octet-stream' });
    expect(await ended(headers.get('location') ?? '')).toMatchObject({
      status: 'done',
      result: { rows: 15, added: 0, unchanged: 15, breaches: 2, rejects: [] },
    });
  });

  it('fails where rows cannot be read, unless that is allowed, and has imported the others', async () => {
    const body = sample.replace('EIF901,European Investment Bank', 'EIF901,Atlantis');
    const rejects = [{ row: 11, column: 'Countries', value: 'Atlantis', reason: 'is no donor that is known' }];
    const refused = await post('/imports/kiel?release=h2', { body });
    expect(await ended(refused.headers.get('location') ?? '')).toMatchObject({
      status: 'failed',
      problem: { code: 'RowsRejected' },
      result: { rows: 15, added: 14, rejects },
    });
    const allowed = await post('/imports/kiel?release=h2&allowRejects=true', { body });
    expect(await ended(allowed.headers.get('location') ?? '')).toMatchObject({
      status: 'done',
      result: { rows: 15, added: 0, unchanged: 14, rejects },
    });
  });

  it('runs one import of a release at a time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post('/imports/kiel?release=h3')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'ImportRunning' });
    const begun = answers.find(({ status }) => status === 202);
    expect(await ended(begun?.headers.get('location') ?? '')).toMatchObject({ status: 'done', result: { added: 15 } });
  });

  it.each([
    ['a format that there is not', '/imports/oecd?release=r1', {}, 404, 'UnknownFormat'],
    ['no release', '/imports/kiel', {}, 400, 'QueryNotUnderstood'],
    ['a release that is no name', '/imports/kiel?release=../r1', {}, 400, 'QueryNotUnderstood'],
    ['another parameter', '/imports/kiel?release=r1&dry=1', {}, 400, 'QueryNotUnderstood'],
    ['an unclear allowance', '/imports/kiel?release=r1&allowRejects=yes', {}, 400, 'QueryNotUnderstood'],
    ['a path as the name of the file', '/imports/kiel?release=r1&file=..%2Fx', {}, 400, 'QueryNotUnderstood'],
    ['an empty file', '/imports/kiel?release=r1', { body: '' }, 400, 'NotThisFormat'],
    ['a file without the columns', '/imports/kiel?release=r1', { body: 'a,b\n1,2\n' }, 400, 'NotThisFormat'],
    ['a header without rows', '/imports/kiel?release=r1', { body: sample.split('\n')[0] ?? '' }, 400, 'NotThisFormat'],
    ['a file that is no CSV', '/imports/kiel?release=r1', { body: `${sample}"open` }, 400, 'NotThisFormat'],
    ['JSON', '/imports/kiel?release=r1', { body: '{}', type: 'application/json' }, 415, 'MediaTypeNotTaken'],
    ['another media type', '/imports/kiel?release=r1', { type: 'image/png' }, 415, 'MediaTypeNotTaken'],
    ['a huge file', '/imports/kiel?release=r1', { body: 'x'.repeat(1_000_001) }, 413, 'BodyTooLarge'],
  ])('refuses %s', async (_, path, options, status, code) => {
    expect(await post(path, options)).toMatchObject({ status, body: { status, code, type: `/problems/${code}` } });
  });

  it('names the columns that are missing', async () => {
    const { body } = await post('/imports/kiel?release=r1', { body: sample.replace('Countries', 'Donor') });
    expect(body).toMatchObject({ missing: ['Countries'], detail: 'The header has no column "Countries".' });
  });

  it('is for historians', async () => {
    expect(await post('/imports/kiel?release=r1', { token: operator })).toMatchObject({
      status: 403,
      body: { code: 'RoleMissing', may: ['historian'] },
    });
    expect(await post('/imports/kiel?release=r1', { token: '' })).toMatchObject({ status: 401 });
  });

  it('takes files, and commands do not', async () => {
    expect(await post('/commands/MakePledge')).toMatchObject({ status: 415, body: { code: 'MediaTypeNotTaken' } });
  });
});

describe('GET /operations/{id}/events', () => {
  it('tells how far an import is until it has ended', async () => {
    const { headers } = await post('/imports/kiel?release=h4');
    const answer = await fetch(`${server.url}${headers.get('location') ?? ''}/events`);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const events = (await answer.text()).trim().split('\n\n');
    expect(events.at(-1)).toMatch(/^event: done\ndata: \{"kind":"import",.*"result":\{"rows":15,"added":15,/);
  });

  it('knows no operation that there was not', async () => {
    for (const path of ['/operations/x', '/operations/x/events']) {
      const answer = await fetch(`${server.url}${path}`);
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'UnknownOperation' }]);
    }
  });
});
