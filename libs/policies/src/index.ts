import type { AnyPolicy } from '#eventsourcing';
import { accountForConsignments } from './account-for-consignments.js';
import { agreeTransfers } from './agree-transfers.js';
import { carryMatchOut } from './carry-match-out.js';
import { countMeetings } from './count-meetings.js';
import { freeSlots } from './free-slots.js';
import { freeWhatWasMatched } from './free-what-was-matched.js';
import { holdConsignments } from './hold-consignments.js';
import { leaveCoalitions } from './leave-coalitions.js';
import { makeMeetingsTentative } from './make-meetings-tentative.js';
import { meetConditions } from './meet-conditions.js';
import { rescheduleConsignments } from './reschedule-consignments.js';
import { reserveForAllocations } from './reserve-for-allocations.js';
import { withdrawContributions } from './withdraw-contributions.js';

/** Every policy. */
export const policies: readonly AnyPolicy[] = [
  accountForConsignments,
  agreeTransfers,
  carryMatchOut,
  countMeetings,
  freeSlots,
  freeWhatWasMatched,
  holdConsignments,
  leaveCoalitions,
  makeMeetingsTentative,
  meetConditions,
  rescheduleConsignments,
  reserveForAllocations,
  withdrawContributions,
];
