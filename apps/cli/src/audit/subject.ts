import { CannotStart } from '#platform/terminal';
import type { Subject } from './address-of.js';

/** A view by its name, or a view or question by its address. Throws `CannotStart` for anything else. */
export function subjectOf(text: string, ledger: string): Subject {
  if (/^[A-Za-z][\w-]*$/.test(text)) return { kind: 'views', name: text, parameters: new URLSearchParams() };
  const url = URL.canParse(text, ledger) ? new URL(text, ledger) : undefined;
  const [, kind, name] = /^\/(views|questions)\/([^/]+)$/.exec(url?.pathname ?? '') ?? [];
  if (!url || name === undefined)
    throw new CannotStart([
      `${text} is neither the name of a view nor the address of a view or question, such as '/questions/controls'.`,
    ]);
  if (url.origin !== new URL(ledger).origin)
    throw new CannotStart([`${text} is of another ledger than ${ledger}: give --url ${url.origin}.`]);
  return { kind: kind as Subject['kind'], name: decodeURIComponent(name), parameters: url.searchParams };
}
