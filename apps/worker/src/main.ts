import 'reflect-metadata';
import { CannotStart } from '#platform';
import { start } from './start.js';

try {
  await start();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  for (const line of error.lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}
