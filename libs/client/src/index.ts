export type { Access } from './connection.js';
export type { components, paths } from './ledger.generated.js';
export { ViewStopped, type Following } from './feed.js';
export * from './ledger.js';
export type { Fetch } from './patient-fetch.js';
export { NoAnswer, Problem } from './problem.js';
export type * from './words.js';
