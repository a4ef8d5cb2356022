/** Starts a PostgreSQL, writes its address to stdout, and never closes it. */
import { openPostgresServer } from './postgres.ts';

process.stdout.write(`${await (await openPostgresServer()).database()}\n`);
setInterval(() => undefined, 60_000);
