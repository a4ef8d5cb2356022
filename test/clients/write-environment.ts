/** Writes the address of the ledger and a token for everybody who acts in the `.http` files, as clients of such files read them. */
import 'reflect-metadata';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LocalIssuer, readConfiguration } from '#platform/terminal';
import { actorsIn, environmentOf } from './environment.ts';

const folder = import.meta.dirname;
const file = join(folder, 'http-client.private.env.json');
const texts = globSync('*.http', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'));
const configuration = readConfiguration(process.env);
const issuer = await LocalIssuer.in(configuration.dataDir);
const actors = actorsIn(texts);
const steadfast = await environmentOf(actors, configuration.addressAt(), (actor) =>
  issuer.issue({ ...actor, ttl: '12h' }),
);
writeFileSync(file, `${JSON.stringify({ steadfast }, undefined, 2)}\n`, { mode: 0o600 });
process.stdout.write(
  `${relative(join(folder, '../..'), file)}: ${steadfast.url ?? ''} and tokens of ${actors.size} actors\n`,
);
