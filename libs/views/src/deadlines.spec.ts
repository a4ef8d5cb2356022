import { specifyView } from '#testing';
import { deadlines } from './deadlines.js';

const given = specifyView(deadlines);
const DUE = '2199-06-14T10:00:00.000Z';
const LATER = '2199-06-17T10:00:00.000Z';
const data = {
  ...{ pledgeId: 'p', donor: 'DEU', title: 'Interceptors', lines: [], claims: [] },
  kind: 'military' as const,
};
const made = {
  type: 'PledgeMade',
  data: { ...data, condition: { text: 'thirty in all', until: '2026-02-28' } },
} as const;

const authorityId = 'us-pda-fy23';
const ceiling = { amount: '100', currency: 'USD', basis: 'replacement' as const };
const authority = { authorityId, donor: 'USA', ceiling, legalBasis: 'a law', claims: [] };
const opened = {
  type: 'AuthorityOpened',
  data: { ...authority, until: '2023-09-30' },
  occurredAt: '2022-10-01T00:00:00.000Z',
} as const;

describe('deadlines', () => {
  it('hold the day after the last one of an authority', () => {
    given(opened).then('thing-1', {
      due: '2023-10-01T00:00:00.000Z',
      ...{ command: 'LapseAuthority', data: { authorityId }, party: 'USA' },
    });
  });
  it('hold nothing for an authority without a last day, nor once it has lapsed', () => {
    const sums = { ceiling: '100', drawn: '60', unused: '40' };
    given({ type: 'AuthorityOpened', data: authority }).then('thing-1', undefined);
    given(opened, {
      type: 'AuthorityLapsed',
      data: { authorityId, donor: 'USA', currency: 'USD', until: '2023-09-30', ...sums },
      occurredAt: '2023-10-01T00:00:00.000Z',
    }).then('thing-1', undefined);
  });

  it('hold the day after the last one of a condition', () => {
    given(made).then('thing-1', {
      due: '2026-03-01T00:00:00.000Z',
      ...{ command: 'LapseCondition', data: { pledgeId: 'p' }, party: 'DEU' },
    });
  });

  it('hold nothing without a condition, nor once it is met', () => {
    given({ type: 'PledgeMade', data }).then('thing-1', undefined);
    given(made, { type: 'ConditionMet', data: { pledgeId: 'p', donor: 'DEU' } }).then('thing-1', undefined);
  });

  it('hold the day after the last one on which a requirement may be matched', () => {
    const whose = { requirementId: 'r', recipient: 'UKR' };
    const validated = {
      type: 'RequirementValidated',
      data: { ...whose, by: 'NATO', quantities: [], until: '2025-08-31' },
    } as const;
    given(validated).then('thing-1', {
      due: '2025-09-01T00:00:00.000Z',
      ...{ command: 'ExpireRequirement', data: { requirementId: 'r' }, party: 'UKR' },
    });
    given(validated, { type: 'RequirementExpired', data: { ...whose, until: '2025-08-31', held: [] } }).then(
      'thing-1',
      undefined,
    );
  });
});

describe('the deadlines of silence (R23 to R25)', () => {
  const decision = { decisionId: 'd', text: 'a text', voters: ['HUN'] };
  const circulated = {
    type: 'DraftCirculated',
    data: { ...decision, forumId: 'nac', subject: { kind: 'text' }, deadline: DUE, version: 1, drafter: 'NATO' },
  } as const;
  const row = { due: DUE, command: 'ConcludeSilence' as const, data: { decisionId: 'd' }, party: 'NATO' };

  it('hold the deadline of the version that stands', () => {
    given(circulated).then('thing-1', row);
    given(circulated, {
      type: 'DraftAmended',
      data: { ...decision, from: 'another', deadline: LATER, version: 2 },
    }).then('thing-1', { ...row, due: LATER });
    given(circulated, { type: 'SilenceExtended', data: { decisionId: 'd', from: DUE, to: LATER } }).then('thing-1', {
      ...row,
      due: LATER,
    });
  });

  it('hold nothing once it is concluded, nor where it had passed when it was recorded', () => {
    const concluded = { ...decision, forumId: 'nac', subject: { kind: 'text' }, version: 1 } as const;
    given(circulated, { type: 'DecisionAdopted', data: { ...concluded, optOuts: [] } }).then('thing-1', undefined);
    given(circulated, { type: 'DecisionFailed', data: { ...concluded, brokenBy: [] } }).then('thing-1', undefined);
    given({ ...circulated, data: { ...circulated.data, deadline: '1999-06-14T10:00:00.000Z' } }).then(
      'thing-1',
      undefined,
    );
  });
});
