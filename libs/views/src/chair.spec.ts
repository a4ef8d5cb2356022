import { specifyView, type Told } from '#testing';
import type { ChairAppointed, ChairChangeRevoked, ChairTermEnded, ChairTransferred, OfficeHolderNamed } from '#domain';
import { chair } from './chair.js';

const given = specifyView(chair);
const groupId = 'udcg';
const FOUNDED = '2022-04-26T08:00:00.000Z';
const SUMMIT = '2024-07-09T09:00:00.000Z';

type Past = Told<ChairAppointed | ChairTransferred | ChairTermEnded | ChairChangeRevoked | OfficeHolderNamed>;
const austin = { party: 'USA', holder: 'Lloyd Austin', office: 'Secretary of Defense' };
const appointed: Past = {
  type: 'ChairAppointed',
  data: { groupId, parties: ['USA'], from: [], to: ['USA'], holders: [austin] },
  occurredAt: FOUNDED,
};
const transferred: Past = {
  type: 'ChairTransferred',
  data: { groupId, from: ['USA'], to: ['NATO'], decisionId: 'nac-1', proposedBy: 'somebody' },
  occurredAt: SUMMIT,
};
const seat = { parties: ['USA'], holders: [austin], status: 'held' as const, since: FOUNDED, decisionId: null };

describe('the chair', () => {
  it('is held by whom it was given to', () => {
    given(appointed).then(groupId, { ...seat, before: null });
  });
  it('is handed on by a decision', () => {
    given(appointed, transferred).then(groupId, {
      ...{ parties: ['NATO'], holders: [], status: 'held', since: SUMMIT, decisionId: 'nac-1' },
      before: seat,
    });
  });
  it('stays where it was when the change is revoked, whatever was said of it in between', () => {
    const deputy = { party: 'USA', holder: 'A Deputy', office: 'Deputy Secretary' };
    given(
      appointed,
      transferred,
      {
        type: 'ChairChangeRevoked',
        data: { groupId, revoked: ['NATO'], restores: ['USA'], holders: [austin] },
        occurredAt: SUMMIT,
      },
      {
        type: 'OfficeHolderNamed',
        data: { groupId, party: 'USA', to: deputy.holder, office: deputy.office },
        occurredAt: '2024-05-01T00:00:00.000Z',
      },
    ).then(groupId, { ...seat, holders: [deputy], before: null });
  });
  it('falls vacant when its last term ends', () => {
    given(appointed, {
      type: 'ChairTermEnded',
      data: { groupId, party: 'USA', reason: 'left office', from: ['USA'], to: [] },
      occurredAt: SUMMIT,
    }).then(groupId, {
      ...{ parties: [], holders: [], status: 'vacant', since: SUMMIT, decisionId: null },
      before: seat,
    });
  });
  it('keeps its parties when somebody is named who does not chair', () => {
    given(appointed, {
      type: 'OfficeHolderNamed',
      data: { groupId, party: 'GBR', to: 'John Healey', office: 'Defence Secretary' },
      occurredAt: SUMMIT,
    }).then(groupId, { ...seat, before: null });
  });
});
