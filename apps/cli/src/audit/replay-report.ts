import { withoutSecrets } from '#platform/terminal';
import type { VerifiedLog } from '#stores';
import { EXIT } from '../historian.js';
import type { ComparedView, Finding } from './comparison.js';

/** What a replay came to. */
export interface Replayed {
  readonly log: string;
  readonly verified: VerifiedLog;
  /** The address of the ledger that it was compared with. */
  readonly ledger: string | null;
  readonly views: readonly ComparedView[];
  readonly findings: readonly Finding[];
}

/** Prints what a replay came to; answers how the program is to end. */
export function printed(replayed: Replayed, asJson = false): number {
  const text = asJson ? JSON.stringify(bodyOf(replayed), null, 2) : linesOf(replayed).join('\n');
  process.stdout.write(`${text}\n`);
  return replayed.findings.length === 0 ? EXIT.done : EXIT.failed;
}

function bodyOf({ log, verified, ledger, views, findings }: Replayed): object {
  const { position, time, events, streams, digest, unproven, found } = verified;
  return {
    ...{ log: withoutSecrets(log), position: String(position), time, events, streams, digest, unproven },
    ...{ ledger, views, eventsFound: found, findings },
  };
}

function linesOf({ log, verified, ledger, views, findings }: Replayed): readonly string[] {
  const { position, time, events, streams, digest, unproven, found, findings: told } = verified;
  const known = time === null ? '' : `, known by ${time}`;
  return [
    `${withoutSecrets(log)}: ${counted(events)} events in ${counted(streams)} streams up to position ${position}${known}`,
    `SHA-256 of what they say: ${digest}`,
    ...(unproven > 0
      ? [`${counted(unproven)} events say a position and were moved from another log: their ids prove nothing`]
      : []),
    ...(ledger === null
      ? views.map(({ name, anew }) => `${name} ${anew?.digest ?? 'none'}`)
      : [
          `${views.filter(isAlike).length} of ${views.length} views folded anew are those of ${ledger} at that position`,
        ]),
    ...findings.map(lineOf),
    ...(found > told.length
      ? [`and ${counted(found - told.length)} more events that cannot be as they were written`]
      : []),
    findings.length === 0 ? 'Nothing was found.' : `${counted(findings.length + found - told.length)} found.`,
  ];
}

function isAlike({ anew, ledger }: ComparedView): boolean {
  return anew !== null && anew.digest === ledger?.digest;
}

function lineOf({ stream, revision, view, position, what }: Finding): string {
  const where = [
    ...(stream === undefined ? [] : [`${stream}, revision ${revision}`]),
    ...(view === undefined ? [] : [`view ${view}`]),
    ...(position === undefined ? [] : [`position ${position}`]),
  ];
  return where.length === 0 ? what : `${where.join(', ')}: ${what}`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
