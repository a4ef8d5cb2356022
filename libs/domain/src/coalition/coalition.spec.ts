import { specify, type Told } from '#testing';
import type { Event } from '#eventsourcing';
import { ContactGroup } from '../contact-group/contact-group.js';
import { Pledge } from '../pledge/pledge.js';
import { Coalition, type CoalitionEvent } from './coalition.js';

const coalitionId = 'maritime';
const groupId = 'udcg';
const BEFORE = '2023-12-01T00:00:00.000Z';
const AT = '2025-05-22T09:00:00.000Z';
const claims = [{ source: 'https://example.org/statement' }];

type Past = Told<CoalitionEvent>;
const group = ['GBR', 'NOR', 'SWE', 'DEU'].map((party): Told<Event> => ({
  type: 'PartyAdmitted',
  data: { groupId, party },
}));
const play = specify(Coalition, { by: 'GBR', at: AT });
const given = (...events: Past[]) => play(...events).and(ContactGroup, ...group);
const coordinator = { by: 'NSATU', roles: ['coordinator'] };

const words = { coalitionId, groupId, capability: 'Maritime security', claims };
const formed: Past = {
  type: 'CoalitionFormed',
  data: { ...words, leads: ['GBR', 'NOR'], members: ['GBR', 'NOR', 'DEU'] },
};
const form = { ...words, leads: ['GBR', 'NOR'], members: ['DEU'] };
const formedByOne: Past = { type: 'CoalitionFormed', data: { ...words, leads: ['GBR'], members: ['GBR', 'DEU'] } };
const joined: Past = { type: 'CoalitionJoined', data: { coalitionId, party: 'SWE' } };
const left: Past = {
  type: 'CoalitionLeft',
  data: { coalitionId, party: 'GBR', leads: { from: ['GBR', 'NOR'], to: ['NOR'] } },
};
const replaced: Past = {
  type: 'LeadReplaced',
  data: { coalitionId, from: 'GBR', to: 'DEU', leads: { from: ['GBR', 'NOR'], to: ['NOR', 'DEU'] } },
};

describe('a coalition (R21)', () => {
  it('is formed by those that lead it, who are members of it', () => given().when('FormCoalition', form).then(formed));
  it('is formed once (R34)', () => given(formed).when('FormCoalition', form).thenNothing());
  it('is not formed otherwise under the same name', () =>
    given(formed)
      .when('FormCoalition', { ...form, capability: 'Drones' })
      .thenRejected('CoalitionExists', { coalitionId }));
  it('is led by parties of the group alone', () =>
    given()
      .when('FormCoalition', { ...form, leads: ['GBR', 'JPN'] })
      .thenRejected('NotAParticipant', { party: 'JPN' }));
  it('has members of the group alone', () =>
    given()
      .when('FormCoalition', { ...form, members: ['JPN'] })
      .thenRejected('NotAParticipant', { party: 'JPN' }));
  it('is formed by one that leads it alone, and is under strength', () =>
    given()
      .when('FormCoalition', { ...form, leads: ['GBR'] })
      .then(formedByOne));
  it('is formed by nobody who does not lead it, but for a coordinator', async () => {
    await given()
      .when('FormCoalition', form, { by: 'DEU' })
      .thenRejected('NotALead', { leads: ['GBR', 'NOR'] });
    await given().when('FormCoalition', form, coordinator).then(formed);
  });
  it('is one of a group that there is', () =>
    play().when('FormCoalition', form).thenRejected('NoSuchGroup', { groupId }));
  it('is nothing before it is formed', () =>
    given().when('JoinCoalition', { coalitionId, party: 'SWE' }).thenRejected('NoSuchCoalition', { coalitionId }));
});

