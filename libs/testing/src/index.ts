export * from './ask-of.js';
export * from './light.js';
export * from './played.js';
export { idOf } from './recorded.js';
export * from './specify.js';
export * from './specify-policy.js';
export * from './specify-view.js';
export * from './store-contract.js';
export * from './donations.js';
