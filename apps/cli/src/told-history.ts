import { readFile } from 'node:fs/promises';
import type { History, Told } from '#importers';

/** The folder in which each history has its data. */
const DATA = new URL('../../../../libs/importers/data/', import.meta.url);

/** The facts of a history, out of its files. */
export function toldFrom(name: string, history: History): Promise<readonly Told[]> {
  return history((file) => readFile(new URL(`${name}/${file}`, DATA), 'utf8'));
}
