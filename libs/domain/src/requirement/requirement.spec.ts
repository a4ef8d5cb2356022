import { specify, type Told } from '#testing';
import { Requirement, type RequirementEvent } from './requirement.js';
import type { ReservationRefused } from './requirement.reserving.js';
import type { RequirementValidated } from './requirement.stating.js';

const AT = '2025-07-20T09:00:00.000Z';
const LATER = '2025-09-01T00:00:00.000Z';
const requirementId = 'patriot';
const claims = [{ source: 'a letter of the ministry' }];
const given = specify(Requirement, { by: 'UKR', at: AT, roles: ['recipient'] });

const staff = { by: 'NATO', roles: ['coordinator'] };
const ledger = { by: 'DEU', roles: ['policy'] };

type Past = Told<RequirementEvent>;
const whose = { requirementId, recipient: 'UKR' };
const missiles = { item: 'interceptor', category: 'air defence', quantity: '30', unit: 'piece', tolerance: '2' };
const radars = { item: 'radar', quantity: '3' };
const lines = [missiles, radars];
const words = { ...whose, title: 'Air defence', lines, priority: 'high' as const, neededBy: '2025-08-15', claims };
const submitted: Past = { type: 'RequirementSubmitted', data: words };
const validated: Told<RequirementValidated> = {
  type: 'RequirementValidated',
  data: { ...whose, by: 'NATO', quantities: [{ ...missiles, quantity: '10' }, radars], until: '2025-08-31' },
};
const open = [submitted, validated];

const forAllocation = { requirementId, donor: 'DEU', pledgeId: 'p', allocationId: 'a' };
const of = (quantity: string, item = 'interceptor') => ({ item, quantity });
const reservation = (quantity: string, allocationId = 'a') => ({
  ...forAllocation,
  allocationId,
  lines: [of(quantity)],
});
const reserved = (quantity: string, allocationId = 'a'): Past => ({
  type: 'RequirementReserved',
  data: { ...whose, ...reservation(quantity, allocationId) },
});
const ofMatch = { ...reservation('8', 'm'), matchId: 'm', terms: { claims } };
const reservedForMatch: Past = { type: 'RequirementReserved', data: { ...whose, ...ofMatch } };
const held = { donor: 'DEU', pledgeId: 'p', allocationId: 'a', lines: [of('8')] };
const released: Past = {
  type: 'ReservationReleased',
  data: { ...whose, donor: 'DEU', pledgeId: 'p', allocationId: 'a', from: [of('8')], to: [] },
};
const expired: Past = {
  type: 'RequirementExpired',
  data: { ...whose, until: '2025-08-31', held: [] },
  occurredAt: LATER,
};

describe('a requirement', () => {
  it('is stated by its recipient', () => given().when('SubmitRequirement', words).then(submitted));
  it('is stated by nobody else', () =>
    given().when('SubmitRequirement', words, { by: 'POL' }).thenRejected('NotTheRecipient', { recipient: 'UKR' }));
  it('is stated once (R34)', () => given(submitted).when('SubmitRequirement', words).thenNothing());
  it('is not stated otherwise under the same name', () =>
    given(submitted)
      .when('SubmitRequirement', { ...words, title: 'Other' })
      .thenRejected('RequirementExists', { requirementId }));
  it('has a claim (R7)', () =>
    given()
      .when('SubmitRequirement', { ...words, claims: [] })
      .thenRejected('NoSource', {}));
  it('that breaks a rule is kept with its breaches where it was imported (R32)', () =>
    given()
      .when('SubmitRequirement', { ...words, claims: [] }, { imported: true })
      .then({
        type: 'RequirementSubmitted',
        data: { ...words, claims: [], breaches: [{ rule: 'R7', code: 'NoSource', facts: {} }] },
      }));
  it('is as urgent as its recipient or a coordinator says', () =>
    given(submitted)
      .when('ReprioritiseRequirement', { requirementId, priority: 'critical', reason: 'the winter' }, staff)
      .then({
        type: 'RequirementReprioritised',
        data: { ...whose, from: 'high', to: 'critical', reason: 'the winter' },
      }));
  it('is as urgent as it was, asked twice (R34)', () =>
    given(submitted).when('ReprioritiseRequirement', { requirementId, priority: 'high' }).thenNothing());
  it('is not made urgent by others', () =>
    given(submitted)
      .when('ReprioritiseRequirement', { requirementId, priority: 'low' }, { by: 'POL' })
      .thenRejected('NotTheRecipient', { recipient: 'UKR' }));
  it('does nothing before it was submitted', () =>
    given()
      .when('ValidateRequirement', { requirementId, until: '2025-08-31' }, staff)
      .thenRejected('NoSuchRequirement', { requirementId }));
});

