import type { AnyPolicy } from '#eventsourcing';
import { agreeTransfers } from './agree-transfers.js';
import { carryMatchOut } from './carry-match-out.js';
import { countMeetings } from './count-meetings.js';
import { freeWhatWasMatched } from './free-what-was-matched.js';
import { makeMeetingsTentative } from './make-meetings-tentative.js';
import { reserveForAllocations } from './reserve-for-allocations.js';
import { withdrawContributions } from './withdraw-contributions.js';

/** Every policy. */
export const policies: readonly AnyPolicy[] = [
  agreeTransfers,
  carryMatchOut,
  countMeetings,
  freeWhatWasMatched,
  makeMeetingsTentative,
  reserveForAllocations,
  withdrawContributions,
];
