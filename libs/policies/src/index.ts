import type { AnyPolicy } from '#eventsourcing';
import { carryMatchOut } from './carry-match-out.js';
import { freeWhatWasMatched } from './free-what-was-matched.js';
import { reserveForAllocations } from './reserve-for-allocations.js';
import { withdrawContributions } from './withdraw-contributions.js';

/** Every policy. */
export const policies: readonly AnyPolicy[] = [
  carryMatchOut,
  freeWhatWasMatched,
  reserveForAllocations,
  withdrawContributions,
];