describe('the revision of a requirement', () => {
  const revision = { requirementId, lines: [{ ...missiles, quantity: '20' }], claims };
  const revised: Past = {
    type: 'RequirementRevised',
    data: { ...whose, from: { lines, neededBy: '2025-08-15' }, to: { lines: revision.lines }, claims },
  };

  it('is its recipient’s', () =>
    given(...open)
      .when('ReviseRequirement', revision)
      .then(revised));
  it('happens once (R34)', () =>
    given(...open, revised)
      .when('ReviseRequirement', revision)
      .thenNothing());
  it('is nobody else’s', () =>
    given(...open)
      .when('ReviseRequirement', revision, staff)
      .thenRejected('NotTheRecipient', { recipient: 'UKR' }));
  it('has it validated anew (R5)', () =>
    given(...open, revised)
      .when('ReserveRequirement', reservation('1'), staff)
      .thenRejected('RequirementNotValidated', { status: 'submitted' }));
  it('does not go below what is matched (R4)', () =>
    given(...open, reserved('8'))
      .when('ReviseRequirement', { requirementId, lines: [of('5')], claims })
      .thenRejected('OverFulfilment', { item: 'interceptor', matched: '8', limit: '5' }));
  it('takes a rejected one up again', () =>
    given(submitted, { type: 'RequirementRejected', data: { ...whose, by: 'NATO', reason: 'no training', held: [] } })
      .when('ReviseRequirement', revision)
      .then(revised));
});

describe('the validation of a requirement (R5)', () => {
  const validation = { requirementId, quantities: [of('10'), of('3', 'radar')], until: '2025-08-31' };

  it('states how much of each line is validated, until when and by whom', () =>
    given(submitted).when('ValidateRequirement', validation, staff).then(validated));
  it('is of all that is required where no line is given, and of nothing of a line left out', async () => {
    await given(submitted)
      .when('ValidateRequirement', { requirementId, until: '2025-08-31' }, staff)
      .then({ type: 'RequirementValidated', data: { ...whose, by: 'NATO', quantities: lines, until: '2025-08-31' } });
    await given(submitted)
      .when('ValidateRequirement', { ...validation, quantities: [of('10')] }, staff)
      .then({
        type: 'RequirementValidated',
        data: {
          ...{ ...whose, by: 'NATO', until: '2025-08-31' },
          quantities: [
            { ...missiles, quantity: '10' },
            { ...radars, quantity: '0' },
          ],
        },
      });
  });
  it('happens once (R34)', () =>
    given(...open)
      .when('ValidateRequirement', validation, staff)
      .thenNothing());
  it('is of no more than is required', () =>
    given(submitted)
      .when('ValidateRequirement', { ...validation, quantities: [of('31')] }, staff)
      .thenRejected('MoreThanRequired', { item: 'interceptor', required: '30' }));
  it('is of items that are required', () =>
    given(submitted)
      .when('ValidateRequirement', { ...validation, quantities: [of('1', 'tank')] }, staff)
      .thenRejected('NoSuchItem', { item: 'tank', items: ['interceptor', 'radar'] }));
  it('does not go below what is matched (R4)', () =>
    given(...open, reserved('8'))
      .when('ValidateRequirement', { ...validation, quantities: [of('5')] }, staff)
      .thenRejected('OverFulfilment', { item: 'interceptor', matched: '8', limit: '7' }));
  it('is not over before it begins', () =>
    given(submitted)
      .when('ValidateRequirement', { ...validation, until: '2025-07-19' }, staff)
      .thenRejected('RequirementStale', { until: '2025-07-19' }));
  it('is judged at the time it was true', () =>
    given(submitted)
      .when(
        'ValidateRequirement',
        { ...validation, until: '2025-07-19' },
        { by: 'NATO', roles: ['historian'], occurredAt: '2025-07-01T00:00:00.000Z' },
      )
      .then({
        type: 'RequirementValidated',
        data: { ...validated.data, until: '2025-07-19' },
      }));
  it('renews one that has expired', () =>
    given(...open, expired)
      .when('ValidateRequirement', { ...validation, until: '2025-10-31' }, { ...staff, at: LATER })
      .then({
        type: 'RequirementValidated',
        data: { ...validated.data, until: '2025-10-31' },
      }));
  it('is not of one that was rejected', () =>
    given(submitted, { type: 'RequirementRejected', data: { ...whose, by: 'NATO', reason: 'no training', held: [] } })
      .when('ValidateRequirement', validation, staff)
      .thenRejected('RequirementNotOpen', { status: 'rejected' }));
});

