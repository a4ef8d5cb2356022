import type {
  AbortMatch,
  OrphanAllocation,
  Plain,
  RequirementClosed,
  RequirementExpired,
  RequirementRejected,
} from '#domain';
import { policy, type Command, type Intent } from '#eventsourcing';

type Ended = RequirementExpired | RequirementRejected | RequirementClosed;
type Asked = Command<'OrphanAllocation', Plain<OrphanAllocation>> | Command<'AbortMatch', Plain<AbortMatch>>;

/** What was matched with a requirement that has ended loses its ground: a match on its way is aborted, an allocation orphaned. */
export const freeWhatWasMatched = policy<Ended, Asked>('free-what-was-matched', {
  RequirementExpired: ({ data }) => free(data, 'requirement expired'),
  RequirementRejected: ({ data }) => free(data, 'requirement rejected'),
  RequirementClosed: ({ data }) => free(data, `requirement ${data.outcome}`),
});

function free({ held }: Ended['data'], reason: string): readonly Intent<Asked>[] {
  return held.flatMap(({ pledgeId, allocationId, matchId }): readonly Intent<Asked>[] => [
    ...(matchId === undefined ? [] : [{ type: 'AbortMatch' as const, data: { matchId, reason } }]),
    { type: 'OrphanAllocation', data: { pledgeId, allocationId, reason } },
  ]);
}
