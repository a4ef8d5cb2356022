import { openLog } from './log.js';
import { withoutSecrets } from './without-secrets.js';

const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl_-0';

/** What a log says of something that is put into it. */
function said(say: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  say(openLog('trace', { write: (line: string) => lines.push(line) }));
  return lines.join('');
}

describe('a text without secrets', () => {
  it.each([
    ['esdb://admin:changeit@db.example.org:2113?tls=false', 'esdb://admin:…@db.example.org:2113?tls=false'],
    ['esdb+discover://ops:a@b:c@cluster:2113', 'esdb+discover://ops:…@cluster:2113'],
    ['postgres://:pw@/steadfast', 'postgres://:…@/steadfast'],
    ['postgres://ledger:p@ss:w/rd@db/read', 'postgres://ledger:…@db/read'],
    ['"postgres://ledger:p\\"w@db/read" is wrong', '"postgres://ledger:…@db/read" is wrong'],
    ['postgres://db/read?user=a&password=b&sslmode=require', 'postgres://db/read?user=a&password=…&sslmode=require'],
    ['{"one":"esdb://a:b@c","other":"d@e"}', '{"one":"esdb://a:…@c","other":"d@e"}'],
    ['https://anna:s3cret@login.example.org/a@b', 'https://anna:…@login.example.org/a@b'],
    ['see "postgresql://u:p%40w@h/db" and redis://:x@y', 'see "postgresql://u:…@h/db" and redis://:…@y'],
    ['Authorization: Bearer abc.DEF-1~2+3/4==', 'Authorization: Bearer …'],
    ['authorization: basic YWRtaW46Y2hhbmdlaXQ=', 'authorization: basic …'],
    [`token=${TOKEN}&x=1`, 'token=…&x=1'],
  ])('of %s is %s', (text, told) => {
    expect(withoutSecrets(text)).toBe(told);
  });

  it.each([
    'sqlite:.data/log.sqlite',
    'http://127.0.0.1:3000/views/pledges?donor=DEU',
    'esdb://one:2113,two:2113',
    'postgres://ledger@db/read',
    'pglite:.data/read',
    '{"log":"esdb://one:2113","mail":"a@b"}',
    'https://example.org:443/a@b',
    'a bearer of news',
  ])('is %s where there are none', (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });
});

describe('the log', () => {
  it.each([
    ['headers', { headers: { authorization: 'Token s3cret' } }],
    ['a request', { req: { headers: { authorization: 'Token s3cret', cookie: 'id=s3cret' } } }],
    ['a password', { password: 's3cret', connection: { password: 's3cret' } }],
    ['a token', { token: 's3cret', given: { token: 's3cret' } }],
    ['an address', { url: 'esdb://admin:s3cret@db:2113' }],
  ])('does not say the secrets of %s', (_, what) => {
    const line = said((log) => {
      log.info(what, 'told');
    });
    expect(JSON.parse(line)).toMatchObject({ level: 'info', msg: 'told' });
    expect(line).not.toContain('s3cret');
  });

  it('does not say those of an error, of its cause or of its stack', () => {
    const cause = new Error('connect postgres://steadfast:s3cret@db/steadfast failed');
    const line = said((log) => {
      log.error(
        { err: new Error(`esdb://admin:s3cret@db is away, sent Bearer ${TOKEN}`, { cause }) },
        'a request failed',
      );
    });
    expect(JSON.parse(line)).toMatchObject({
      err: { type: 'Error', message: expect.stringContaining('esdb://admin:…@db is away') as string },
    });
    expect(line).not.toContain('s3cret');
    expect(line).not.toContain(TOKEN);
  });
});
