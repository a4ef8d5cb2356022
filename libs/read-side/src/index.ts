export { type Database, type Run } from './database.js';
export { pgliteIn } from './directory.js';
export { openReadSide, type ReadSideOptions } from './open.js';
export { openPglite, templateIn, TEMPLATE } from './pglite.js';
export * from './read-side.js';
