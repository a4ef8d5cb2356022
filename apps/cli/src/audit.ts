import { Command, InvalidArgumentError } from 'commander';
import { asPosition, CannotStart, instantOf } from '#platform/terminal';
import { controls, type CheckingControls } from './audit/controls.js';
import { explain, type Asking } from './audit/explain.js';
import type { Replay } from './audit/replay.js';
import { address, EXIT, failed } from './historian.js';
import { Refused, Unreachable } from './ledger-client.js';
import { storeUrl } from './migrate-store.js';

/** What an auditor asks of the ledger and of its log: what was found on standard output, all else on standard error. */
export const audit = new Command('audit')
  .description('what an auditor asks: exits with 0 where all is well, 1 where something was found')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  .addCommand(
    asked('replay', 'verify the log, fold it anew without the read database, and compare with the running ledger')
      .option('--until <moment>', 'a position, a date or a time with zone; all of the log unless given', moment)
      .option(
        '--store <store>',
        'the log to read, such as sqlite:<file>; that of EVENT_STORE_URL unless given',
        storeUrl,
      )
      .option('--prefix <prefix>', 'what the names of streams begin with in EventStoreDB')
      .option('--no-ledger', 'verify and fold alone: no ledger need run')
      .action((options: Replay) => ended(async () => (await import('./audit/replay.js')).replay(options))),
  )
  .addCommand(
    asked('explain', 'list the rows and events behind a figure, and add them up')
      .argument('<link>', 'where the figure is explained: the text of "explain" in an answer')
      .action((link: string, options: Asking) => ended(() => explain(link, options))),
  )
  .addCommand(
    asked('controls', 'check the controls, and say where to find what does not pass')
      .option('--as-of <time>', 'as the world was: a date or a time with zone; now unless given')
      .option('--known-at <moment>', 'as the ledger knew: a position, a date or a time; all unless given')
      .action((options: CheckingControls) => ended(() => controls(options))),
  );

/** A command of the auditor, with the options that all have. */
function asked(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--url <address>', 'where the ledger answers; at HOST and PORT unless given', address)
    .option('--token <token>', "an auditor's token; STEADFAST_TOKEN, or one of the local issuer, unless given")
    .option('--json', 'answer as JSON')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage));
}

/** Where nobody reads on what is printed, as `head` does not, the rest is not asked for: nothing is said of it. */
function stopUnread(): void {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === 'EPIPE' ? EXIT.unavailable : EXIT.failed),
  );
}

async function ended(work: () => Promise<number>): Promise<void> {
  stopUnread();
  process.exitCode = await work().catch((error: unknown) => {
    if (error instanceof Unreachable) return failed(EXIT.unavailable, error.message);
    if (error instanceof Refused) return failed(EXIT.usage, error.message);
    if (error instanceof CannotStart) return failed(EXIT.usage, error.lines.join('\n'));
    throw error;
  });
}

function moment(text: string): Replay['until'] {
  const position = asPosition(text);
  if (position !== undefined) return { position };
  const time = instantOf(text);
  if (time !== undefined) return { time };
  throw new InvalidArgumentError(
    'It must be a position of the log, a date such as 2024-07-10, which means its end in UTC, or a time with zone.',
  );
}
