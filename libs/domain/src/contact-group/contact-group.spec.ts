import { specify, type Told } from '#testing';
import { ContactGroup, type ContactGroupEvent } from './contact-group.js';

const groupId = 'udcg';
const FOUNDED = '2022-04-26T08:00:00.000Z';
const NOW = '2024-06-01T09:00:00.000Z';
const SUMMIT = '2024-07-09T09:00:00.000Z';

const given = specify(ContactGroup, { by: 'USA', at: NOW });

const coordinator = { by: 'NSATU', roles: ['coordinator'] };
const colleague = { subject: 'a colleague' };
const austin = { party: 'USA', holder: 'Lloyd Austin', office: 'Secretary of Defense' };

type Past = Told<ContactGroupEvent>;
const admitted = (party: string): Past => ({ type: 'PartyAdmitted', data: { groupId, party }, occurredAt: FOUNDED });
const members = ['USA', 'GBR', 'DEU'].map(admitted);
const appointedUsa: Past = {
  type: 'ChairAppointed',
  data: { groupId, parties: ['USA'], from: [], to: ['USA'], holders: [austin] },
  occurredAt: FOUNDED,
};
const proposedNato: Past = {
  type: 'ChairTransferProposed',
  data: { groupId, proposalId: 'to-nato', to: ['NATO'], subject: 'operator of USA' },
};
const toNato = { groupId, from: ['USA'], to: ['NATO'], proposedBy: 'operator of USA' };
const transferredToNato: Past = { type: 'ChairTransferred', data: toNato };
const transferAhead: Past = { ...transferredToNato, occurredAt: SUMMIT };
const chairedByUsa = [...members, appointedUsa];
const endedUsa: Past[] = [
  { type: 'ChairTermEnded', data: { groupId, party: 'USA', reason: 'left office', from: ['USA'], to: [] } },
  { type: 'ChairFellVacant', data: { groupId, last: 'USA' } },
];

describe('a contact group', () => {
  it('is founded by its first party', () =>
    given()
      .when('AdmitParty', { groupId, party: 'USA' }, coordinator)
      .then({ type: 'PartyAdmitted', data: { groupId, party: 'USA' } }));
  it('admits a party once', () =>
    given(...members)
      .when('AdmitParty', { groupId, party: 'GBR' }, coordinator)
      .thenNothing());
  it('strikes a party off', () =>
    given(...members)
      .when('RemoveParty', { groupId, party: 'GBR' }, coordinator)
      .then({ type: 'PartyRemoved', data: { groupId, party: 'GBR' } }));
  it('strikes a party off once', () =>
    given(...members, { type: 'PartyRemoved', data: { groupId, party: 'GBR' } })
      .when('RemoveParty', { groupId, party: 'GBR' }, coordinator)
      .thenNothing());
  it('keeps the party in its chair', () =>
    given(...chairedByUsa)
      .when('RemoveParty', { groupId, party: 'USA' }, coordinator)
      .thenRejected('HoldsTheChair', { party: 'USA' }));
  it('does not act before it is founded', () =>
    given()
      .when('AppointChair', { groupId, parties: ['USA'] }, coordinator)
      .thenRejected('NoSuchGroup', { groupId }));
  it('admits nobody ahead of time', () =>
    given()
      .when('AdmitParty', { groupId, party: 'USA' }, { ...coordinator, occurredAt: SUMMIT })
      .thenRejected('FutureNotAllowed', { occurredAt: SUMMIT, at: NOW }));
});

