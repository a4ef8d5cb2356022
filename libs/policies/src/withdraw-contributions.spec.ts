import { specifyPolicy } from '#testing';
import { withdrawContributions } from './withdraw-contributions.js';

const given = specifyPolicy(withdrawContributions);
const data = {
  ...{ pledgeId: 'p', allocationId: 'a', donor: 'NLD', kind: 'military' as const, currency: 'USD' },
  ...{ amount: { from: { amount: '400' }, to: { amount: '100' } }, against: { from: '400', to: '100' } },
};
const asked = (reason: string) =>
  ({
    type: 'WithdrawContributions',
    data: { packageId: 'purl-1', pledgeId: 'p', allocationId: 'a', kept: '100', reason },
  }) as const;

describe('what an allocation paid into a package', () => {
  it('is taken out when it ends, but for what was handed over', () => {
    given({ type: 'AllocationReleased', data: { ...data, packageId: 'purl-1' } }).then(asked('allocation released'));
    given({ type: 'AllocationOrphaned', data: { ...data, packageId: 'purl-1' } }).then(asked('allocation orphaned'));
  });
  it('is nothing where it named none', () => {
    given({ type: 'AllocationReleased', data }).then();
  });
});
