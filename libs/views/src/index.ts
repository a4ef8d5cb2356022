import * as everyQuestion from './questions.js';
import * as everyView from './views.js';

/** Every view. */
export const views = Object.values(everyView);

/** Every question. */
export const questions = Object.values(everyQuestion);

export * from './questions.js';
export * from './views.js';
