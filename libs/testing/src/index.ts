export * from './light.js';
export * from './specify.js';
export * from './specify-view.js';
export * from './store-contract.js';
