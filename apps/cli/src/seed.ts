import { Command } from 'commander';
import { digestOf } from '#eventsourcing';
import { histories, type Told } from '#importers';
import { address, EXIT, failed, historian, ledgerAddress } from './historian.js';
import { LedgerClient, Refused, Unreachable } from './ledger-client.js';
import { toldFrom } from './told-history.js';

interface Options {
  readonly url?: string;
  readonly token?: string;
  readonly approver?: string;
}

/** What became of the facts of a history. */
interface Outcome {
  added: number;
  unchanged: number;
  refused: number;
}

/** Tells the running ledger a history, fact by fact, as commands of a historian. */
export const seed = new Command('seed')
  .description('tell the running ledger a history, fact by fact; told again it adds nothing')
  .argument('<history>', `the history: ${Object.keys(histories).join(', ')}`)
  .option('--url <address>', 'where the ledger answers; at HOST and PORT unless given', address)
  .option('--token <token>', "a historian's token; STEADFAST_TOKEN, or one of the local issuer, unless given")
  .option('--approver <token>', 'the token of another historian, who approves what the first proposes')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  .action(async (name: string, options: Options) => {
    process.exitCode = await run(name, options);
  });

async function run(name: string, { url: given, token, approver }: Options): Promise<number> {
  const history = Object.hasOwn(histories, name) ? histories[name] : undefined;
  if (!history)
    return failed(EXIT.usage, `There is no history ${name}; there are ${Object.keys(histories).join(', ')}.`);
  try {
    const facts = await toldFrom(name, history);
    const url = ledgerAddress(given);
    const first = new LedgerClient(url, await historian('historian', token));
    const second = new LedgerClient(url, await historian('second historian', approver));
    const outcome: Outcome = { added: 0, unchanged: 0, refused: 0 };
    for (const fact of facts) await tell(fact.approves ? second : first, name, fact, outcome);
    process.stdout.write(`${summary(name, facts.length, outcome)}\n`);
    return outcome.refused === 0 ? EXIT.done : EXIT.failed;
  } catch (error) {
    if (error instanceof Unreachable) return failed(EXIT.unavailable, error.message);
    throw error;
  }
}

/** Records one fact; what the law refuses is said and counted, and stops no other. */
async function tell(ledger: LedgerClient, history: string, fact: Told, outcome: Outcome): Promise<void> {
  try {
    const isNew = await ledger.send(fact.type, fact.data, {
      key: `${history}-${digestOf(fact)}`,
      occurredAt: fact.occurredAt,
      actingFor: fact.actingFor,
    });
    outcome[isNew ? 'added' : 'unchanged']++;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    outcome.refused++;
    failed(EXIT.failed, `${fact.type} of ${fact.occurredAt}: ${error.message} ${JSON.stringify(fact.data)}`);
  }
}

function summary(name: string, facts: number, { added, unchanged, refused }: Outcome): string {
  const counted = (count: number) => count.toLocaleString('en');
  const figures = [`${counted(added)} added`, `${counted(unchanged)} unchanged`, `${counted(refused)} refused`];
  return `${name}: ${counted(facts)} facts, ${figures.join(', ')}`;
}
