export { connectReadSide, type Connection } from './connect.js';
export type { Database, Run } from './database.js';
export { pgliteAt, pgliteIn } from './directory.js';
export { editionOf } from './edition.js';
export { openReadSide, type ReadSideOptions } from './open.js';
export { openPglite, TEMPLATE, templateIn } from './pglite.js';
export { openPostgres, type PostgresOptions } from './postgres.js';
export * from './read-side.js';
export { sayOver, serveReadSide } from './serve.js';
