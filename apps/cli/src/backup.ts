import { Command } from 'commander';
import { CannotStart, readConfiguration } from '#platform/terminal';
import { backUpSqlite, CannotOpenLog } from '#stores';

/** Copies the embedded log to a file while the ledger goes on. */
export const backup = new Command('backup')
  .description('copy the log on SQLite to a file, while the ledger goes on')
  .argument('<file>', 'the file to make; one that is there is left as it is')
  .action(async (file: string) => {
    const { eventStoreUrl } = readConfiguration(process.env);
    if (!eventStoreUrl.startsWith('sqlite:'))
      throw new CannotStart([
        'EVENT_STORE_URL: this backs up a log on SQLite; a server is backed up by its own means.',
      ]);
    try {
      const position = await backUpSqlite(eventStoreUrl.slice('sqlite:'.length), file);
      process.stdout.write(`${file} holds the log up to position ${position}\n`);
    } catch (error) {
      if (error instanceof CannotOpenLog) throw new CannotStart([error.message]);
      throw error;
    }
  });
