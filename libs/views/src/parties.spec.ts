import { specifyView, type Told } from '#testing';
import type { PartyAdmitted } from '#domain';
import { parties } from './parties.js';

const given = specifyView(parties);
const since = '2022-04-26T08:00:00.000Z';
const admitted: Told<PartyAdmitted> = {
  type: 'PartyAdmitted',
  data: { groupId: 'udcg', party: 'GBR' },
  occurredAt: since,
};

describe('the parties of a group', () => {
  it('are those admitted', () => {
    given(admitted).then('udcg/GBR', { group: 'udcg', party: 'GBR', since });
  });
  it('are no longer those removed', () => {
    given(
      { type: 'PartyRemoved', data: { groupId: 'udcg', party: 'GBR' }, occurredAt: '2024-01-01T00:00:00.000Z' },
      admitted,
    ).then('udcg/GBR', undefined);
  });
});
