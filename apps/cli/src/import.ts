import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { CannotStart, LocalIssuer, readConfiguration, type ImportResult, type Progress } from '#platform';
import { LedgerClient, Refused, Unreachable } from './ledger-client.js';
import { showing } from './progress.js';

interface Options {
  readonly release: string;
  readonly url?: string;
  readonly token?: string;
  readonly allowRejects?: true;
}

/** How a command of the terminal ends: well, refused or with rows rejected, called wrongly, or without a server. */
const EXIT = { done: 0, failed: 1, usage: 2, unavailable: 4 } as const;

const LONGEST_VALUE = 80;

/** Sends a file to the running server and follows its import: what it came to on standard output, all else on standard error. */
export const importFile = new Command('import')
  .description('import a file into the running ledger; run again it goes on, or adds nothing')
  .argument('<format>', 'the format of the file, such as kiel')
  .argument('<file>', 'the file')
  .requiredOption('--release <name>', 'the release of the source that the file is, such as r18', release)
  .option('--url <address>', 'where the ledger answers; at HOST and PORT unless given', address)
  .option('--token <token>', "a historian's token; STEADFAST_TOKEN, or one of the local issuer, unless given")
  .option('--allow-rejects', 'end well although rows could not be read')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  .action(async (format: string, file: string, options: Options) => {
    process.exitCode = await run(format, file, options);
  });

async function run(format: string, file: string, options: Options): Promise<number> {
  const content = await readFile(file).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (content instanceof Error) return fail(EXIT.usage, `${file} cannot be read (${content.code ?? content.message}).`);
  try {
    const url = options.url ?? readConfiguration(process.env).addressAt();
    const ledger = new LedgerClient(url, options.token ?? process.env.STEADFAST_TOKEN ?? (await ownToken()));
    const { release, allowRejects = false } = options;
    const id = await ledger.startImport(format, { release, allowRejects, file: basename(file) }, content);
    const show = showing(process.stderr);
    const ended = await ledger.follow(id, show.progress).finally(show.end);
    return report(ended, file, allowRejects);
  } catch (error) {
    if (error instanceof Unreachable) return fail(EXIT.unavailable, error.message);
    if (error instanceof Refused) return fail(error.isUsage ? EXIT.usage : EXIT.failed, error.message);
    throw error;
  }
}

/** A historian's token of the issuer in the data directory, which the embedded server trusts. */
async function ownToken(): Promise<string> {
  const { dataDir, oidcIssuer } = readConfiguration(process.env);
  if (oidcIssuer !== undefined)
    throw new CannotStart([`OIDC_ISSUER is set: give --token or STEADFAST_TOKEN, a token from ${oidcIssuer}.`]);
  const issuer = await LocalIssuer.in(dataDir);
  return issuer.issue({ subject: 'import', party: 'UDCG', roles: ['historian'], ttl: '12h' });
}

function report({ result, problem }: Progress, file: string, allowRejects: boolean): number {
  if (!result) {
    const why = problem?.detail ?? 'The import failed, and the server did not say why.';
    return fail(problem?.code === 'ShuttingDown' ? EXIT.unavailable : EXIT.failed, why);
  }
  for (const { row, column, value, reason } of result.rejects)
    say(`${file}: row ${row}, column ${JSON.stringify(column)}: ${shown(value)} ${reason}`);
  process.stdout.write(`${summary(result)}\n`);
  if (result.rejects.length === 0 || allowRejects) return EXIT.done;
  return fail(
    EXIT.failed,
    `${result.rejects.length} of the rows could not be read, the others were imported; mend them and import the file again, or give --allow-rejects.`,
  );
}

/** What an import came to, on one line. */
function summary({ rows, added, unchanged, breaches, rejects }: ImportResult): string {
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

function fail(exit: number, line: string): number {
  say(line);
  return exit;
}

function release(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._]{0,19}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be 1 to 20 letters, digits, dots or underscores, such as r18.');
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:3000.');
}
