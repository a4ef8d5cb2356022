import { specify, type Told } from '#testing';
import { Pledge, type PledgeEvent } from '../pledge/pledge.js';
import { Requirement, type RequirementEvent } from '../requirement/requirement.js';
import { Match, type MatchEvent } from './match.js';

const AT = '2025-07-20T09:00:00.000Z';
const matchId = 'm';
const claims = [{ source: 'a letter of the ministry' }];
const eur = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' as const });
const given = specify(Match, { by: 'NATO', at: AT, roles: ['coordinator'] });

const donor = { by: 'DEU', roles: ['operator'] };
const recipient = { by: 'UKR', roles: ['recipient'] };
const ledger = { by: 'UKR', roles: ['policy'] };

const guns = (quantity: string, item = 'howitzer') => ({ item, quantity });
const pledge = { pledgeId: 'p', donor: 'DEU', kind: 'military' as const };
const made: Told<PledgeEvent> = {
  type: 'PledgeMade',
  data: { ...pledge, title: 'Howitzers', lines: [guns('10')], amount: eur('100'), currency: 'EUR', claims },
};
const needed = { requirementId: 'r', recipient: 'UKR' };
const submitted: Told<RequirementEvent> = {
  type: 'RequirementSubmitted',
  data: { ...needed, title: 'Guns', lines: [guns('6')], priority: 'high', claims },
};
const validated: Told<RequirementEvent> = {
  type: 'RequirementValidated',
  data: { ...needed, by: 'NATO', quantities: [guns('6')], until: '2025-08-31' },
};

type Past = Told<MatchEvent>;
const sides = { matchId, pledgeId: 'p', requirementId: 'r', donor: 'DEU', recipient: 'UKR' };
const terms = { amount: eur('40'), claims };
const lines = [guns('4')];
const asked = { matchId, pledgeId: 'p', requirementId: 'r', lines, terms };
const proposed: Past = { type: 'MatchProposed', data: { ...sides, lines, terms, proposedBy: 'NATO' } };
const accepted = (party: string, complete: boolean): Past => ({
  type: 'MatchAccepted',
  data: { ...sides, party, complete, lines, terms },
});
const declined: Past = { type: 'MatchDeclined', data: { ...sides, party: 'DEU', reason: 'sold' } };
const agreed = [proposed, accepted('DEU', false), accepted('UKR', true)];
const isMade: Past = { type: 'MatchMade', data: { ...sides, allocationId: matchId, lines } };
const aborted = (from: 'proposed' | 'accepted'): Past => ({
  type: 'MatchAborted',
  data: { ...sides, from, reason: 'a mistake' },
});
const allocated: Told<PledgeEvent> = {
  type: 'PledgeAllocated',
  data: { ...pledge, allocationId: matchId, requirementId: 'r', matchId, lines, amount: eur('40'), claims },
};

describe('the proposal of a match', () => {
  const proposing = (...events: Told<RequirementEvent>[]) =>
    given()
      .and(Pledge, made)
      .and(Requirement, ...events);
  const open = () => proposing(submitted, validated);

  it('names both sides', () => open().when('ProposeMatch', asked).then(proposed));
  it('is the matter of either side too', async () => {
    await open()
      .when('ProposeMatch', asked, donor)
      .then({ type: 'MatchProposed', data: { ...sides, lines, terms, proposedBy: 'DEU' } });
    await open()
      .when('ProposeMatch', asked, { by: 'POL', roles: ['operator'] })
      .thenRejected('NotOfTheMatch', { donor: 'DEU', recipient: 'UKR' });
  });
  it('is made once (R34)', () =>
    given(proposed).and(Pledge, made).and(Requirement, submitted).when('ProposeMatch', asked).thenNothing());
  it('is not made otherwise under the same name', () =>
    given(proposed)
      .and(Pledge, made)
      .and(Requirement, submitted)
      .when('ProposeMatch', { ...asked, lines: [guns('3')] })
      .thenRejected('MatchExists', { matchId }));
  it('is of a requirement that is validated and in time (R5)', async () => {
    await proposing(submitted)
      .when('ProposeMatch', asked)
      .thenRejected('RequirementNotValidated', { status: 'submitted' });
    await open()
      .when('ProposeMatch', asked, { at: '2025-09-01T00:00:00.000Z' })
      .thenRejected('RequirementStale', { until: '2025-08-31' });
  });
  it('is of no more than remains (R4)', () =>
    open()
      .when('ProposeMatch', { ...asked, lines: [guns('7')] })
      .thenRejected('OverFulfilment', { lines: [{ item: 'howitzer', asked: '7', remaining: '6' }] }));
  it('is of goods that the pledge names', async () => {
    await open()
      .when('ProposeMatch', { ...asked, lines: [{ ...guns('4'), offered: 'mortar' }] })
      .thenRejected('NotPledged', { item: 'mortar', items: ['howitzer'] });
    await given()
      .and(Pledge, made)
      .and(
        Requirement,
        { ...submitted, data: { ...submitted.data, lines: [guns('6', '155 mm gun')] } },
        {
          ...validated,
          data: { ...validated.data, quantities: [guns('6', '155 mm gun')] },
        },
      )
      .when('ProposeMatch', { ...asked, lines: [{ ...guns('4', '155 mm gun'), offered: 'howitzer' }] })
      .then({
        type: 'MatchProposed',
        data: { ...sides, lines: [{ ...guns('4', '155 mm gun'), offered: 'howitzer' }], terms, proposedBy: 'NATO' },
      });
  });
  it('has a claim and a basis (R6, R7)', async () => {
    await open()
      .when('ProposeMatch', { ...asked, terms: {} })
      .thenRejected('NoSource', {});
    await open()
      .when('ProposeMatch', { ...asked, terms: { amount: { amount: '40', currency: 'EUR' }, claims } })
      .thenRejected('NoBasis', { amount: '40' });
  });
  it('is of a pledge and a requirement that there are', async () => {
    await given()
      .and(Requirement, submitted, validated)
      .when('ProposeMatch', asked)
      .thenRejected('NoSuchPledge', { pledgeId: 'p' });
    await given()
      .and(Pledge, made)
      .when('ProposeMatch', asked)
      .thenRejected('NoSuchRequirement', { requirementId: 'r' });
  });
  it('that was imported is kept with its breaches (R32)', () =>
    open()
      .when('ProposeMatch', { ...asked, lines: [guns('7')] }, { imported: true })
      .then({
        type: 'MatchProposed',
        data: {
          ...{ ...sides, lines: [guns('7')], terms, proposedBy: 'NATO' },
          breaches: [
            {
              ...{ rule: 'R4', code: 'OverFulfilment' },
              facts: { lines: [{ item: 'howitzer', asked: '7', remaining: '6' }] },
            },
          ],
        },
      }));
});

