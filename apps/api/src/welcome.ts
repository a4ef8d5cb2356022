import type { Configuration, LocalIssuer } from '#platform';

/** What the welcome is made of; without a local issuer there is no token to give away. */
export interface Arrival {
  readonly configuration: Configuration;
  readonly port: number;
  readonly localIssuer: LocalIssuer | undefined;
  readonly milliseconds: number;
}

/** What is printed once the api answers: its address, the page of its API, and a command to try. */
export async function welcome({ configuration, port, localIssuer, milliseconds }: Arrival): Promise<string> {
  const address = configuration.addressAt(port);
  const lines = [
    '',
    `Steadfast answers at ${address} (after ${(milliseconds / 1000).toFixed(1)} s)`,
    `The page of its API:  ${address}/docs`,
  ];
  if (localIssuer && configuration.readsAreOpen) {
    const token = await localIssuer.issue({ subject: 'welcome', party: 'DEU', roles: ['operator'], ttl: '12h' });
    lines.push('A command to try (the token is for DEU, as operator, for 12 hours):', '', ...curl(address, token));
  }
  return `${lines.join('\n')}\n`;
}

function curl(address: string, token: string): string[] {
  const body = {
    pledgeId: 'first',
    donor: 'DEU',
    kind: 'military',
    title: 'Air defence',
    amount: { amount: '5000000.00', currency: 'EUR', basis: 'claimed' },
    claims: [{ source: 'https://example.org/statement', said: '2026-01-15', learnt: '2026-01-15' }],
  };
  return [
    `  curl ${address}/commands/MakePledge -H 'Authorization: Bearer ${token}' \\`,
    `    -H 'Idempotency-Key: first' -H 'Content-Type: application/json' \\`,
    `    -d '${JSON.stringify(body)}'`,
    '',
  ];
}
