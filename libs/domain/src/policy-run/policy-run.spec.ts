import { specify } from '#testing';
import { PolicyRun } from './policy-run.js';

const given = specify(PolicyRun, { by: 'UKR', at: '2024-08-06T09:00:00.000Z', roles: ['policy'] });

const policy = 'release-reservations';
const parkedId = '5c9f2c1e-3a52-5d0f-9d60-2c1f0d7a9b11';
const eventId = '6d9f2c1e-3a52-5d0f-9d60-2c1f0d7a9b12';
const park = {
  ...{ policy, parkedId, eventId, position: '17', index: 0 },
  ...{ command: 'ReleaseReservation', data: { requirementId: 'r-1' }, party: 'UKR' },
  ...{ occurredAt: '2024-08-06T08:00:00.000Z', code: 'NoSuchRequirement', facts: { requirementId: 'r-1' } },
};
const parked = { type: 'CommandParked' as const, data: { ...park, attempt: 1 } };
const one = { policy, parkedId };
const retried = { type: 'ParkedRetried' as const, data: one };
const resolved = { type: 'ParkedResolved' as const, data: one };
const dismiss = { ...one, reason: 'done by hand' };
const dismissed = { type: 'ParkedDismissed' as const, data: dismiss };
const advanced = { type: 'PolicyAdvanced' as const, data: { policy, position: '20' } };

describe('a command that was refused to a policy', () => {
  it('is parked', () => given().when('ParkCommand', park).then(parked));
  it('is parked once', () => given(parked).when('ParkCommand', park).thenNothing());
  it('is parked anew where it is refused again', () =>
    given(parked, retried)
      .when('ParkCommand', { ...park, code: 'NotYet' })
      .then({ type: 'CommandParked', data: { ...park, code: 'NotYet', attempt: 2 } }));
  it.each([
    ['taken', [parked, retried, resolved]],
    ['given up', [parked, dismissed]],
  ])('is not parked once it is %s', (_, events) =>
    given(...events)
      .when('ParkCommand', park)
      .thenRejected('ParkedSettled'),
  );
});

describe('a parked command', () => {
  it('is sent once more when somebody asks', () => given(parked).when('RetryParked', one).then(retried));
  it('is sent once more once for each time', () => given(parked, retried).when('RetryParked', one).thenNothing());
  it('must be one of the policy', () =>
    given().when('RetryParked', one).thenRejected('NoSuchParked', { policy, parkedId }));
  it('is not sent again once it is taken', () =>
    given(parked, retried, resolved).when('RetryParked', one).thenRejected('ParkedSettled', { status: 'resolved' }));
  it('is not sent again once it is given up', () =>
    given(parked, dismissed).when('RetryParked', one).thenRejected('ParkedSettled', { status: 'dismissed' }));

  it('is resolved when it is taken after all', () => given(parked, retried).when('ResolveParked', one).then(resolved));
  it('is resolved once', () => given(parked, retried, resolved).when('ResolveParked', one).thenNothing());
  it('is resolved only by being sent', () =>
    given(parked).when('ResolveParked', one).thenRejected('ParkedNotRetried', { status: 'open' }));
  it('is not resolved once it is given up', () =>
    given(parked, dismissed).when('ResolveParked', one).thenRejected('ParkedSettled'));

  it('is given up with a reason', () => given(parked).when('DismissParked', dismiss).then(dismissed));
  it('is given up once', () => given(parked, dismissed).when('DismissParked', dismiss).thenNothing());
  it('is not given up while it is being sent', () =>
    given(parked, retried).when('DismissParked', dismiss).thenRejected('ParkedIsRetried'));
  it('is not given up once it is taken', () =>
    given(parked, retried, resolved).when('DismissParked', dismiss).thenRejected('ParkedSettled'));
});

describe('a policy', () => {
  it('advances over the log', () => given().when('AdvancePolicy', { policy, position: '20' }).then(advanced));
  it('does not go back', () => given(advanced).when('AdvancePolicy', { policy, position: '9' }).thenNothing());
  it('stays where it is when asked twice', () =>
    given(advanced).when('AdvancePolicy', { policy, position: '20' }).thenNothing());
});