describe('the rejection of a requirement', () => {
  const rejection = { requirementId, reason: 'no training' };
  const rejected: Past = {
    type: 'RequirementRejected',
    data: { ...whose, by: 'NATO', reason: 'no training', held: [] },
  };

  it('says why', () => given(submitted).when('RejectRequirement', rejection, staff).then(rejected));
  it('happens once (R34)', () => given(submitted, rejected).when('RejectRequirement', rejection, staff).thenNothing());
  it('is not of what is validated', () =>
    given(...open)
      .when('RejectRequirement', rejection, staff)
      .thenRejected('RequirementNotOpen', { status: 'validated' }));
  it('leaves nothing to be matched (R5)', () =>
    given(submitted, rejected)
      .when('ReserveRequirement', reservation('1'), staff)
      .thenRejected('RequirementNotValidated', { status: 'rejected' }));
});

describe('a reservation (R4, R5)', () => {
  it('is within what is validated', () =>
    given(...open)
      .when('ReserveRequirement', reservation('8'), staff)
      .then(reserved('8')));
  it('may use the tolerance up', () =>
    given(...open, reserved('8'))
      .when('ReserveRequirement', reservation('4', 'b'), staff)
      .then(reserved('4', 'b')));
  it('is refused beyond it, and says what remains (R4)', () =>
    given(...open, reserved('8'))
      .when('ReserveRequirement', { ...reservation('5', 'b'), lines: [of('5'), of('1', 'radar')] }, staff)
      .thenRejected('OverFulfilment', {
        lines: [
          { item: 'interceptor', asked: '5', remaining: '4' },
          { item: 'radar', asked: '1', remaining: '3' },
        ],
      }));
  it('sums its lines of one item, whatever is given instead', () =>
    given(...open)
      .when('ReserveRequirement', { ...reservation('8'), lines: [of('8'), { ...of('5'), offered: 'IRIS-T' }] }, staff)
      .thenRejected('OverFulfilment', { lines: [{ item: 'interceptor', asked: '13', remaining: '12' }] }));
  it('is made once (R34)', () =>
    given(...open, reserved('8'))
      .when('ReserveRequirement', reservation('8'), staff)
      .thenNothing());
  it('is not made otherwise for the same allocation', () =>
    given(...open, reserved('8'))
      .when('ReserveRequirement', reservation('3'), staff)
      .thenRejected('ReservationExists', { status: 'held' }));
  it('is not made before it was validated (R5)', () =>
    given(submitted)
      .when('ReserveRequirement', reservation('1'), staff)
      .thenRejected('RequirementNotValidated', { status: 'submitted' }));
  it('is not made after its last day (R5)', () =>
    given(...open)
      .when('ReserveRequirement', reservation('1'), { ...staff, at: LATER })
      .thenRejected('RequirementStale', { until: '2025-08-31' }));
  it('is made on its last day', () =>
    given(...open)
      .when('ReserveRequirement', reservation('8'), { ...staff, at: '2025-08-31T23:59:59.999Z' })
      .then(reserved('8')));
  it('is not made once it has expired, whenever it is said to have been (R5)', () =>
    given(...open, expired)
      .when('ReserveRequirement', reservation('1'), { ...staff, at: LATER, occurredAt: AT })
      .thenRejected('RequirementStale', { until: '2025-08-31' }));
  it('is of items that are required', () =>
    given(...open)
      .when('ReserveRequirement', { ...forAllocation, lines: [of('1', 'tank')] }, staff)
      .thenRejected('NoSuchItem', { item: 'tank', items: ['interceptor', 'radar'] }));
  it('that was imported is kept with its breach (R32)', () =>
    given(...open)
      .when('ReserveRequirement', reservation('13'), { ...staff, imported: true })
      .then({
        type: 'RequirementReserved',
        data: {
          ...{ ...whose, ...reservation('13') },
          breaches: [
            {
              ...{ rule: 'R4', code: 'OverFulfilment' },
              facts: { lines: [{ item: 'interceptor', asked: '13', remaining: '12' }] },
            },
          ],
        },
      }));
});

