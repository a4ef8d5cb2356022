import { endOfLog } from './end-of-log.js';
import { launch, run, scratch, type Launched } from './launch.js';

/** A ledger that was told the history of Ukraine, and the position of its last event. */
export interface ToldHistory {
  readonly server: Launched;
  readonly last: string;
}

/** Starts the built api in a folder of its own, and has it told the history of Ukraine. */
export async function tellHistory(): Promise<ToldHistory> {
  const env = { DATA_DIR: scratch() };
  const server = await launch(env);
  expect((await run('cli', env, 'seed', 'ukraine', '--url', server.url)).code).toBe(0);
  return { server, last: await endOfLog(server.url) };
}
