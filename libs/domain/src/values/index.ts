export * from './money.js';
export { BreachFact } from './breach-fact.js';
export { CurrencyRate } from './rate.js';
export { OfficeHolder, type Holder } from './office-holder.js';
export { Condition, Foreign } from './pledging.js';
export type { Plain } from './plain.js';
export type { Breach, Role } from './rules.js';
export type { Scope } from './scope.js';
export type { Party } from './words.js';
