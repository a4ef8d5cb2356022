import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CannotStart } from '#platform/terminal';
import { EXIT, ledgerAddress, tokenOf } from '../historian.js';
import { LedgerClient } from '../ledger-client.js';
import { addressOf } from './address-of.js';
import { cloudEvents } from './cloud-events.js';
import type { Exported } from './exported.js';
import { subjectOf } from './subject.js';

/** The forms of an export; the last one is that of events, and theirs alone. */
export const FORMATS = ['csv', 'ndjson', 'xlsx', 'cloudevents'] as const;

/** What is exported, in which form, at which times, and where to. */
export interface Exporting {
  readonly url?: string;
  readonly token?: string;
  readonly format?: (typeof FORMATS)[number];
  readonly out?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Writes a view, an answer, what is behind a figure, or all events, to standard output or a file; answers how the program is to end. */
export async function exportOf(what: string, options: Exporting): Promise<number> {
  const { out } = options;
  const url = ledgerAddress(options.url);
  const open = opener(what, options, url);
  const ledger = new LedgerClient(url, await tokenOf('auditor', options.token));
  const { body, knownAt } = await open(ledger);
  try {
    if (out === undefined) await pipeline(body, process.stdout, { end: false });
    else await pipeline(body, createWriteStream(`${out}.part`));
  } catch (error) {
    if (out !== undefined) await rm(`${out}.part`, { force: true });
    throw whyNot(error);
  }
  if (out !== undefined) {
    await rename(`${out}.part`, out);
    process.stdout.write(`${out} holds ${what}, known at position ${knownAt}\n`);
  }
  return EXIT.done;
}

/** What asks for an export, once all that was given is known to make sense. Throws `CannotStart`. */
function opener(
  what: string,
  { format = what === 'events' ? 'cloudevents' : 'csv', out, asOf, knownAt }: Exporting,
  url: string,
): (ledger: LedgerClient) => Promise<Exported> {
  if (what === 'events' && format !== 'cloudevents')
    throw new CannotStart([
      `Events come as cloudevents alone; the view activity has a line for each, as ${format} too.`,
    ]);
  if (what === 'events') return (ledger) => cloudEvents(ledger, { asOf, knownAt });
  if (format === 'cloudevents') throw new CannotStart(['As cloudevents come events alone: name "events".']);
  if (format === 'xlsx' && out === undefined && process.stdout.isTTY)
    throw new CannotStart(['A workbook is not for a terminal: give --out, or send it on.']);
  const path = addressOf(subjectOf(what, url), { asOf, knownAt, download: format });
  return async (ledger) => {
    const answer = await ledger.read(path);
    const body = answer.body ?? new Blob([]).stream();
    return { body: Readable.fromWeb(body), knownAt: answer.headers.get('known-at') ?? '' };
  };
}

/** A file that cannot be written is for who named it. */
function whyNot(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  return /^E(NOENT|ACCES|ISDIR|ROFS|NOSPC|PERM)$/.test(code ?? '') ? new CannotStart([`${message}.`]) : error;
}