describe('the appointment of a chair (R18)', () => {
  it('fills a vacancy', () =>
    given(...members)
      .when('AppointChair', { groupId, parties: ['USA'], holders: [austin] }, { ...coordinator, occurredAt: FOUNDED })
      .then({ type: 'ChairAppointed', data: appointedUsa.data }));
  it('seats a second party beside the first', () =>
    given(...chairedByUsa)
      .when('AppointChair', { groupId, parties: ['GBR'] }, coordinator)
      .then({
        type: 'ChairAppointed',
        data: { groupId, parties: ['GBR'], from: ['USA'], to: ['USA', 'GBR'], holders: [austin] },
      }));
  it('seats no third', () =>
    given(...chairedByUsa)
      .when('AppointChair', { groupId, parties: ['GBR', 'DEU'] }, coordinator)
      .thenRejected('TooManyChairs', { chairs: ['USA'] }));
  it('is of parties of the group or of organisations', () =>
    given(...members)
      .when('AppointChair', { groupId, parties: ['HUN'] }, coordinator)
      .thenRejected('NotAParticipant', { party: 'HUN' }));
  it('happens once', () =>
    given(...chairedByUsa)
      .when('AppointChair', { groupId, parties: ['USA'] }, coordinator)
      .thenNothing());
});

describe('the transfer of the chair (R18)', () => {
  const transfer = { groupId, to: ['NATO'] };
  const proposal = { groupId, proposalId: 'to-nato', to: ['NATO'] };

  it('is proposed by the chair', () =>
    given(...chairedByUsa)
      .when('ProposeChairTransfer', proposal)
      .then({ type: 'ChairTransferProposed', data: proposedNato.data }));
  it('is proposed once', () =>
    given(...chairedByUsa, proposedNato)
      .when('ProposeChairTransfer', proposal)
      .thenNothing());
  it('is not proposed twice under one name', () =>
    given(...chairedByUsa, proposedNato)
      .when('ProposeChairTransfer', { ...proposal, to: ['GBR'] })
      .thenRejected('ProposalExists', { proposalId: 'to-nato' }));
  it('is proposed by nobody else', () =>
    given(...chairedByUsa)
      .when('ProposeChairTransfer', proposal, { by: 'GBR' })
      .thenRejected('NotTheChair', { chairs: ['USA'] }));
  it('is done by its holder, by a second person (R33)', () =>
    given(...chairedByUsa, proposedNato)
      .when('TransferChair', { ...transfer, decisionId: 'nac-1' }, colleague)
      .then({ type: 'ChairTransferred', data: { ...toNato, decisionId: 'nac-1' } }));
  it('is done for its holder by a decision, on the day it names (R35)', () =>
    given(...chairedByUsa, proposedNato)
      .when(
        'TransferChair',
        { ...transfer, decisionId: 'nac-1' },
        { roles: ['policy'], subject: 'the ledger', occurredAt: SUMMIT },
      )
      .then({ type: 'ChairTransferred', data: { ...toNato, decisionId: 'nac-1' } }));
  it('is not done by the person who proposed it (R33)', () =>
    given(...chairedByUsa, proposedNato)
      .when('TransferChair', transfer)
      .thenRejected('SameActor', { subject: 'operator of USA' }));
  it('is not done without a proposal for the same parties (R33)', () =>
    given(...chairedByUsa, proposedNato)
      .when('TransferChair', { groupId, to: ['GBR'] }, colleague)
      .thenRejected('NotProposed', { to: ['GBR'] }));
  it('is done by nobody else', () =>
    given(...chairedByUsa, proposedNato)
      .when('TransferChair', transfer, { by: 'DEU' })
      .thenRejected('NotTheChair', { chairs: ['USA'] }));
  it('is not done while nobody chairs', () =>
    given(...members)
      .when('TransferChair', transfer)
      .thenRejected('ChairVacant', { at: NOW }));
  it('changes nothing when asked twice', () =>
    given(...chairedByUsa, proposedNato, transferredToNato)
      .when('TransferChair', transfer, colleague)
      .thenNothing());
  it('uses its proposal up', () =>
    given(...chairedByUsa, proposedNato, transferredToNato, {
      type: 'ChairTransferred',
      data: { groupId, from: ['NATO'], to: ['USA'], proposedBy: 'operator of NATO' },
    })
      .when('TransferChair', transfer, colleague)
      .thenRejected('NotProposed', { to: ['NATO'] }));
});

