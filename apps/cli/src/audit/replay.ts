import { positionFields } from '#domain';
import { START, type EventStore } from '#eventsourcing';
import { editionOfFolds } from '#platform/edition';
import { CannotStart } from '#platform/terminal';
import { upTo, verifyLog, type Until, type VerifiedLog } from '#stores';
import { foldedAnew } from '../folded-anew.js';
import { ledgerAddress, tokenOf } from '../historian.js';
import { LedgerClient } from '../ledger-client.js';
import { shown } from '../progress.js';
import { inLog, inViews, sideBySide, type Finding } from './comparison.js';
import { keptViews } from './kept-views.js';
import { logToRead, reading } from './read-log.js';
import { printed } from './replay-report.js';

/** What of which log is replayed, and which ledger it is compared with. */
export interface Replay {
  readonly until?: Until;
  readonly store?: string;
  readonly prefix?: string;
  /** The SHA-256 that the log is to have. */
  readonly expect?: string;
  readonly ledger: boolean;
  readonly url?: string;
  readonly token?: string;
  readonly json?: true;
}

/** A ledger that answers, and how far it had come when it was first asked. */
interface Ledger {
  readonly url: string;
  readonly client: LedgerClient;
  readonly reached: bigint;
}

/** Verifies a log, folds it, and compares with the running ledger; answers how the program is to end. */
export async function replay(options: Replay): Promise<number> {
  const log = logToRead(options);
  const ledger = options.ledger ? await ledgerAt(options) : undefined;
  return reading(log, async (store) => {
    const last = await store.lastPosition();
    const verified = await verifiedUpTo(store, options.until, { last, counted: log.url.startsWith('sqlite:') });
    const anew = await shown('positions folded', Number(verified.position), (progress) =>
      foldedAnew(upTo(store, verified.position), { edition: editionOfFolds(), progress: ofPositions(progress) }),
    );
    const kept = ledger && (await keptViews(ledger.client, verified.position));
    const views = sideBySide(anew.views, kept?.views ?? []);
    const isShort = ledger !== undefined && log.isConfigured && ledger.reached > last;
    const findings: readonly Finding[] = [
      ...inLog(verified, options.expect),
      ...(isShort ? [{ what: `the ledger has come to position ${ledger.reached}, and the log ends at ${last}` }] : []),
      ...inViews(anew, views, kept !== undefined),
    ];
    return printed({ log: log.url, verified, ledger: ledger?.url ?? null, views, findings }, options.json);
  });
}

/** Asks a ledger before the long work, so that it is known at once whether it answers, and answers us. */
async function ledgerAt(options: Replay): Promise<Ledger> {
  const url = ledgerAddress(options.url);
  const client = new LedgerClient(url, await tokenOf('auditor', options.token));
  return { url, client, reached: (await keptViews(client, START)).reached };
}

async function verifiedUpTo(
  store: EventStore,
  until: Until | undefined,
  { last, counted }: { last: bigint; counted: boolean },
): Promise<VerifiedLog> {
  if (until && 'position' in until && until.position > last)
    throw new CannotStart([`--until is ${until.position}, and the log ends at position ${last}.`]);
  return shown('positions verified', Number(last), (progress) =>
    verifyLog(store, {
      ...{ until: until ?? { position: last }, positionFields, counted },
      progress: ofPositions(progress),
    }),
  );
}

function ofPositions(progress: (done: number) => void): (position: bigint) => void {
  return (position) => {
    progress(Number(position));
  };
}
