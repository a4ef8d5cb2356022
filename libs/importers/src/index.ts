import type { Importer } from './plan.js';
import { kiel } from './kiel/kiel.js';

export * from './pace.js';
export * from './plan.js';
export type * from './words.js';

/** Every format that can be imported, by its name. */
export const importers: Readonly<Record<string, Importer>> = { kiel };
