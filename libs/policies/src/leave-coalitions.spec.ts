import { specifyPolicy } from '#testing';
import { leaveCoalitions } from './leave-coalitions.js';

describe('a party that is struck off the group (R21)', () => {
  it('leaves the coalitions of the group that it is in, and no others', () => {
    const row = { group: 'udcg', members: ['GBR', 'NOR'] };
    specifyPolicy(leaveCoalitions)({ type: 'PartyRemoved', data: { groupId: 'udcg', party: 'NOR' } })
      .reading(
        'coalitions',
        { ...row, key: 'maritime' },
        { ...row, key: 'drones', members: ['LVA', 'GBR'] },
        { ...row, key: 'elsewhere', group: 'other' },
      )
      .then({
        type: 'LeaveCoalition',
        data: { coalitionId: 'maritime', party: 'NOR', reason: 'The party is no longer one of the group.' },
      });
  });
});