describe('a reservation that the ledger asks for', () => {
  const refused: Told<ReservationRefused> = {
    type: 'ReservationRefused',
    data: {
      ...{ ...whose, ...forAllocation, allocationId: 'm', matchId: 'm', lines: [of('8')] },
      ...{ code: 'OverFulfilment', facts: { lines: [{ item: 'interceptor', asked: '8', remaining: '4' }] } },
    },
  };

  it('is made for a match, on its terms', () =>
    given(...open)
      .when('ReserveRequirement', ofMatch, ledger)
      .then(reservedForMatch));
  it('is made once (R34)', () =>
    given(...open, reservedForMatch)
      .when('ReserveRequirement', ofMatch, ledger)
      .thenNothing());
  it('is not made for a match by hand', () =>
    given(...open)
      .when('ReserveRequirement', ofMatch, staff)
      .thenRejected('MatchActsItself', { matchId: 'm' }));
  it('is news where it is refused', () =>
    given(...open, reserved('8'))
      .when('ReserveRequirement', ofMatch, ledger)
      .then(refused));
  it('is refused once (R34)', () =>
    given(...open, reserved('8'), refused)
      .when('ReserveRequirement', ofMatch, ledger)
      .thenNothing());
  it('is refused where it was given back before it was made', () =>
    given(...open, {
      type: 'ReservationReleased',
      data: { ...whose, pledgeId: 'p', allocationId: 'm', from: [], to: [] },
    })
      .when('ReserveRequirement', ofMatch, ledger)
      .then({
        type: 'ReservationRefused',
        data: { ...refused.data, code: 'ReservationExists', facts: { status: 'released' } },
      }));
});

