import { specifyPolicy } from '#testing';
import { accountForConsignments } from './account-for-consignments.js';

const given = specifyPolicy(accountForConsignments);
const of = { consignmentId: 'c1', donor: 'USA' };
const line = (lineId: string, allocationId: string, item: string, quantity: string) => ({
  ...{ lineId, pledgeId: 'pda', allocationId, item, quantity },
});
const guns = line('1', 'a', 'howitzer', '4');
const shells = line('2', 'a', 'shell', '100');
const trucks = line('3', 'b', 'truck', '7');
const asked = <Type extends string>(type: Type, allocationId: string, ...loads: (readonly [string, string])[]) => ({
  ...{ type, as: 'USA' },
  data: {
    ...{ pledgeId: 'pda', allocationId, consignmentId: 'c1' },
    lines: loads.map(([item, quantity]) => ({ item, quantity })),
  },
});

describe('what a consignment carries', () => {
  it('is set apart on each allocation that it comes out of, in the donor’s name, when it is planned', () => {
    given({ type: 'ConsignmentPlanned', data: { ...of, recipient: 'UKR', manifest: [guns, shells, trucks] } }).then(
      asked('ConsignAllocation', 'a', ['howitzer', '4'], ['shell', '100']),
      asked('ConsignAllocation', 'b', ['truck', '7']),
    );
  });
  it('is given back as far as it is not dispatched', () => {
    const lines = [{ ...guns, quantity: '3' }, shells, { ...trucks, quantity: '0' }];
    given({ type: 'ConsignmentDispatched', data: { ...of, lines } }).then(
      asked('ConsignAllocation', 'a', ['howitzer', '3'], ['shell', '100']),
      asked('ConsignAllocation', 'b', ['truck', '0']),
    );
  });
  it('is delivered when it is handed over, each allocation’s part, be it nothing', () => {
    const lines = [{ ...guns, quantity: '3' }, shells, { ...trucks, quantity: '0' }];
    given({ type: 'HandedOver', data: { ...of, recipient: 'UKR', lines } }).then(
      asked('RecordHandOver', 'a', ['howitzer', '3'], ['shell', '100']),
      asked('RecordHandOver', 'b', ['truck', '0']),
    );
  });
  it('is given back when it is called off', () => {
    const allocations = [
      { pledgeId: 'pda', allocationId: 'a' },
      { pledgeId: 'pda', allocationId: 'b' },
    ];
    given({ type: 'ConsignmentCancelled', data: { ...of, reason: 'not needed', allocations } }).then(
      asked('ConsignAllocation', 'a'),
      asked('ConsignAllocation', 'b'),
    );
  });
});
