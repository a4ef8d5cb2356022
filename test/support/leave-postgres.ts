/** Starts a PostgreSQL, writes its address to stdout, and never closes it. */
import { openPostgresServer } from '../../libs/testing/src/postgres-server.ts';

process.stdout.write(`${await (await openPostgresServer()).database()}\n`);
setInterval(() => undefined, 60_000);
