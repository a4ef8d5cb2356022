import { Readable } from 'node:stream';
import type { LedgerClient } from '../ledger-client.js';
import type { Exported } from './exported.js';

const BATCH = 'application/cloudevents-batch+json';

/** All events of the ledger, up to where it is when it is asked, as one batch of CloudEvents, an event on each line. */
export async function cloudEvents(
  ledger: LedgerClient,
  times: Readonly<Record<'asOf' | 'knownAt', string | undefined>>,
): Promise<Exported> {
  const given = Object.entries(times).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams([...given, ['limit', '1000']]);
  const first = await ledger.read(`/events?${query.toString()}`, { accept: BATCH });
  return { body: Readable.from(batch(ledger, first)), knownAt: first.headers.get('known-at') ?? '' };
}

async function* batch(ledger: LedgerClient, first: Response): AsyncGenerator<string> {
  let isFirst = true;
  yield '[';
  for (let answer: Response | undefined = first; answer; answer = await after(ledger, answer)) {
    const events = (await answer.json()) as readonly object[];
    for (const event of events) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(event)}`;
      isFirst = false;
    }
  }
  yield '\n]\n';
}

/** The page after one, if there is any. */
async function after(ledger: LedgerClient, { headers }: Response): Promise<Response | undefined> {
  const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
  return next === undefined ? undefined : ledger.read(next, { accept: BATCH });
}
