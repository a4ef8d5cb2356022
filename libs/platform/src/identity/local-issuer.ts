import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';

/** What a token says: who, for which party, in which roles, and for how long (seconds, or a span such as `12h`). */
export interface TokenClaims {
  readonly subject: string;
  readonly party: string;
  readonly roles: readonly string[];
  readonly ttl: string | number;
}

const ALGORITHM = 'EdDSA';

/** The issuer of the embedded default: signs tokens with a key (Ed25519) that stays in the data directory. */
export class LocalIssuer {
  static readonly issuer = 'steadfast-local';
  static readonly audience = 'steadfast';

  private constructor(
    private readonly privateKey: CryptoKey,
    private readonly keyId: string,
    readonly publicKey: CryptoKey,
  ) {}

  /** The issuer whose key lies in this directory; makes the directory and the key (mode 0600) where there is none. */
  static async in(dataDir: string): Promise<LocalIssuer> {
    const file = join(dataDir, 'issuer.jwk.json');
    const jwk = (await readKey(file)) ?? (await makeKey(dataDir, file));
    const publicJwk = Object.fromEntries(Object.entries(jwk).filter(([name]) => name !== 'd')) as JWK;
    const [privateKey, publicKey] = await Promise.all([importJWK(jwk, ALGORITHM), importJWK(publicJwk, ALGORITHM)]);
    return new LocalIssuer(privateKey as CryptoKey, await calculateJwkThumbprint(publicJwk), publicKey as CryptoKey);
  }

  /** A signed token; throws a `TypeError` or `JWTInvalid` where `ttl` is no span of time. */
  async issue({ subject, party, roles, ttl }: TokenClaims): Promise<string> {
    return new SignJWT({ party, roles })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.keyId })
      .setIssuer(LocalIssuer.issuer)
      .setAudience(LocalIssuer.audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(typeof ttl === 'number' ? `${ttl}s` : ttl)
      .sign(this.privateKey);
  }
}

async function readKey(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Links the finished file into place, so that of two processes that make a key at once both use the first. */
async function makeKey(dataDir: string, file: string): Promise<JWK> {
  await mkdir(dataDir, { recursive: true });
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  try {
    await chmod(draft, 0o600);
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}
