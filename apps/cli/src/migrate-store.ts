import { Command, InvalidArgumentError } from 'commander';
import { EXIT, failed } from './historian.js';
import type { Migration } from './migration.js';

/** Copies a log into another store, and compares the two: what came of it on standard output, all else on standard error. */
export const migrateStore = new Command('migrate-store')
  .description('copy a log to another store and compare the two; run again it goes on, or adds nothing')
  .requiredOption('--from <store>', 'the log to copy, such as sqlite:.data/log.sqlite; it is only read', storeUrl)
  .requiredOption('--to <store>', 'where to: nothing there yet, or what an earlier run copied', storeUrl)
  .option('--prefix <prefix>', 'what the names of streams begin with in EventStoreDB', 'steadfast.')
  .option('--no-views', 'compare the events alone, and not what the views make of them')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  .action(async (migration: Migration) => {
    process.exitCode = await run(migration);
  });

/** What it takes to fold views is loaded for this command alone. */
async function run(migration: Migration): Promise<number> {
  if (migration.from === migration.to) return failed(EXIT.usage, '--from and --to are the same.');
  const { migrate } = await import('./migration.js');
  return migrate(migration);
}

/** The address of a store, as an option gives it. */
export function storeUrl(text: string): string {
  if (/^(sqlite:[^\0]+|esdb(\+discover)?:\/\/\S+)$/.test(text)) return text;
  throw new InvalidArgumentError('It must be sqlite:<file>, or a connection string of EventStoreDB, esdb://….');
}
