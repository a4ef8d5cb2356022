import type {
  AllocationOrphaned,
  AllocationReleased,
  OrphanAllocation,
  Plain,
  PledgeAllocated,
  ReleaseAllocation,
  ReleaseReservation,
  ReservationRefused,
  ReservationReleased,
  ReserveRequirement,
} from '#domain';
import { policy, type Command, type Intent } from '#eventsourcing';

type Change = PledgeAllocated | AllocationReleased | AllocationOrphaned | ReservationRefused | ReservationReleased;
type Asked =
  | Command<'ReserveRequirement', Plain<ReserveRequirement>>
  | Command<'ReleaseReservation', Plain<ReleaseReservation>>
  | Command<'OrphanAllocation', Plain<OrphanAllocation>>
  | Command<'ReleaseAllocation', Plain<ReleaseAllocation>>;

/**
 * What is allocated to a requirement is reserved there, or loses its ground where it does not fit; an allocation and its reservation
 * end together, so that the requirement's line reopens (R4, R11).
 */
export const reserveForAllocations = policy<Change, Asked>('reserve-for-allocations', {
  PledgeAllocated: ({ data: { requirementId, matchId, donor, pledgeId, allocationId, lines } }) => {
    const known = lines.flatMap(({ item, quantity }) => (quantity === undefined ? [] : [{ item, quantity }]));
    return requirementId === undefined || matchId !== undefined || known.length === 0
      ? []
      : [{ type: 'ReserveRequirement', data: { requirementId, donor, pledgeId, allocationId, lines: known } }];
  },

  AllocationReleased: ({ data }) => release(data, 'allocation released'),

  AllocationOrphaned: ({ data }) => release(data, 'allocation orphaned'),

  ReservationRefused: ({ data: { matchId, pledgeId, allocationId, code } }) =>
    matchId === undefined ? [{ type: 'OrphanAllocation', data: { pledgeId, allocationId, reason: code } }] : [],

  ReservationReleased: ({ data: { donor, pledgeId, allocationId } }) =>
    donor === undefined
      ? []
      : [
          {
            type: 'ReleaseAllocation',
            as: donor,
            data: { pledgeId, allocationId, reason: 'reservation released' },
          },
        ],
});

function release(
  { requirementId, pledgeId, allocationId, kept }: AllocationReleased['data'],
  reason: string,
): readonly Intent<Asked>[] {
  if (requirementId === undefined) return [];
  const data = { requirementId, pledgeId, allocationId, ...(kept && { kept }), reason };
  return [{ type: 'ReleaseReservation', data }];
}
