import type {
  AbortMatch,
  AllocatePledge,
  AllocationRefused,
  ConcludeMatch,
  MatchAborted,
  MatchAccepted,
  Plain,
  PledgeAllocated,
  ReleaseReservation,
  RequirementReserved,
  ReservationRefused,
  ReservationReleased,
  ReserveRequirement,
} from '#domain';
import { policy, type Command } from '#eventsourcing';

type Step =
  | MatchAccepted
  | RequirementReserved
  | ReservationRefused
  | ReservationReleased
  | PledgeAllocated
  | AllocationRefused
  | MatchAborted;
type Asked =
  | Command<'ReserveRequirement', Plain<ReserveRequirement>>
  | Command<'AllocatePledge', Plain<AllocatePledge>>
  | Command<'ConcludeMatch', Plain<ConcludeMatch>>
  | Command<'AbortMatch', Plain<AbortMatch>>
  | Command<'ReleaseReservation', Plain<ReleaseReservation>>;

/** A match accepted by both sides is reserved, then allocated, then made; what is refused on the way aborts it, and is undone. */
export const carryMatchOut = policy<Step, Asked>('carry-match-out', {
  MatchAccepted: ({ data: { complete, matchId, requirementId, donor, pledgeId, lines, terms } }) =>
    complete
      ? [
          {
            type: 'ReserveRequirement',
            data: { requirementId, donor, pledgeId, allocationId: matchId, matchId, lines, terms },
          },
        ]
      : [],

  RequirementReserved: ({ data: { matchId, requirementId, donor, pledgeId, allocationId, lines, terms } }) => {
    if (matchId === undefined) return [];
    const given = lines.map(({ item, offered = item, quantity }) => ({ item: offered, quantity }));
    return [
      {
        type: 'AllocatePledge',
        as: donor,
        data: { pledgeId, allocationId, requirementId, matchId, lines: given, ...terms },
      },
    ];
  },

  PledgeAllocated: ({ data: { matchId } }) =>
    matchId === undefined ? [] : [{ type: 'ConcludeMatch', data: { matchId } }],

  ReservationRefused: ({ data: { matchId, code } }) =>
    matchId === undefined ? [] : [{ type: 'AbortMatch', data: { matchId, reason: code, refusedBy: 'requirement' } }],

  ReservationReleased: ({ data: { matchId } }) =>
    matchId === undefined ? [] : [{ type: 'AbortMatch', data: { matchId, reason: 'reservation released' } }],

  AllocationRefused: ({ data: { matchId, requirementId, pledgeId, allocationId, code } }) =>
    matchId === undefined || requirementId === undefined
      ? []
      : [
          { type: 'AbortMatch', data: { matchId, reason: code, refusedBy: 'pledge' } },
          { type: 'ReleaseReservation', data: { requirementId, pledgeId, allocationId, reason: code } },
        ],

  MatchAborted: ({ data: { from, refusedBy, matchId, requirementId, pledgeId, reason } }) =>
    from === 'accepted' && refusedBy === undefined
      ? [{ type: 'ReleaseReservation', data: { requirementId, pledgeId, allocationId: matchId, reason } }]
      : [],
});
