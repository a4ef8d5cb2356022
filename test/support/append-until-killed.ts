/**
 * Appends to the log at `argv[2]` from six writers, two to a stream, 1 to 4 events at a time, until it is killed; `argv[3]` names the run.
 * Writes a line to stdout for each append that was acknowledged, and ends with a line `failed: …` if a commit fails.
 */
import { uuidv5, WrongExpectedRevision, type NewEvent } from '#eventsourcing';
import { CommitFailed, openSqliteStore } from '#stores';

const [path = '', run = ''] = process.argv.slice(2);
const store = openSqliteStore(path);

function eventsOf(append: string, count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const id = uuidv5(`${append}/${String(index)}`);
    return {
      id,
      type: 'LightSwitched',
      data: { append, count, note: 'x'.repeat(300) },
      at: '2024-07-11T09:00:00.000Z',
      occurredAt: '2024-07-11T09:00:00.000Z',
      metadata: {
        commandId: id,
        payload: '',
        by: { subject: 'child', party: 'DEU', roles: [] },
        correlationId: id,
        causationId: id,
      },
    };
  });
}

async function write(writer: number): Promise<never> {
  const stream = `light-${String(writer % 3)}`;
  let { revision } = await store.read(stream);
  for (let turn = 0; ; turn++) {
    const append = `${run}/${String(writer)}/${String(turn)}`;
    const events = eventsOf(append, 1 + ((writer + turn) % 4));
    for (let taken = false; !taken;) {
      try {
        ({ revision } = await store.append(stream, events, revision));
        taken = true;
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        revision = error.actual;
      }
    }
    process.stdout.write(`${append}\n`);
  }
}

try {
  await Promise.all([0, 1, 2, 3, 4, 5].map(write));
} catch (error) {
  if (!(error instanceof CommitFailed)) throw error;
  process.stdout.write(
    `failed: ${error.message}; still readable: ${String((await store.read('light-0')).revision >= 0)}\n`,
  );
  await store.close();
}
