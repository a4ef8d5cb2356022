import { idOf, specifyView } from '#testing';
import { commitments } from './commitments.js';

const given = specifyView(commitments);
const whose = { pledgeId: 'p', donor: 'DEU', kind: 'military' as const };
const sides = { ...whose, currency: 'EUR', from: { amount: '20' }, to: { amount: '80.5' }, claims: [] };
const [first, second] = [`p/${idOf(0)}`, `p/${idOf(1)}`];
const occurredAt = '2024-07-09T09:00:00.000Z';
const row = {
  ...{ pledge: 'p', donor: 'DEU', kind: 'military' as const, currency: 'EUR' },
  ...{ amount: '60.5', unknowns: 0, month: '2024-07', counts: true },
};
const lowered = { from: { amount: '80.5' }, to: { amount: '20' } };

describe('a commitment', () => {
  it('is a movement in the month in which it occurred', () => {
    given({ type: 'PledgeCommitted', data: sides, occurredAt }).then(first, row);
  });
  it('is a row of its own beside another', () => {
    given(
      { type: 'PledgeCommitted', data: sides, occurredAt },
      { type: 'PledgeCommitted', data: { ...sides, from: { amount: '80.5' }, to: { amount: '81' } }, occurredAt },
    ).then(second, { ...row, amount: '0.5' });
  });
  it('does not count where it is paid out of another pledge (R9)', () => {
    given({ type: 'PledgeCommitted', data: { ...sides, drawsOn: 'frame' }, occurredAt }).then(first, {
      ...row,
      counts: false,
    });
  });
  it('that is withheld is no amount, and makes a sum uncertain', () => {
    given({
      type: 'PledgeCommitted',
      data: { ...sides, from: { amount: '0' }, to: { unknown: 'withheld' } },
      occurredAt,
    }).then(first, { ...row, amount: '0', unknowns: 1 });
  });
  it('that becomes known makes a sum certain again', () => {
    given({
      type: 'PledgeCommitted',
      data: { ...sides, from: { unknown: 'withheld' }, to: { amount: '5' } },
      occurredAt,
    }).then(first, { ...row, amount: '5', unknowns: -1 });
  });
  it('is taken back by a withdrawal', () => {
    given({
      type: 'PledgeWithdrawn',
      data: {
        ...{ ...whose, currency: 'EUR', from: { amount: '100' }, to: { amount: '20' }, delivered: '20' },
        ...{ committed: lowered, reason: 'a new government' },
      },
      occurredAt,
    }).then(first, { ...row, amount: '-60.5' });
  });
  it('is lowered by a decrease that goes below it', () => {
    given({ type: 'PledgeDecreased', data: { ...sides, committed: lowered }, occurredAt }).then(first, {
      ...row,
      amount: '-60.5',
    });
  });
  it('is not moved by a decrease that does not', () => {
    given({ type: 'PledgeDecreased', data: sides, occurredAt }).then(first, undefined);
  });
  it('is taken back where its pledge is linked to what it announced again (R9)', () => {
    given({
      type: 'PledgeLinked',
      data: { ...whose, currency: 'EUR', committed: lowered, allocations: [], drawsOn: 'frame' },
      occurredAt,
    }).then(first, { ...row, amount: '-60.5' });
  });
  it('is taken back where its pledge is merged', () => {
    given({
      type: 'PledgeMerged',
      data: {
        ...{ ...whose, currency: 'EUR', committed: lowered, allocations: [] },
        ...{ into: 'q', proposalId: 'dup', proposedBy: 'somebody' },
      },
      occurredAt,
    }).then(first, { ...row, amount: '-60.5' });
  });
  it('is moved by a revaluation that values it anew', () => {
    given({
      type: 'PledgeRevalued',
      data: {
        ...{ ...whose, proposalId: 'val', currency: 'EUR', method: 'book value', proposedBy: 'somebody' },
        ...{ from: { amount: '100' }, to: { amount: '90' }, committed: lowered },
      },
      occurredAt,
    }).then(first, { ...row, amount: '-60.5' });
  });
});
