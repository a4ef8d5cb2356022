import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aggregates } from '#domain';
import { asyncApiOf, configurationReference } from '#platform';
import { cataloguePage } from './catalogue-page.ts';
import { clientTypes } from './client-types.ts';
import { flowsPage } from './flows-page.ts';
import type { Sources } from './sources.ts';
import type { Tables } from './tables.ts';

/** The generated documents, and the types of the client, by their paths from the root. */
export type Documents = Readonly<Record<string, string>>;

/** The documents as the tables and the sources have them now. */
export async function documentsOf(tables: Tables, sources: Sources): Promise<Documents> {
  return {
    'docs/asyncapi.json': `${JSON.stringify(asyncApiOf(tables, tables.version), undefined, 2)}\n`,
    'docs/catalogue.md': cataloguePage(tables, sources),
    'docs/configuration.md': configurationReference(),
    'docs/flows.md': flowsPage(tables, sources),
    'libs/client/src/ledger.generated.ts': await clientTypes({ ...tables, aggregates }),
  };
}

/** Writes the documents below a root. */
export function writeDocuments(documents: Documents, root: string): void {
  for (const [path, text] of Object.entries(documents)) writeFileSync(join(root, path), text);
}

/** Those below a root that are missing, or are not what they were to be. */
export function staleDocuments(documents: Documents, root: string): readonly string[] {
  return Object.entries(documents).flatMap(([path, text]) => {
    const file = join(root, path);
    return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [path];
  });
}
