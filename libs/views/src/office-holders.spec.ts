import { specifyView, type Told } from '#testing';
import type { ChairAppointed, ChairTransferred } from '#domain';
import { officeHolders } from './office-holders.js';

const given = specifyView(officeHolders);
const groupId = 'udcg';
const FOUNDED = '2022-04-26T08:00:00.000Z';
const SUMMIT = '2024-07-09T09:00:00.000Z';

const austin = { party: 'USA', holder: 'Lloyd Austin', office: 'Secretary of Defense' };
const appointed: Told<ChairAppointed> = {
  type: 'ChairAppointed',
  data: { groupId, parties: ['USA'], from: [], to: ['USA'], holders: [austin] },
  occurredAt: FOUNDED,
};
const transferred: Told<ChairTransferred> = {
  type: 'ChairTransferred',
  data: { groupId, from: ['USA'], to: ['NATO'], proposedBy: 'somebody' },
  occurredAt: SUMMIT,
};
const row = { group: groupId, ...austin, since: FOUNDED, chairs: true };

describe('the holder of an office', () => {
  it('comes with the chair', () => {
    given(appointed).then('udcg/USA', row);
  });
  it('keeps the office when the chair goes', () => {
    given(appointed, transferred).then('udcg/USA', { ...row, chairs: false });
  });
  it('is nobody for a party that named none', () => {
    given(appointed, transferred).then('udcg/NATO', undefined);
  });
  it('keeps the chair when its transfer is revoked', () => {
    given(appointed, transferred, {
      type: 'ChairChangeRevoked',
      data: { groupId, revoked: ['NATO'], restores: ['USA'], holders: [austin] },
      occurredAt: SUMMIT,
    }).then('udcg/USA', row);
  });
  it('goes while the nation stays', () => {
    given(appointed, {
      type: 'OfficeHolderNamed',
      data: { groupId, party: 'USA', from: 'Lloyd Austin', to: 'A Deputy', office: 'Deputy Secretary' },
      occurredAt: SUMMIT,
    }).then('udcg/USA', { ...row, holder: 'A Deputy', office: 'Deputy Secretary', since: SUMMIT });
  });
  it('leaves the chair when the term ends', () => {
    given(appointed, {
      type: 'ChairTermEnded',
      data: { groupId, party: 'USA', reason: 'left office', from: ['USA'], to: [] },
      occurredAt: SUMMIT,
    }).then('udcg/USA', { ...row, chairs: false });
  });
});
