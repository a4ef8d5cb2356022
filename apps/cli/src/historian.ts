import { InvalidArgumentError } from 'commander';
import { CannotStart, LocalIssuer, readConfiguration, withoutSecrets } from '#platform/terminal';

/** How a command of the terminal ends: well, refused or with rows rejected, called wrongly, or without a server. */
export const EXIT = { done: 0, failed: 1, usage: 2, unavailable: 4 } as const;

/** A historian's token. */
export function historian(subject: string, given?: string): Promise<string> {
  return tokenOf('historian', given, subject);
}

/** A token: the one given, that of STEADFAST_TOKEN, or one in a role of the issuer in the data directory, which the embedded server trusts. */
export async function tokenOf(role: string, given?: string, subject = role): Promise<string> {
  const token = given ?? process.env.STEADFAST_TOKEN;
  if (token !== undefined) return token;
  const { dataDir, oidcIssuer } = readConfiguration(process.env);
  if (oidcIssuer !== undefined)
    throw new CannotStart([`OIDC_ISSUER is set: give --token or STEADFAST_TOKEN, a token from ${oidcIssuer}.`]);
  const issuer = await LocalIssuer.in(dataDir);
  return issuer.issue({ subject, party: 'UDCG', roles: [role], ttl: '12h' });
}

/** Says on standard error why a command ends badly; answers how. */
export function failed(exit: number, line: string): number {
  process.stderr.write(`${withoutSecrets(line)}\n`);
  return exit;
}

/** Where the ledger answers: the address given, or that of the configuration. */
export function ledgerAddress(given?: string): string {
  return given ?? readConfiguration(process.env).addressAt();
}

/** The address of a ledger, as an option gives it. */
export function address(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:3000.');
}
