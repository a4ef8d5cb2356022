import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { aggregates } from '#domain';
import { Folds, handle, Rejection, type Command, type Ledger, type NewEvent } from '#eventsourcing';
import { generate, ukraine } from '#importers';
import { commandTable } from '#platform/terminal';
import { CannotOpenLog, openSqliteStore } from '#stores';
import { EXIT, failed } from './historian.js';
import { shown } from './progress.js';
import { toldFrom } from './told-history.js';

const commands = commandTable(aggregates);

/** Makes a history up, with that of Ukraine told in it, into a log that is not there yet; answers how the program is to end. */
export async function makeUp({ events, seed, into }: { events: number; seed: number; into: string }): Promise<number> {
  if (existsSync(into)) return failed(EXIT.usage, `${into} is there already; give --into a file that is not.`);
  await mkdir(dirname(into), { recursive: true });
  try {
    return await madeIn(into, events, seed);
  } catch (error) {
    if (error instanceof CannotOpenLog) return failed(EXIT.usage, `${error.message}.`);
    throw error;
  }
}

async function madeIn(file: string, events: number, seed: number): Promise<number> {
  const store = openSqliteStore(file);
  const sum = { done: 0, refused: 0 };
  try {
    const told = await toldFrom('ukraine', ukraine);
    const ledger = { store, folds: new Folds() };
    await shown('events', events, (progress) =>
      generate({ events, seed, told }, async (commands) => {
        const outcomes = await Promise.all(commands.map((command) => recorded(ledger, command)));
        for (const made of outcomes) {
          if (made) sum.done += made.length;
          else sum.refused++;
        }
        progress(sum.done);
        return outcomes.map((made) => made ?? []);
      }),
    );
  } finally {
    await store.close();
  }
  const [made, refused] = [sum.done, sum.refused].map((count) => count.toLocaleString('en'));
  process.stdout.write(`${file}: ${made} events, ${refused} commands refused\n`);
  return EXIT.done;
}

/** The events that a command came to; `undefined` where the law refused it. */
async function recorded(ledger: Ledger, command: Command): Promise<readonly NewEvent[] | undefined> {
  const row = commands.get(command.type);
  if (!row) throw new Error(`there is no command ${command.type}`);
  try {
    return (await handle(ledger, row.law, command)).events;
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
