import type { PolicyAdvanced } from '#domain';
import { specifyView, type Told } from '#testing';
import { policies } from './policies.js';

const given = specifyView(policies);
const to = (position: string, occurredAt: string): Told<PolicyAdvanced> => ({
  type: 'PolicyAdvanced',
  data: { policy: 'meet-conditions', position },
  occurredAt,
});

describe('a policy', () => {
  it('stands where it has advanced to', () => {
    const [first, second] = ['2024-08-06T09:00:00.000Z', '2024-08-07T09:00:00.000Z'];
    given(to('20', first), to('31', second)).then('meet-conditions', { position: '31', since: second });
  });
});
