/** Folds the log in the file `argv[3]` into five views, or `every` one where `argv[4]` says so, in the PostgreSQL at `argv[2]`; prints events/s and the most memory it took, in MiB. */
import { setTimeout as pause } from 'node:timers/promises';
import { openSharedReadSide } from '#read-side';
import { openSqliteReader } from '#stores';
import { allocations, chair, commitments, pledges, rates, views } from '#views';

const [url = '', logFile = '', which] = process.argv.slice(2);
const store = openSqliteReader(logFile);
const last = await store.lastPosition();
const began = performance.now();
const readSide = openSharedReadSide({
  url,
  store,
  views: which === 'every' ? views : [allocations, chair, commitments, pledges, rates],
  mayLead: true,
});
await readSide.waitFor(last, 3_600_000);
const rate = (Number(last) / (performance.now() - began)) * 1_000;
// The tables are cleaned then, as they are where a server goes on; closing waits for what is under way.
await pause(1_000);
await readSide.close();
await store.close();
process.stdout.write(JSON.stringify({ rate, memory: process.resourceUsage().maxRSS / 1024 }));
