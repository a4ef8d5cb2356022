import { idOf, specifyView } from '#testing';
import { corrections } from './corrections.js';

const given = specifyView(corrections);
const redated = { from: '2024-07-01T00:00:00.000Z', to: '2024-06-01T00:00:00.000Z' };
const said = {
  ...{ stream: 'pledge-p-1', eventId: 'event', eventType: 'PledgeMade', reason: 'Another title.' },
  ...{ from: { title: 'Tanks' }, to: { title: 'Trucks' } },
};
const proposed = { type: 'CorrectionProposed', data: said } as const;
const approved = {
  type: 'CorrectionApproved',
  data: { ...said, redated, correctionId: idOf(0), proposedBy: 'anna' },
} as const;
const row = {
  ...{ ...said, status: 'proposed' as const, wrongTime: null, rightTime: null },
  ...{ proposedBy: 'operator', proposedFor: 'USA', approvedBy: null, approvedFor: null },
} as const;
const right = {
  ...{ ...row, status: 'approved' as const, wrongTime: redated.from, rightTime: redated.to },
  ...{ proposedBy: 'anna', approvedBy: 'operator', approvedFor: 'USA' },
} as const;

describe('a correction', () => {
  it('is proposed with what is wrong and what is right', () => {
    given(proposed).then(idOf(0), row);
  });
  it('is approved as it stood by then', () => {
    given(proposed, approved).then(idOf(0), right);
  });
  it('is approved also where that is dated before it was proposed', () => {
    given(proposed, { ...approved, occurredAt: '2023-01-01T00:00:00.000Z' }).then(idOf(0), right);
    given({ ...approved, data: { ...approved.data, correctionId: 'c' } }).then('c', { ...right, proposedFor: null });
  });
});
