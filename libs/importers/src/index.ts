import type { Importer } from './plan.js';
import { kielCorrections } from './kiel/corrections-sheet.js';
import { kiel } from './kiel/kiel.js';
import { kielPrices } from './kiel/prices-sheet.js';
import { kielRates } from './kiel/rates-sheet.js';
import type { Told } from './ukraine/told.js';
import { ukraine } from './ukraine/ukraine.js';

export * from './generated/generated.js';
export * from './pace.js';
export * from './plan.js';
export type * from './ukraine/told.js';
export { ukraine };
export type * from './words.js';

/** Every format that can be imported, by its name. */
export const importers: Readonly<Record<string, Importer>> = {
  kiel,
  'kiel-rates': kielRates,
  'kiel-prices': kielPrices,
  'kiel-corrections': kielCorrections,
};

/** A history: the facts of its files, in the order in which they are told. */
export type History = (read: (file: string) => Promise<string>) => Promise<readonly Told[]>;

/** Every history that can be told, by its name, which is also that of its folder of data. */
export const histories: Readonly<Record<string, History>> = { ukraine };
