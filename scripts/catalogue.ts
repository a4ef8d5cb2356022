/** Writes docs/catalogue.md, docs/configuration.md, docs/flows.md, docs/asyncapi.json and the types of libs/client anew from the tables of the code. */
import 'reflect-metadata';
import { join } from 'node:path';
import { documentsOf, writeDocuments } from './catalogue/documents.ts';
import { readSources } from './catalogue/sources.ts';
import { readTables } from './catalogue/tables.ts';

const root = join(import.meta.dirname, '..');
const documents = await documentsOf(readTables(), readSources(root));
writeDocuments(documents, root);
for (const path of Object.keys(documents)) console.log(path);
