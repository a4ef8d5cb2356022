import { Command, InvalidArgumentError, Option } from 'commander';
import { asPosition, CannotStart, instantOf } from '#platform/terminal';
import { controls, type CheckingControls } from './audit/controls.js';
import { diff, type Comparing } from './audit/diff.js';
import { explain, type Asking } from './audit/explain.js';
import { exportOf, FORMATS, type Exporting } from './audit/export.js';
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
      .option('--expect <digest>', 'the SHA-256 that was kept of this log at this moment: another one is found', digest)
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
  )
  .addCommand(
    asked('diff', 'list what differs between two moments, and by which events; ends with 1 where anything does')
      .argument('[what...]', 'names of views, or addresses of views and questions; all views unless given')
      .option('--from <moment>', 'what the ledger knew at the earlier one: a position, a date or a time with zone')
      .option('--to <moment>', 'what it knew at the later one; all unless given')
      .option('--as-of <time>', 'as the world was, at both: a date or a time with zone; now unless given')
      .option('--from-as-of <time>', 'as the world was at the earlier one, if that is another time')
      .option('--to-as-of <time>', 'as the world was at the later one')
      .action((what: string[], options: Comparing) => ended(() => diff(what, options))),
  )
  .addCommand(
    reading('export', 'write a view, an answer, what is behind a figure, or all events')
      .argument('<what>', 'the name of a view, an address of a view or question, or "events"')
      .addOption(new Option('--format <format>', 'csv unless given; events come as cloudevents').choices(FORMATS))
      .option('--out <file>', 'the file to make; standard output unless given')
      .option('--as-of <time>', 'as the world was: a date or a time with zone; now unless given')
      .option('--known-at <moment>', 'as the ledger knew: a position, a date or a time; all unless given')
      .action((what: string, options: Exporting) => ended(() => exportOf(what, options))),
  );

/** A command of the auditor that answers with what it found. */
function asked(name: string, description: string): Command {
  return reading(name, description).option('--json', 'answer as JSON');
}

/** A command of the auditor, with the options that all have. */
function reading(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--url <address>', 'where the ledger answers; at HOST and PORT unless given', address)
    .option('--token <token>', "an auditor's token; STEADFAST_TOKEN, or one of the local issuer, unless given")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage));
}

const BROKEN_OFF = 'The ledger broke off before the end: what came of it is a part. Run this again.';

/** Whether a connection ended in the middle of an answer, as `fetch` says it. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'terminated';
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
    if (isBrokenOff(error)) return failed(EXIT.unavailable, BROKEN_OFF);
    if (error instanceof Refused) return failed(EXIT.usage, error.message);
    if (error instanceof CannotStart) return failed(EXIT.usage, error.lines.join('\n'));
    throw error;
  });
}

function digest(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be 64 hexadecimal digits, as replay prints them.');
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
