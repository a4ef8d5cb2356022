import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Actor } from '#eventsourcing';
import type { Configuration } from '../configuration/configuration.js';
import { Problem } from '../problems/problem.js';
import { LocalIssuer } from './local-issuer.js';

/** Who a token speaks for, and until when, in milliseconds since 1970. */
export interface Identity {
  readonly actor: Actor;
  readonly expires: number;
}

/** Verifies a bearer token; rejects with a `Problem` where it is not valid or the issuer cannot be reached. */
export type Verifier = (token: string) => Promise<Identity>;

const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const CLOCKS_DIFFER_SECONDS = 5;

/** The role of policies and the clock, which no token gives. */
const THE_LEDGERS_OWN = 'policy';

/** A verifier of the tokens of the configured OpenID Connect issuer, or else of the local one. */
export function verifierFor(configuration: Configuration, local: LocalIssuer | undefined): Verifier {
  const { oidcIssuer, oidcAudience, oidcJwksUrl } = configuration;
  const expected = {
    issuer: oidcIssuer ?? LocalIssuer.issuer,
    audience: oidcAudience ?? LocalIssuer.audience,
    requiredClaims: ['sub', 'exp'],
    clockTolerance: CLOCKS_DIFFER_SECONDS,
    algorithms: ALGORITHMS,
  };
  const keys = oidcJwksUrl === undefined ? undefined : keysAt(oidcJwksUrl);
  return async (token) => {
    try {
      const { payload } = keys
        ? await jwtVerify(token, keys, expected)
        : await jwtVerify(token, requirePresent(local).publicKey, expected);
      return identityOf(payload, configuration);
    } catch (error) {
      throw asProblem(error);
    }
  };
}

/** The keys that an issuer publishes, fetched when one is met that is not known; not getting them is no fault of the token. */
function keysAt(url: string): JWTVerifyGetKey {
  const published = createRemoteJWKSet(new URL(url));
  return async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw unreachable(error);
    }
  };
}

function requirePresent(local: LocalIssuer | undefined): LocalIssuer {
  if (!local) throw new Error('neither an OpenID Connect issuer nor the local one is set up');
  return local;
}

function identityOf(payload: JWTPayload, { partyClaim, rolesClaim }: Configuration): Identity {
  const party = claim(payload, partyClaim);
  const roles = claim(payload, rolesClaim);
  if (typeof party !== 'string' || party === '') throw notSignedIn(`The token has no claim "${partyClaim}".`);
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string'))
    throw notSignedIn(`The token's claim "${rolesClaim}" is not a list of roles.`);
  return {
    actor: { subject: payload.sub ?? '', party, roles: roles.filter((role) => role !== THE_LEDGERS_OWN) },
    expires: (payload.exp ?? 0) * 1000,
  };
}

/** Issuers nest claims (`realm_access.roles`) or name them by address, so the whole name is tried first. */
function claim(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, key)
          ? (part as Record<string, unknown>)[key]
          : undefined,
      payload,
    );
}

/** The problem of one who is not signed in, with the challenge of RFC 6750. */
export function notSignedIn(detail: string): Problem {
  return new Problem(
    'NotSignedIn',
    `${detail} Send Authorization: Bearer <token>.`,
    {},
    {
      'www-authenticate': 'Bearer realm="steadfast"',
    },
  );
}

function invalid(detail: string): Problem {
  return new Problem(
    'NotSignedIn',
    detail,
    {},
    {
      'www-authenticate': 'Bearer realm="steadfast", error="invalid_token"',
    },
  );
}

function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof errors.JWTExpired) return invalid('The token has expired. Ask for a new one.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return invalid(`The token's claim "${error.claim}" is not the one this ledger takes.`);
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return invalid('The token is signed with a key that its issuer does not publish.');
  if (error instanceof errors.JOSEError) return invalid('The token is not valid, or not signed by the issuer.');
  return error;
}

function unreachable(cause: unknown): Problem {
  const problem = new Problem(
    'IssuerUnreachable',
    'The keys of the issuer of tokens could not be fetched.',
    {},
    { 'retry-after': '5' },
  );
  problem.cause = cause;
  return problem;
}
