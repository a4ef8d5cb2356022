import { parse } from 'csv-parse/sync';
import { chairs } from './chairs.js';
import { memberships, type Nation } from './nations.js';
import { pledges } from './pledges.js';
import type { Told } from './told.js';

const TABLE = { bom: true, columns: true, skip_empty_lines: true } as const;

/** The history of the coordination of aid to Ukraine, in the order in which it is told; `read` gives the text of a file of its data. */
export async function ukraine(read: (file: string) => Promise<string>): Promise<readonly Told[]> {
  const nations = parse<Nation>(await read('nations.csv'), TABLE);
  return [...memberships(nations), ...chairs, ...pledges];
}
