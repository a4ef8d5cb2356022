import type { ConsignmentCancelled, FreeSlot, LossReported, Plain } from '#domain';
import { policy, type Command, type Intent } from '#eventsourcing';

type Gone = ConsignmentCancelled | LossReported;
type Asked = Command<'FreeSlot', Plain<FreeSlot>>;

/** A consignment that will not come to its hub any more, called off or lost on the way, gives its day there back (R17). */
export const freeSlots = policy<Gone, Asked>('free-slots', {
  ConsignmentCancelled: ({ data }) => free(data),
  LossReported: ({ data }) => free(data),
});

function free({ consignmentId, hubId }: Gone['data']): readonly Intent<Asked>[] {
  return hubId === undefined ? [] : [{ type: 'FreeSlot', data: { hubId, consignmentId } }];
}