describe('a match', () => {
  it('is accepted by one side', () =>
    given(proposed).when('AcceptMatch', { matchId }, donor).then(accepted('DEU', false)));
  it('is complete once the other accepts it too', () =>
    given(proposed, accepted('DEU', false)).when('AcceptMatch', { matchId }, recipient).then(accepted('UKR', true)));
  it('is accepted once (R34)', () =>
    given(...agreed)
      .when('AcceptMatch', { matchId }, donor)
      .thenNothing());
  it('is accepted by nobody else', () =>
    given(proposed).when('AcceptMatch', { matchId }).thenRejected('NotOfTheMatch', { donor: 'DEU', recipient: 'UKR' }));
  it('is not accepted before it was proposed', () =>
    given().when('AcceptMatch', { matchId }, donor).thenRejected('NoSuchMatch', { matchId }));
  it('is declined by either side, once (R34)', async () => {
    await given(proposed).when('DeclineMatch', { matchId, reason: 'sold' }, donor).then(declined);
    await given(proposed, declined).when('DeclineMatch', { matchId, reason: 'sold' }, donor).thenNothing();
  });
  it('is not accepted once it is declined, nor declined once it is accepted', async () => {
    await given(proposed, declined)
      .when('AcceptMatch', { matchId }, recipient)
      .thenRejected('MatchNotOpen', { status: 'declined' });
    await given(...agreed)
      .when('DeclineMatch', { matchId }, donor)
      .thenRejected('MatchNotOpen', { status: 'accepted' });
  });
});

describe('the end of a match', () => {
  it('is that it is made, once its allocation is there', () =>
    given(...agreed)
      .and(Pledge, made, allocated)
      .when('ConcludeMatch', { matchId }, ledger)
      .then(isMade));
  it('is not that it is made without its allocation', () =>
    given(...agreed)
      .and(Pledge, made)
      .when('ConcludeMatch', { matchId })
      .thenRejected('NoSuchAllocation', { allocationId: matchId }));
  it('is that it is made once (R34)', () =>
    given(...agreed, isMade)
      .when('ConcludeMatch', { matchId }, ledger)
      .thenNothing());
  it('is not that it is made before both sides accept it', () =>
    given(proposed).when('ConcludeMatch', { matchId }).thenRejected('MatchNotOpen', { status: 'proposed' }));
  it('is that it is aborted, which says how far it had come', async () => {
    const abortion = { matchId, reason: 'a mistake' };
    await given(proposed).when('AbortMatch', abortion).then(aborted('proposed'));
    await given(...agreed)
      .when('AbortMatch', abortion)
      .then(aborted('accepted'));
    await given(...agreed)
      .when('AbortMatch', { ...abortion, refusedBy: 'pledge' }, ledger)
      .then({ type: 'MatchAborted', data: { ...aborted('accepted').data, refusedBy: 'pledge' } } as Past);
  });
  it('is that it is aborted once (R34)', () =>
    given(...agreed, aborted('accepted'))
      .when('AbortMatch', { matchId, reason: 'again' })
      .thenNothing());
  it('is the end: what is made is not aborted', () =>
    given(...agreed, isMade)
      .when('AbortMatch', { matchId, reason: 'a mistake' })
      .thenRejected('MatchNotOpen', { status: 'made' }));
  it('is the end for the ledger too, which may come too late', async () => {
    await given(...agreed, isMade)
      .when('AbortMatch', { matchId, reason: 'a mistake' }, ledger)
      .thenNothing();
    await given(...agreed, aborted('accepted'))
      .when('ConcludeMatch', { matchId }, ledger)
      .thenNothing();
  });
  it('does not come after it', () =>
    given(...agreed, aborted('accepted'))
      .when('ConcludeMatch', { matchId })
      .thenRejected('MatchNotOpen', { status: 'aborted' }));
});