describe('a member of a coalition (R21)', () => {
  const join = { coalitionId, party: 'SWE' };

  it('joins by itself, or by a coordinator', async () => {
    await given(formed).when('JoinCoalition', join, { by: 'SWE' }).then(joined);
    await given(formed).when('JoinCoalition', join, coordinator).then(joined);
    await given(formed).when('JoinCoalition', join).thenRejected('NotTheMember', { party: 'SWE' });
  });
  it('joins once (R34)', () => given(formed, joined).when('JoinCoalition', join, { by: 'SWE' }).thenNothing());
  it('is of the group', () =>
    given(formed)
      .when('JoinCoalition', { coalitionId, party: 'JPN' }, { by: 'JPN' })
      .thenRejected('NotAParticipant', { party: 'JPN' }));
  it('does not join before the coalition is formed', () =>
    given(formed)
      .when('JoinCoalition', join, { by: 'SWE', occurredAt: BEFORE })
      .thenRejected('BeforeItBegan', { since: AT }));

  it('leaves when it wants to, and leads no longer', () =>
    given(formed).when('LeaveCoalition', { coalitionId, party: 'GBR' }).then(left));
  it('leaves by itself, by a coordinator, or by the ledger once it is struck off the group', async () => {
    await given(formed)
      .when('LeaveCoalition', { coalitionId, party: 'GBR' }, { by: 'NOR' })
      .thenRejected('NotTheMember', { party: 'GBR' });
    await given(formed).when('LeaveCoalition', { coalitionId, party: 'GBR' }, coordinator).then(left);
    await given(formed)
      .when('LeaveCoalition', { coalitionId, party: 'GBR' }, { by: 'UDCG', roles: ['policy'] })
      .then(left);
  });
  it('leaves once (R34)', () =>
    given(formed, left).when('LeaveCoalition', { coalitionId, party: 'GBR' }).thenNothing());
  it('does not leave before it came', () =>
    given(formed, joined)
      .when('LeaveCoalition', join, { by: 'SWE', occurredAt: BEFORE })
      .thenRejected('BeforeItBegan', { since: AT }));
  it('comes again after it left', () =>
    given(formed, left)
      .when('JoinCoalition', { coalitionId, party: 'GBR' })
      .then({ type: 'CoalitionJoined', data: { coalitionId, party: 'GBR' } }));
});

describe('a lead of a coalition (R21)', () => {
  const replace = { coalitionId, from: 'GBR', to: 'DEU' };

  it('is replaced by another member', () => given(formed).when('ReplaceLead', replace).then(replaced));
  it('is replaced once (R34)', () => given(formed, replaced).when('ReplaceLead', replace).thenNothing());
  it('is joined by another, where it names nobody to be replaced', () =>
    given(formedByOne)
      .when('ReplaceLead', { coalitionId, to: 'DEU' })
      .then({ type: 'LeadReplaced', data: { coalitionId, to: 'DEU', leads: { from: ['GBR'], to: ['GBR', 'DEU'] } } }));
  it('goes back to being a member without another in its place', () =>
    given(formed)
      .when('ReplaceLead', { coalitionId, from: 'GBR', reason: 'other tasks' })
      .then({
        type: 'LeadReplaced',
        data: { coalitionId, from: 'GBR', leads: { from: ['GBR', 'NOR'], to: ['NOR'] }, reason: 'other tasks' },
      }));
  it('is a member', () =>
    given(formed)
      .when('ReplaceLead', { ...replace, to: 'SWE' })
      .thenRejected('NotAMember', { party: 'SWE' }));
  it('is still one of the group', () =>
    given(formed)
      .and(ContactGroup, { type: 'PartyRemoved', data: { groupId, party: 'DEU' } })
      .when('ReplaceLead', replace)
      .thenRejected('NotAParticipant', { party: 'DEU' }));
  it('is not replaced by others, nor is one that does not lead', async () => {
    const leads = ['GBR', 'NOR'];
    await given(formed).when('ReplaceLead', replace, { by: 'NOR' }).thenRejected('NotALead', { leads });
    await given(formed)
      .when('ReplaceLead', { ...replace, from: 'SWE' })
      .thenRejected('NotALead', { leads });
    await given(formed)
      .when('ReplaceLead', { coalitionId, to: 'DEU' }, { by: 'DEU' })
      .thenRejected('NotALead', { leads });
  });
  it('is named, to come or to go', () =>
    given(formed)
      .when('ReplaceLead', { coalitionId })
      .thenRejected('NobodyNamed', { leads: ['GBR', 'NOR'] }));
  it('is named by any member where nobody leads any more', () =>
    given(formedByOne, {
      type: 'CoalitionLeft',
      data: { coalitionId, party: 'GBR', leads: { from: ['GBR'], to: [] } },
    })
      .when('ReplaceLead', { coalitionId, to: 'DEU' }, { by: 'DEU' })
      .then({ type: 'LeadReplaced', data: { coalitionId, to: 'DEU', leads: { from: [], to: ['DEU'] } } }));
  it('does not lead before it came', () =>
    given(formed).when('ReplaceLead', replace, { occurredAt: BEFORE }).thenRejected('BeforeItBegan', { since: AT }));
});

