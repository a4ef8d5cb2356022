import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CannotStart } from '../cannot-start.js';
import { Configuration } from './configuration.js';
import { variablesOf } from './variable.js';

const NOT_APART =
  'WORKER: apart is for a log and a database that processes share; set EVENT_STORE_URL=esdb://… and DATABASE_URL=postgres://…, or WORKER=inside';

/** The configuration that these environment variables make; throws `CannotStart` with a line for every wrong one. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const variables = variablesOf(Configuration);
  const given = variables.filter(({ name }) => env[name] !== undefined && env[name] !== '');
  const configuration = plainToInstance(
    Configuration,
    Object.fromEntries(given.map(({ field, name }) => [field, env[name]])),
  );
  const wrong = new Set(validateSync(configuration).map(({ property }) => property));
  const lines = variables
    .filter(({ field }) => wrong.has(field))
    .map(
      ({ name, expected, example }) =>
        `${name}: ${shown(name, env[name] ?? '')} is wrong; expected ${expected}, such as ${name}=${example}`,
    );
  lines.push(...incompleteOidc(configuration));
  if (wrong.size === 0 && !configuration.worksInside && !configuration.isShared) lines.push(NOT_APART);
  if (lines.length > 0) throw new CannotStart(lines);
  return configuration;
}

function incompleteOidc({ oidcIssuer, oidcAudience, oidcJwksUrl }: Configuration): string[] {
  const given = { OIDC_ISSUER: oidcIssuer, OIDC_AUDIENCE: oidcAudience, OIDC_JWKS_URL: oidcJwksUrl };
  const all = Object.values(given).every((value) => value !== undefined);
  const none = Object.values(given).every((value) => value === undefined);
  if (all || none) return [];
  return variablesOf(Configuration)
    .filter(({ name }) => name in given && given[name as keyof typeof given] === undefined)
    .map(
      ({ name, expected, example }) =>
        `${name}: is missing beside the other OIDC variables; expected ${expected}, such as ${name}=${example}`,
    );
}

/** What a variable holds, unless all of it may be a secret: `CannotStart` takes the passwords out. */
function shown(name: string, text: string): string {
  return name.endsWith('_HEADERS') ? 'what it holds' : JSON.stringify(text);
}
