import { Command, InvalidArgumentError } from 'commander';
import { EXIT } from './historian.js';

interface Options {
  readonly events: number;
  readonly seed: number;
  readonly into: string;
}

/** Makes up a history for trials of speed, by the law and into an empty log: what came of it on standard output, all else on standard error. */
export const generate = new Command('generate')
  .description('make up a history, by the law, into a new log; the same seed makes the same one')
  .requiredOption('--events <count>', 'how many events at least', count)
  .option('--seed <number>', 'which of the histories', count, 1)
  .option('--into <file>', 'the log to make; there is none yet', '.data/generated.sqlite')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  .action(async (options: Options) => {
    const { makeUp } = await import('./made-up.js');
    process.exitCode = await makeUp(options);
  });

function count(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 999999999.');
}
