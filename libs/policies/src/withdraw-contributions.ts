import type { AllocationOrphaned, AllocationReleased, Plain, WithdrawContributions } from '#domain';
import { policy, type Command, type Intent } from '#eventsourcing';

type Ended = AllocationReleased | AllocationOrphaned;
type Asked = Command<'WithdrawContributions', Plain<WithdrawContributions>>;

/** What an allocation that has ended paid into a package is in it no more, so that each euro is in one package (R29). */
export const withdrawContributions = policy<Ended, Asked>('withdraw-contributions', {
  AllocationReleased: ({ data }) => withdraw(data, 'allocation released'),
  AllocationOrphaned: ({ data }) => withdraw(data, 'allocation orphaned'),
});

function withdraw(
  { packageId, pledgeId, allocationId, amount: { to } }: Ended['data'],
  reason: string,
): readonly Intent<Asked>[] {
  if (packageId === undefined) return [];
  const kept = to.amount === undefined ? {} : { kept: to.amount };
  return [{ type: 'WithdrawContributions', data: { packageId, pledgeId, allocationId, ...kept, reason } }];
}