describe('the release of a reservation', () => {
  const release = { requirementId, pledgeId: 'p', allocationId: 'a' };

  it('reopens the line', async () => {
    await given(...open, reserved('8'))
      .when('ReleaseReservation', release, staff)
      .then(released);
    await given(...open, reserved('8'), released)
      .when('ReserveRequirement', reservation('12', 'b'), staff)
      .then(reserved('12', 'b'));
  });
  it('keeps what was handed over, by the name the pledge gives it', () =>
    given(...open, {
      type: 'RequirementReserved',
      data: { ...whose, ...forAllocation, lines: [of('4'), { ...of('4'), offered: 'IRIS-T' }] },
    })
      .when('ReleaseReservation', { ...release, kept: [of('1'), { item: 'IRIS-T', quantity: '6' }] }, ledger)
      .then({
        type: 'ReservationReleased',
        data: {
          ...{ ...whose, donor: 'DEU', pledgeId: 'p', allocationId: 'a' },
          from: [of('4'), { ...of('4'), offered: 'IRIS-T' }],
          to: [of('1'), { ...of('4'), offered: 'IRIS-T' }],
        },
      }));
  it('happens once (R34)', () =>
    given(...open, reserved('8'), released)
      .when('ReleaseReservation', release, staff)
      .thenNothing());
  it('is of something that was reserved', () =>
    given(...open)
      .when('ReleaseReservation', release, staff)
      .thenRejected('NoSuchReservation', { pledgeId: 'p', allocationId: 'a' }));
  it('may come before the reservation where the ledger asks for both', () =>
    given(...open)
      .when('ReleaseReservation', release, ledger)
      .then({ type: 'ReservationReleased', data: { ...whose, pledgeId: 'p', allocationId: 'a', from: [], to: [] } }));
});

describe('the end of a requirement', () => {
  it('is the end of the last day of its validity, and says what is to be freed', () =>
    given(...open, reserved('8'), reserved('1', 'b'), {
      type: 'ReservationReleased',
      data: { ...whose, donor: 'DEU', pledgeId: 'p', allocationId: 'b', from: [of('1')], to: [] },
    })
      .when('ExpireRequirement', { requirementId }, { ...ledger, at: '2025-09-02T10:00:00.000Z' })
      .then({ type: 'RequirementExpired', data: { ...whose, until: '2025-08-31', held: [held] }, occurredAt: LATER }));
  it('does not come before (R35)', () =>
    given(...open)
      .when('ExpireRequirement', { requirementId }, { ...ledger, at: '2025-08-31T23:59:59.999Z' })
      .thenRejected('NotYet', { until: '2025-08-31' }));
  it('comes once (R34)', () =>
    given(...open, expired)
      .when('ExpireRequirement', { requirementId }, { ...ledger, at: LATER })
      .thenNothing());
  it('comes to what is validated', () =>
    given(submitted)
      .when('ExpireRequirement', { requirementId }, ledger)
      .thenRejected('RequirementNotValidated', { status: 'submitted' }));
  it('may be that it is satisfied, and frees nothing', () =>
    given(...open, reserved('8'))
      .when('CloseRequirement', { requirementId, outcome: 'satisfied' })
      .then({ type: 'RequirementClosed', data: { ...whose, outcome: 'satisfied', held: [] } }));
  it('may be that another takes its place, and frees what was matched', () =>
    given(...open, reserved('8'))
      .when('CloseRequirement', { requirementId, outcome: 'superseded', supersededBy: 'samp-t' }, staff)
      .then({
        type: 'RequirementClosed',
        data: { ...whose, outcome: 'superseded', supersededBy: 'samp-t', held: [held] },
      }));
  it('happens once (R34), and not otherwise', async () => {
    const closed = given(...open, { type: 'RequirementClosed', data: { ...whose, outcome: 'withdrawn', held: [] } });
    await closed.when('CloseRequirement', { requirementId, outcome: 'withdrawn' }).thenNothing();
    await closed
      .when('CloseRequirement', { requirementId, outcome: 'satisfied' })
      .thenRejected('RequirementNotOpen', { status: 'closed' });
    await closed
      .when('ReviseRequirement', { requirementId, lines: [of('1')], claims })
      .thenRejected('RequirementNotOpen', { status: 'closed' });
  });
  it('is not said by others', () =>
    given(...open)
      .when('CloseRequirement', { requirementId, outcome: 'satisfied' }, { by: 'POL' })
      .thenRejected('NotTheRecipient', { recipient: 'UKR' }));
});
