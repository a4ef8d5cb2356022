import { KeyReused, type Command } from '#eventsourcing';
import { RecentKeys } from './recent-keys.js';

const command = (commandId: string, pledgeId: string): Command => ({
  type: 'MakePledge',
  data: { pledgeId },
  metadata: {
    commandId,
    by: { subject: 'anna', party: 'DEU', roles: ['operator'] },
    at: '2024-07-10T00:00:00.000Z',
    occurredAt: '2024-07-10T00:00:00.000Z',
  },
});

describe('the recent keys', () => {
  it('let the same request through again', async () => {
    const keys = new RecentKeys();
    const answers = [1, 2].map((answer) => keys.guard(command('a', 'p'), async () => answer));
    expect(await Promise.all(answers)).toEqual([1, 2]);
  });

  it('refuse another request under the same key, also while the first is on its way', async () => {
    const keys = new RecentKeys();
    const first = keys.guard(command('a', 'p'), async () => 'done');
    await expect(keys.guard(command('a', 'q'), async () => 'never')).rejects.toThrow(KeyReused);
    expect(await first).toBe('done');
    await expect(keys.guard(command('a', 'q'), async () => 'never')).rejects.toThrow(KeyReused);
  });

  it('free the key of a request that failed', async () => {
    const keys = new RecentKeys();
    await expect(keys.guard(command('a', 'p'), () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await keys.guard(command('a', 'q'), async () => 'done')).toBe('done');
  });

  it('forget the oldest when there are too many', async () => {
    const keys = new RecentKeys(1);
    await keys.guard(command('a', 'p'), async () => 'done');
    await keys.guard(command('b', 'p'), async () => 'done');
    expect(await keys.guard(command('a', 'q'), async () => 'done')).toBe('done');
  });
});
