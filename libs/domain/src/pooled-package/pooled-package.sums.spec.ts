import fc from 'fast-check';
import { Folds, handle, Rejection, uuidv5, type Command } from '#eventsourcing';
import { MemoryStore } from '#stores';
import { Pledge } from '../pledge/pledge.js';
import { compareCents } from '../values/decimal.js';
import { PooledPackage } from './pooled-package.js';
import { paidIn, type PooledPackageState } from './pooled-package.state.js';

const AT = '2025-08-04T09:00:00.000Z';
const claims = [{ source: 'a statement' }];
const money = (amount: string) => ({ amount, currency: 'USD', basis: 'contract' });
const packages = ['one', 'two'];
const allocations = ['a', 'b', 'c'];

const steps = fc.array(
  fc.record({
    type: fc.oneof(
      { weight: 8, arbitrary: fc.constant('ContributeToPackage') },
      { weight: 2, arbitrary: fc.constant('AllocatePledge') },
      { weight: 1, arbitrary: fc.constant('ReleaseAllocation') },
      { weight: 1, arbitrary: fc.constant('ValidatePackage') },
      { weight: 1, arbitrary: fc.constant('ReleasePackage') },
    ),
    packageId: fc.constantFrom(...packages),
    allocationId: fc.constantFrom(...allocations),
    contributionId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    amount: fc.integer({ min: 0, max: 6_000 }).map((cents) => money((cents / 100).toFixed(2))),
  }),
  { maxLength: 30 },
);

const asked = (type: string, data: object, key: string, role = 'operator'): Command => ({
  type,
  data,
  metadata: {
    commandId: uuidv5(key),
    by: { subject: key === 'proposal' ? 'the proposer' : 'somebody', party: 'NLD', roles: [role] },
    at: AT,
    occurredAt: AT,
  },
});

const lawOf = (type: string) => (Object.hasOwn(Pledge.decide, type) ? Pledge : PooledPackage);

async function played(happens: readonly { type: string; packageId: string; allocationId: string }[]) {
  const ledger = { store: new MemoryStore(), folds: new Folds() };
  const run = (command: Command) =>
    handle(ledger, lawOf(command.type), command).then(
      ({ events }) => events,
      (error: unknown) => {
        if (error instanceof Rejection) return undefined;
        throw error;
      },
    );
  const pledge = { pledgeId: 'p', donor: 'NLD', kind: 'military', title: 'PURL', claims };
  await run(asked('MakePledge', { ...pledge, amount: money('100') }, 'made'));
  await run(asked('CommitPledge', { pledgeId: 'p', amount: money('100'), claims }, 'bound'));
  for (const packageId of packages)
    await run(asked('ProposePackage', { packageId, title: packageId, target: money('50'), claims }, 'proposal'));
  for (const [index, { type, ...data }] of happens.entries()) {
    const command = asked(type, { ...data, pledgeId: 'p', claims }, `step ${String(index)}`);
    const events = await run(command);
    for (const event of events ?? []) {
      const { allocationId, packageId } = event.data as { allocationId: string; packageId?: string };
      if (event.type !== 'AllocationReleased' || packageId === undefined) continue;
      await run(asked('WithdrawContributions', { packageId, pledgeId: 'p', allocationId }, event.id, 'policy'));
    }
    if (events) {
      const again = await run({ ...command, metadata: { ...command.metadata, commandId: uuidv5(`again ${index}`) } });
      expect([type, again]).toEqual([type, []]);
    }
    await ensureSums(ledger);
  }
}

async function ensureSums({ store, folds }: { store: MemoryStore; folds: Folds }): Promise<void> {
  const drawn: string[] = [];
  for (const packageId of packages) {
    const { state } = await folds.read<PooledPackageState>(store, PooledPackage, `package-${packageId}`);
    if (state.status === 'unproposed') throw new Error('nothing was proposed');
    expect(compareCents(paidIn(state), state.target.amount)).toBeLessThanOrEqual(0);
    drawn.push(
      ...[...state.drawn].flatMap(([allocation, amount]) => (compareCents(amount, '0') > 0 ? allocation : [])),
    );
  }
  expect(new Set(drawn).size).toBe(drawn.length);
}

describe('the sums of pooled packages (R29)', () => {
  it('hold whatever is asked, each euro in one package, and do not move when it is asked twice (R34)', () =>
    fc.assert(fc.asyncProperty(steps, played), { numRuns: 100 }));
});
