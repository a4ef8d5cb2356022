import type { Claim } from '../words.js';
import { cut } from './cell.js';
import type { Entry } from './entry.js';

const MOST = 50;
const LONGEST = 300;

/** The sources behind these rows, each once and the first fifty, with the file's own words where they name no exact day. */
export function claimsOf(entries: readonly Entry[]): Claim[] {
  const bySource = new Map<string, Claim>();
  for (const { sources, told } of entries) {
    for (const source of sources) if (!bySource.has(source)) bySource.set(source, { source, ...saidOf(told) });
  }
  return [...bySource.values()].slice(0, MOST);
}

function saidOf({ day, inexact }: Entry['told']): Partial<Claim> {
  return inexact === undefined ? { said: day } : { note: datedAs(inexact) };
}

/** The file's own words for a date. */
export function datedAs(words: string): string {
  return `dated ${JSON.stringify(cut(words, LONGEST))} in the file`;
}
