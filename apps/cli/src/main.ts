import 'reflect-metadata';
import { Command } from 'commander';
import { CannotStart } from '#platform/terminal';
import { audit } from './audit.js';
import { backup } from './backup.js';
import { generate } from './generate.js';
import { importFile } from './import.js';
import { migrateStore } from './migrate-store.js';
import { seed } from './seed.js';
import { token } from './token.js';

const program = new Command('steadfast')
  .description('what is done with the ledger from a terminal')
  .addCommand(audit)
  .addCommand(backup)
  .addCommand(generate)
  .addCommand(importFile)
  .addCommand(migrateStore)
  .addCommand(seed)
  .addCommand(token);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  for (const line of error.lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}
