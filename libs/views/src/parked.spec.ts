import type { CommandParked, ParkedDismissed, ParkedResolved, ParkedRetried } from '#domain';
import { specifyView, type Told } from '#testing';
import { parked } from './parked.js';

const given = specifyView(parked);
const [T1, T2, T3] = ['2024-08-06T09:00:00.000Z', '2024-08-07T09:00:00.000Z', '2024-08-07T09:00:01.000Z'];
const one = { policy: 'release-reservations', parkedId: '5c9f2c1e-3a52-5d0f-9d60-2c1f0d7a9b11' };
const said = {
  ...{ ...one, attempt: 1, eventId: '6d9f2c1e-3a52-5d0f-9d60-2c1f0d7a9b12', position: '17', index: 0 },
  ...{ command: 'ReleaseReservation', data: { requirementId: 'r-1' }, party: 'UKR', occurredAt: T1 },
  ...{ code: 'NoSuchRequirement', facts: { requirementId: 'r-1' } },
};
const refused: Told<CommandParked> = { type: 'CommandParked', data: said, occurredAt: T1 };
const again: Told<CommandParked> = {
  type: 'CommandParked',
  data: { ...said, attempt: 2, code: 'NotYet' },
  occurredAt: T3,
};
const retried: Told<ParkedRetried> = { type: 'ParkedRetried', data: one, occurredAt: T2 };
const resolved: Told<ParkedResolved> = { type: 'ParkedResolved', data: one, occurredAt: T3 };
const dismissed: Told<ParkedDismissed> = {
  type: 'ParkedDismissed',
  data: { ...one, reason: 'done by hand' },
  occurredAt: T2,
};
const row = {
  ...({ status: 'open' } as const),
  ...{ policy: one.policy, command: said.command, data: said.data, party: 'UKR', occurred: T1 },
  ...{ code: said.code, facts: said.facts, event: said.eventId, position: '17', attempts: 1, since: T1, reason: null },
};

describe('a parked command', () => {
  it('is open, with why it was refused', () => {
    given(refused).then(one.parkedId, row);
  });
  it('is retried when somebody asks', () => {
    given(refused, retried).then(one.parkedId, { ...row, status: 'retried' });
  });
  it('is open again where it is refused again', () => {
    given(refused, retried, again).then(one.parkedId, { ...row, attempts: 2, code: 'NotYet' });
  });
  it('is resolved once it was taken', () => {
    given(refused, retried, resolved).then(one.parkedId, { ...row, status: 'resolved' });
  });
  it('is dismissed with a reason', () => {
    given(refused, dismissed).then(one.parkedId, { ...row, status: 'dismissed', reason: 'done by hand' });
  });
});