describe('the roadmap of a coalition', () => {
  const roadmap = { coalitionId, roadmap: 'Roadmap to 2027', until: '2027-12-31', claims };
  const endorsed: Past = { type: 'RoadmapEndorsed', data: { ...roadmap, leads: ['GBR', 'NOR'] } };

  it('is endorsed by a lead for all of them', () => given(formed).when('EndorseRoadmap', roadmap).then(endorsed));
  it('is endorsed once (R34)', () => given(formed, endorsed).when('EndorseRoadmap', roadmap).thenNothing());
  it('is endorsed by nobody else', () =>
    given(formed)
      .when('EndorseRoadmap', roadmap, { by: 'DEU' })
      .thenRejected('NotALead', { leads: ['GBR', 'NOR'] }));
  it('gives way to a later one', () =>
    given(formed, endorsed)
      .when('EndorseRoadmap', { ...roadmap, until: '2029-12-31' })
      .then({ type: 'RoadmapEndorsed', data: { ...roadmap, until: '2029-12-31', leads: ['GBR', 'NOR'] } }));
  it('is not endorsed before the coalition is formed', () =>
    given(formed).when('EndorseRoadmap', roadmap, { occurredAt: BEFORE }).thenRejected('BeforeItBegan', { since: AT }));
});

describe('a payment into the fund of a coalition', () => {
  const amount = { amount: '50000000', currency: 'SEK', basis: 'claimed' as const };
  const own = { coalitionId, paymentId: 'swe-2025-05', amount, claims };
  const payment = { ...own, drawsOn: 'package-19' };
  const paid: Past = { type: 'FundPaymentRecorded', data: { ...payment, donor: 'SWE' } };
  const sweden = { by: 'SWE' };
  const pledge = (donor: string, asFund = false): Told<Event> => ({
    type: 'PledgeMade',
    data: {
      ...{ pledgeId: 'package-19', donor, kind: 'military', title: 'Package 19', lines: [], claims },
      ...(asFund && { asFund }),
    },
  });
  const open = (...events: Past[]) => given(formed, ...events).and(Pledge, pledge('SWE'));

  it('is of a party of the group, and may draw on a pledge of its own (R9)', () =>
    open().when('RecordFundPayment', payment, sweden).then(paid));
  it('may draw on a fund of another (R9)', () =>
    given(formed).and(Pledge, pledge('EPF', true)).when('RecordFundPayment', payment, sweden).then(paid));
  it('does not draw on the pledge of another donor, or on one that there is not (R9)', async () => {
    await given(formed)
      .and(Pledge, pledge('DNK'))
      .when('RecordFundPayment', payment, sweden)
      .thenRejected('DrawAcrossDonors', { donor: 'SWE', of: 'DNK' });
    await given(formed)
      .when('RecordFundPayment', payment, sweden)
      .thenRejected('NoSuchPledge', { pledgeId: 'package-19' });
  });
  it('draws on nothing, unless it says so', () =>
    given(formed)
      .when('RecordFundPayment', own, sweden)
      .then({ type: 'FundPaymentRecorded', data: { ...own, donor: 'SWE' } }));
  it('is recorded once (R34)', () => open(paid).when('RecordFundPayment', payment, sweden).thenNothing());
  it('is not recorded otherwise under the same name', () =>
    open(paid)
      .when('RecordFundPayment', { ...payment, amount: { ...amount, amount: '3' } }, sweden)
      .thenRejected('PaymentExists', { paymentId: 'swe-2025-05' }));
  it('is of nobody outside the group (R21)', () =>
    open().when('RecordFundPayment', payment, { by: 'JPN' }).thenRejected('NotAParticipant', { party: 'JPN' }));
  it('names a claim, and the currency and basis of its amount (R6, R7)', async () => {
    await open()
      .when('RecordFundPayment', { ...payment, claims: [] }, sweden)
      .thenRejected('NoSource', {});
    await open()
      .when('RecordFundPayment', { ...payment, amount: { amount: '1', basis: 'claimed' } }, sweden)
      .thenRejected('NoCurrency', { amount: '1' });
    await open()
      .when('RecordFundPayment', { ...payment, amount: { amount: '1', currency: 'SEK' } }, sweden)
      .thenRejected('NoBasis', { amount: '1' });
  });
  it('is kept with the rule it breaks where it was imported (R32)', () =>
    open()
      .when('RecordFundPayment', { ...payment, claims: [] }, { ...sweden, imported: true })
      .then({
        type: 'FundPaymentRecorded',
        data: { ...payment, donor: 'SWE', claims: [], breaches: [{ rule: 'R7', code: 'NoSource', facts: {} }] },
      }));
  it('is not made before the coalition is formed', () =>
    open()
      .when('RecordFundPayment', payment, { ...sweden, occurredAt: BEFORE })
      .thenRejected('BeforeItBegan', { since: AT }));
});
