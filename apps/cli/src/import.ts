import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Operation } from '#client';
import { address, EXIT, failed, historian, ledgerAddress } from './historian.js';
import { LedgerClient, Refused, Unreachable } from './ledger-client.js';
import { showing } from './progress.js';

interface Options {
  readonly release: string;
  readonly on?: string;
  readonly url?: string;
  readonly token?: string;
  readonly allowRejects?: true;
}

const LONGEST_VALUE = 80;

/** Sends a file to the running server and follows its import: what it came to on standard output, all else on standard error. */
export const importFile = new Command('import')
  .description('import a file into the running ledger; run again it goes on, or adds nothing')
  .argument('<format>', 'the format of the file, such as kiel')
  .argument('<file>', 'the file')
  .requiredOption('--release <name>', 'the release of the source that the file is, such as r18', release)
  .option(
    '--on <day>',
    'the last day that the release covers, such as 2022-10-03, where the file does not say it or errs',
  )
  .option('--url <address>', 'where the ledger answers; at HOST and PORT unless given', address)
  .option('--token <token>', "a historian's token; STEADFAST_TOKEN, or one of the local issuer, unless given")
  .option('--allow-rejects', 'end well although rows could not be read')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  .action(async (format: string, file: string, options: Options) => {
    process.exitCode = await run(format, file, options);
  });

async function run(format: string, file: string, options: Options): Promise<number> {
  const content = await readFile(file).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (content instanceof Error)
    return failed(EXIT.usage, `${file} cannot be read (${content.code ?? content.message}).`);
  try {
    const ledger = new LedgerClient(ledgerAddress(options.url), await historian('import', options.token));
    const { release, on, allowRejects = false } = options;
    const id = await ledger.startImport(
      format,
      { release, allowRejects, file: basename(file), ...(on !== undefined && { on }) },
      content,
    );
    const show = showing(process.stderr);
    const ended = await ledger.follow(id, show.progress).finally(show.end);
    return report(ended, file, allowRejects);
  } catch (error) {
    if (error instanceof Unreachable) return failed(EXIT.unavailable, error.message);
    if (error instanceof Refused) return failed(error.isUsage ? EXIT.usage : EXIT.failed, error.message);
    throw error;
  }
}

function report({ result, problem }: Operation, file: string, allowRejects: boolean): number {
  if (!result) {
    const why = problem?.detail ?? 'The import failed, and the server did not say why.';
    return failed(problem?.code === 'ShuttingDown' ? EXIT.unavailable : EXIT.failed, why);
  }
  for (const { row, column, value, reason } of result.rejects)
    say(`${file}: row ${row}, column ${JSON.stringify(column)}: ${shown(value)} ${reason}`);
  process.stdout.write(`${summary(result)}\n`);
  if (result.rejects.length === 0 || allowRejects) return EXIT.done;
  return failed(
    EXIT.failed,
    `${result.rejects.length} of the rows could not be read, the others were imported; mend them and import the file again, or give --allow-rejects.`,
  );
}

/** What an import came to, on one line. */
function summary({ rows, added, unchanged, breaches, rejects }: NonNullable<Operation['result']>): string {
  const figures = [`${counted(added)} added`, `${counted(unchanged)} unchanged`, `${counted(breaches)} breaches`];
  if (rejects.length > 0) figures.push(`${counted(rejects.length)} rejects`);
  return `${counted(rows)} rows: ${figures.join(', ')}`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

function shown(value: string): string {
  return JSON.stringify(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function release(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._]{0,19}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be 1 to 20 letters, digits, dots or underscores, such as r18.');
}
