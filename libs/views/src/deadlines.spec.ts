import { specifyView } from '#testing';
import { deadlines } from './deadlines.js';

const given = specifyView(deadlines);
const data = {
  ...{ pledgeId: 'p', donor: 'DEU', title: 'Interceptors', lines: [], claims: [] },
  kind: 'military' as const,
};
const made = {
  type: 'PledgeMade',
  data: { ...data, condition: { text: 'thirty in all', until: '2026-02-28' } },
} as const;

describe('deadlines', () => {
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
});