describe('a transfer of the chair ahead of time (R35)', () => {
  const agreed = () => given(...chairedByUsa, proposedNato, transferAhead);
  const revoked = () =>
    given(...chairedByUsa, proposedNato, transferAhead, {
      type: 'ChairChangeRevoked',
      data: { groupId, revoked: ['NATO'], restores: ['USA'] },
      occurredAt: SUMMIT,
    });

  it('is taken', () =>
    given(...chairedByUsa, proposedNato)
      .when('TransferChair', { groupId, to: ['NATO'] }, { ...colleague, occurredAt: SUMMIT })
      .then({ type: 'ChairTransferred', data: toNato }));
  it('leaves the old holder acting until then', () =>
    agreed()
      .when('NameOfficeHolder', { groupId, party: 'USA', holder: 'A Deputy', office: 'Deputy Secretary' })
      .then({
        type: 'OfficeHolderNamed',
        data: { groupId, party: 'USA', from: 'Lloyd Austin', to: 'A Deputy', office: 'Deputy Secretary' },
      }));
  it('does not let the new holder act before', () =>
    agreed()
      .when('ProposeChairTransfer', { groupId, proposalId: 'on', to: ['GBR'] }, { by: 'NATO' })
      .thenRejected('NotYet', { party: 'NATO', from: SUMMIT }));
  it('lets the new holder act from then on', () =>
    agreed()
      .when('ProposeChairTransfer', { groupId, proposalId: 'on', to: ['GBR'] }, { by: 'NATO', at: SUMMIT })
      .then({
        type: 'ChairTransferProposed',
        data: { groupId, proposalId: 'on', to: ['GBR'], subject: 'operator of NATO' },
      }));
  it('ends the old holder from then on', () =>
    agreed()
      .when('ProposeChairTransfer', { groupId, proposalId: 'on', to: ['GBR'] }, { at: SUMMIT })
      .thenRejected('NotTheChair', { chairs: ['NATO'] }));
  it('changes nothing when asked twice', () =>
    agreed()
      .when('TransferChair', { groupId, to: ['NATO'] }, { ...colleague, occurredAt: SUMMIT })
      .thenNothing());
  it('is revoked before it takes effect', () =>
    agreed()
      .when('RevokeChairChange', { groupId }, { occurredAt: SUMMIT })
      .then({
        type: 'ChairChangeRevoked',
        data: { groupId, revoked: ['NATO'], restores: ['USA'], holders: [austin] },
      }));
  it('is revoked once', () => revoked().when('RevokeChairChange', { groupId }, { occurredAt: SUMMIT }).thenNothing());
  it('is not revoked where there is none', () =>
    agreed()
      .when('RevokeChairChange', { groupId }, { occurredAt: '2024-07-10T09:00:00.000Z' })
      .thenRejected('NoSuchChange', { at: '2024-07-10T09:00:00.000Z' }));
  it('is not revoked afterwards', () =>
    agreed().when('RevokeChairChange', { groupId }, { at: SUMMIT }).thenRejected('AlreadyInEffect', { since: SUMMIT }));
  it('is revoked by nobody else', () =>
    agreed()
      .when('RevokeChairChange', { groupId }, { by: 'DEU', occurredAt: SUMMIT })
      .thenRejected('NotTheChair', { chairs: ['USA'] }));
  it('leaves the old holder in the chair once revoked', () =>
    revoked()
      .when('ProposeChairTransfer', { groupId, proposalId: 'on', to: ['GBR'] }, { at: SUMMIT })
      .then({
        type: 'ChairTransferProposed',
        data: { groupId, proposalId: 'on', to: ['GBR'], subject: 'operator of USA' },
      }));
});

