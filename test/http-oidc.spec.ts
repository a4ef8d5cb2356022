import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { serveCommands, type CommandServer } from './support/serve-commands.js';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** An issuer of OpenID Connect as far as this ledger meets one: its public keys. */
async function issuerOf(keys: Keys): Promise<{ server: Server; url: string }> {
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}

let keys: Keys;
let issuer: Awaited<ReturnType<typeof issuerOf>>;
let ledger: CommandServer;

const environment = (url: string) => ({
  OIDC_ISSUER: 'https://login.example.org/realms/coalition',
  OIDC_AUDIENCE: 'steadfast',
  OIDC_JWKS_URL: `${url}/keys`,
  OIDC_PARTY_CLAIM: 'https://example.org/party',
  OIDC_ROLES_CLAIM: 'realm_access.roles',
});

const claims = { 'https://example.org/party': 'DEU', realm_access: { roles: ['operator'] } };

interface Said {
  readonly iss?: string;
  readonly aud?: string;
  readonly kid?: string;
  readonly exp?: string;
  readonly sub?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const tokenOf = async (
  { iss, aud = 'steadfast', kid = 'one', exp = '1h', sub = 'user-1', more = claims }: Said,
  by = keys,
) =>
  new SignJWT({ ...more })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(iss ?? environment('').OIDC_ISSUER)
    .setAudience(aud)
    .setSubject(sub)
    .setExpirationTime(exp)
    .sign(by.privateKey);

const body = (pledgeId: string) => ({
  pledgeId,
  donor: 'DEU',
  kind: 'military',
  title: 'Air defence',
  amount: { amount: '1000000.00', currency: 'EUR', basis: 'claimed' },
  claims: [{ source: 'https://example.org/statement' }],
});

beforeAll(async () => {
  keys = await generateKeyPair('ES256');
  issuer = await issuerOf(keys);
  ledger = await serveCommands(environment(issuer.url));
});
afterAll(async () => {
  await ledger.close();
  issuer.server.close();
});

describe('a token of another issuer', () => {
  it('speaks for the party and in the roles of the claims that are configured', async () => {
    const authorization = `Bearer ${await tokenOf({})}`;
    const { status } = await ledger.send('MakePledge', body('oidc-1'), { authorization });
    const { events } = await ledger.store.read('pledge-oidc-1');
    expect({ status, by: events[0]?.metadata.by }).toEqual({
      status: 201,
      by: { subject: 'user-1', party: 'DEU', roles: ['operator'] },
    });
  });

  it.each<[string, Said]>([
    ['from somebody else', { iss: 'https://elsewhere.example.org' }],
    ['for somebody else', { aud: 'another-ledger' }],
    ['that has expired', { exp: '-1m' }],
    ['signed with a key that is not published', { kid: 'two' }],
    ['without a party', { more: { realm_access: claims.realm_access } }],
    ['without roles', { more: { ...claims, realm_access: {} } }],
  ])('%s is turned away', async (_, said) => {
    const authorization = `Bearer ${await tokenOf(said)}`;
    const { status, body: problem } = await ledger.send('MakePledge', body('oidc-2'), { authorization });
    expect({ status, code: problem.code }).toEqual({ status: 401, code: 'NotSignedIn' });
  });

  it('signed by another key under the same name is turned away', async () => {
    const authorization = `Bearer ${await tokenOf({}, await generateKeyPair('ES256'))}`;
    const { status } = await ledger.send('MakePledge', body('oidc-2'), { authorization });
    expect(status).toBe(401);
  });

  it('is not needed of the local one, which then counts for nothing', async () => {
    const { status } = await ledger.send('MakePledge', body('oidc-2'));
    expect(status).toBe(401);
  });

  it('cannot be judged while the issuer is away, which is no fault of the client', async () => {
    const away = await serveCommands(environment('http://127.0.0.1:9'));
    const {
      status,
      headers,
      body: problem,
    } = await away.send('MakePledge', body('oidc-3'), {
      authorization: `Bearer ${await tokenOf({})}`,
    });
    await away.close();
    expect({ status, code: problem.code, retry: headers.get('retry-after') }).toEqual({
      status: 503,
      code: 'IssuerUnreachable',
      retry: '5',
    });
  });
});
