import { specify, type Told } from '#testing';
import { Repair, type RepairEvent } from './repair.js';

const NOW = '2024-06-01T09:00:00.000Z';
const given = specify(Repair, { by: 'UKR', at: NOW, roles: ['recipient'] });
const repairId = 'repair-7';
const equipment = { repairId, owner: 'UKR', item: 'Leopard 2A4', quantity: '1' };
const ask = { ...equipment, serials: ['L2-114'], damage: 'turret drive' };
const accept = { repairId, repairer: 'POL', workshop: 'Gliwice', expected: '2024-09-01' };
const giveBack = { repairId, outcome: 'repaired' as const };
const pole = { by: 'POL', roles: ['operator'] };

type Past = Told<RepairEvent>;
const opened: Past = { type: 'RepairOpened', data: ask };
const accepted: Past = { type: 'AcceptedForRepair', data: { ...equipment, ...accept } };
const returned: Past = { type: 'RepairReturned', data: { ...equipment, ...giveBack, repairer: 'POL' } };

describe('a repair', () => {
  it('is asked for by the owner', () => given().when('OpenRepair', ask).then(opened));
  it('is asked for once (R34)', () => given(opened).when('OpenRepair', ask).thenNothing());
  it('is not asked for otherwise under the same name', () =>
    given(opened)
      .when('OpenRepair', { ...ask, quantity: '2' })
      .thenRejected('RepairExists', { repairId }));
  it('is asked for by nobody else', () =>
    given().when('OpenRepair', ask, { by: 'POL' }).thenRejected('NotTheOwner', { owner: 'UKR' }));
  it('is accepted by who repairs', () => given(opened).when('AcceptForRepair', accept, pole).then(accepted));
  it('is accepted once (R34)', () => given(opened, accepted).when('AcceptForRepair', accept, pole).thenNothing());
  it('is accepted for a nation by itself or the coordinator', () =>
    given(opened)
      .when('AcceptForRepair', accept, { ...pole, by: 'DEU' })
      .thenRejected('NotTheRepairer', { repairer: 'POL' }));
  it('is accepted by one nation', () =>
    given(opened, accepted)
      .when('AcceptForRepair', { ...accept, repairer: 'DEU' }, { ...pole, by: 'DEU' })
      .thenRejected('WrongStage', { stage: 'accepted' }));
  it('is not accepted before it was asked for', () =>
    given().when('AcceptForRepair', accept, pole).thenRejected('NoSuchRepair', { repairId }));
  it('is not accepted at an earlier time', () =>
    given(opened)
      .when('AcceptForRepair', accept, { ...pole, occurredAt: '2024-05-01T00:00:00.000Z' })
      .thenRejected('BeforeItBegan', { since: NOW }));
  it('ends with the return', () => given(opened, accepted).when('ReturnRepaired', giveBack, pole).then(returned));
  it('ends once (R34)', () => given(opened, accepted, returned).when('ReturnRepaired', giveBack, pole).thenNothing());
  it('does not end before it was accepted', () =>
    given(opened).when('ReturnRepaired', giveBack, pole).thenRejected('WrongStage', { stage: 'opened' }));
  it('does not end otherwise afterwards', () =>
    given(opened, accepted, returned)
      .when('ReturnRepaired', { ...giveBack, outcome: 'beyondRepair' }, pole)
      .thenRejected('WrongStage', { stage: 'returned' }));
  it('is ended by who repairs', () =>
    given(opened, accepted)
      .when('ReturnRepaired', giveBack, { ...pole, by: 'DEU' })
      .thenRejected('NotTheRepairer', { repairer: 'POL' }));
  it('does not go back', () =>
    given(opened, accepted, returned)
      .when('AcceptForRepair', { ...accept, workshop: 'Poznań' }, pole)
      .thenRejected('WrongStage', { stage: 'returned' }));
});