describe('a term of the chair (R18)', () => {
  const end = { groupId, party: 'USA', reason: 'left office' };

  it('ends, and leaves the chair vacant', () =>
    given(...chairedByUsa)
      .when('EndChairTerm', end)
      .then(...endedUsa));
  it('ends, and leaves the chair to the other party', () =>
    given(...chairedByUsa, {
      type: 'ChairAppointed',
      data: { groupId, parties: ['GBR'], from: ['USA'], to: ['USA', 'GBR'] },
    })
      .when('EndChairTerm', end, coordinator)
      .then({ type: 'ChairTermEnded', data: { ...end, from: ['USA', 'GBR'], to: ['GBR'] } }));
  it('is ended by its own party or the coordinator', () =>
    given(...chairedByUsa)
      .when('EndChairTerm', end, { by: 'GBR' })
      .thenRejected('NotTheChair', { chairs: ['USA'] }));
  it('ends once', () =>
    given(...chairedByUsa, ...endedUsa)
      .when('EndChairTerm', end)
      .thenNothing());
  it('does not end where it never began', () =>
    given(...chairedByUsa)
      .when('EndChairTerm', { ...end, party: 'GBR' }, coordinator)
      .thenRejected('NotTheChair', { chairs: ['USA'] }));
  it('has one holder of office a party, who may go while the nation stays', () =>
    given(...chairedByUsa)
      .when('NameOfficeHolder', { groupId, party: 'USA', holder: 'A Deputy', office: 'Deputy Secretary' }, coordinator)
      .then({
        type: 'OfficeHolderNamed',
        data: { groupId, party: 'USA', from: 'Lloyd Austin', to: 'A Deputy', office: 'Deputy Secretary' },
      }));
  it('names its holder once', () =>
    given(...chairedByUsa)
      .when('NameOfficeHolder', { groupId, ...austin })
      .thenNothing());
  it('has no holder for a party that does not chair', () =>
    given(...chairedByUsa)
      .when(
        'NameOfficeHolder',
        { groupId, party: 'GBR', holder: 'John Healey', office: 'Defence Secretary' },
        { by: 'GBR' },
      )
      .thenRejected('NotTheChair', { chairs: ['USA'] }));
});

describe('the chair as it was, told late (R35)', () => {
  it('is judged at the time that is told of', () =>
    given(...members, { ...appointedUsa, occurredAt: SUMMIT })
      .when('EndChairTerm', { groupId, party: 'USA', reason: 'left office' }, { at: NOW })
      .thenRejected('NotYet', { party: 'USA', from: SUMMIT }));
  it('goes through a vacancy and two nations to the present', () =>
    given(...chairedByUsa, ...endedUsa.map((event) => ({ ...event, occurredAt: '2025-01-20T17:00:00.000Z' })), {
      type: 'ChairAppointed',
      data: { groupId, parties: ['GBR'], from: [], to: ['GBR'] },
      occurredAt: '2025-02-12T09:00:00.000Z',
    })
      .when('AppointChair', { groupId, parties: ['DEU'] }, { ...coordinator, at: '2025-04-11T09:00:00.000Z' })
      .then({ type: 'ChairAppointed', data: { groupId, parties: ['DEU'], from: ['GBR'], to: ['GBR', 'DEU'] } }));
});

describe('the numbers of a group’s meetings (R19)', () => {
  const count = { groupId, meetingId: 'ramstein-1', number: 1 };
  const counted: Past = { type: 'MeetingCounted', data: count };
  const policy = { roles: ['policy'] };
  it('are each given once', async () => {
    await given(...members)
      .when('CountMeeting', count, policy)
      .then(counted);
    await given(...members, counted)
      .when('CountMeeting', count, policy)
      .thenNothing();
    await given(...members, counted)
      .when('CountMeeting', { ...count, meetingId: 'another' }, policy)
      .thenRejected('NumberTaken', { number: 1, meetingId: 'ramstein-1' });
  });
});
