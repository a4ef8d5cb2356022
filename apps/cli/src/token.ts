import { Command, InvalidArgumentError } from 'commander';
import { CannotStart, LocalIssuer, readConfiguration } from '#platform/terminal';

interface Options {
  readonly party: string;
  readonly role: readonly string[];
  readonly subject?: string;
  readonly ttl: string;
}

/** Prints a token of the local issuer and nothing else. */
export const token = new Command('token')
  .description('print a token of the local issuer, whose key is in the data directory (DATA_DIR)')
  .requiredOption('--party <code>', 'the party it speaks for, such as DEU or NATO', partyCode)
  .requiredOption('--role <role...>', 'its roles, such as operator, coordinator, recipient, historian')
  .option('--subject <name>', 'who it is; the party in lower case unless given')
  .option('--ttl <span>', 'how long it is valid, such as 30m, 12h, 7d', span, '12h')
  .action(async ({ party, role, subject = party.toLowerCase(), ttl }: Options) => {
    const { dataDir, oidcIssuer } = readConfiguration(process.env);
    if (oidcIssuer !== undefined) throw new CannotStart([`OIDC_ISSUER is set: tokens come from ${oidcIssuer}.`]);
    const issuer = await LocalIssuer.in(dataDir);
    process.stdout.write(`${await issuer.issue({ subject, party, roles: role, ttl })}\n`);
  });

function partyCode(text: string): string {
  if (/^[A-Z][A-Z0-9]{1,15}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be a party code, such as DEU or NATO.');
}

function span(text: string): string {
  if (/^\d+ ?[smhdwy]$/.test(text)) return text;
  throw new InvalidArgumentError('It must be a number and a unit, such as 30m, 12h or 7d.');
}
