import type {
  ConsignAllocation,
  ConsignmentCancelled,
  ConsignmentDispatched,
  ConsignmentPlanned,
  HandedOver,
  Plain,
  RecordHandOver,
} from '#domain';
import { policy, type Command, type Intent } from '#eventsourcing';

type Step = ConsignmentPlanned | ConsignmentDispatched | HandedOver | ConsignmentCancelled;
type Asked = Command<'ConsignAllocation', Plain<ConsignAllocation>> | Command<'RecordHandOver', Plain<RecordHandOver>>;

/**
 * What a consignment is to carry is set apart on the pledges it comes out of; what is not dispatched, or was to be carried by one that
 * is called off, is given back; what is handed over is delivered (R12). In this order: hence one policy.
 */
export const accountForConsignments = policy<Step, Asked>('account-for-consignments', {
  ConsignmentPlanned: ({ data }) => ofEach('ConsignAllocation', data, data.manifest),

  ConsignmentDispatched: ({ data }) => ofEach('ConsignAllocation', data, data.lines),

  HandedOver: ({ data }) => ofEach('RecordHandOver', data, data.lines),

  ConsignmentCancelled: ({ data: { consignmentId, donor, allocations } }) =>
    allocations.map((from) => ({
      type: 'ConsignAllocation',
      as: donor,
      data: { ...from, consignmentId, lines: [] },
    })),
});

interface Carried {
  readonly pledgeId: string;
  readonly allocationId: string;
  readonly item: string;
  readonly quantity: string;
}

/** One command for each allocation that goods come out of, in the donor's name, with what comes out of it. */
function ofEach(
  type: Asked['type'],
  { consignmentId, donor }: Step['data'],
  lines: readonly Carried[],
): readonly Intent<Asked>[] {
  const groups = Map.groupBy(lines, ({ pledgeId, allocationId }) => `${pledgeId}/${allocationId}`);
  return [...groups.values()].flatMap((group) => {
    const loads = group.map(({ item, quantity }) => ({ item, quantity }));
    return group.slice(0, 1).map(({ pledgeId, allocationId }) => ({
      ...{ type, as: donor },
      data: { pledgeId, allocationId, consignmentId, lines: loads },
    }));
  });
}
