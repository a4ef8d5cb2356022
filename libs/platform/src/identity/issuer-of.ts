import type { Configuration } from '../configuration/configuration.js';
import { LocalIssuer } from './local-issuer.js';

/** The issuer of the embedded default, whose key is in the data directory; none where another one is configured. */
export async function localIssuerOf({ oidcIssuer, dataDir }: Configuration): Promise<LocalIssuer | undefined> {
  return oidcIssuer === undefined ? LocalIssuer.in(dataDir) : undefined;
}
