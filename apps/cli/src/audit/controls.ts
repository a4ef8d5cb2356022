import { EXIT, ledgerAddress, tokenOf } from '../historian.js';
import { LedgerClient } from '../ledger-client.js';
import type { Asking } from './explain.js';
import { write } from './output.js';

/** What is checked, and at which times. */
export interface CheckingControls extends Asking {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** The controls as the ledger answers them. */
interface Controls {
  readonly asOf: string;
  readonly knownAt: { readonly position: string };
  readonly stopped?: readonly { readonly view: string }[];
  readonly rows: readonly {
    readonly control: string;
    readonly about: string;
    readonly pass: boolean;
    readonly exceptions: number;
    readonly explain: string;
  }[];
}

/** Prints what each control finds, with the link to the rows that are an exception; answers how the program is to end. */
export async function controls({ url, token, json, asOf, knownAt }: CheckingControls): Promise<number> {
  const ledger = new LedgerClient(ledgerAddress(url), await tokenOf('auditor', token));
  const times = new URLSearchParams({ ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) });
  const found = (await (await ledger.read(`/questions/controls?${times.toString()}`)).json()) as Controls;
  const { rows, stopped = [] } = found;
  await write(json ? `${JSON.stringify(found, null, 2)}\n` : `${linesOf(found).join('\n')}\n`);
  return rows.every(({ pass }) => pass) && stopped.length === 0 ? EXIT.done : EXIT.failed;
}

function linesOf({ asOf, knownAt, rows, stopped = [] }: Controls): readonly string[] {
  const failed = rows.filter(({ pass }) => !pass);
  return [
    `${rows.length} controls as of ${asOf}, known at position ${knownAt.position}`,
    ...rows.filter(({ pass }) => pass).map(({ control, about }) => `passes  ${control}: no ${about}`),
    ...failed.flatMap(({ control, about, exceptions, explain }) => [
      `${exceptions.toLocaleString('en')} found  ${control}: ${about}`,
      `    ${explain}`,
    ]),
    ...stopped.map(({ view }) => `the view ${view} has stopped, and what came after is not in it`),
    failed.length === 0 ? 'All pass.' : `${failed.length} of ${rows.length} do not pass.`,
  ];
}
