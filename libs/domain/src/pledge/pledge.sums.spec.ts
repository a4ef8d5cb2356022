import fc from 'fast-check';
import type { Command } from '#eventsourcing';
import { played } from '#testing';
import { compare, compareCents, sum } from '../values/decimal.js';
import { loadOf } from '../values/load.js';
import { Pledge } from './pledge.js';
import {
  allocatedOf,
  committedOf,
  deliveredOf,
  quantityOf,
  type Allocation,
  type PledgeState,
} from './pledge.state.js';

const pledgeId = 'p';
const claims = [{ source: 'a statement' }];
const amount = fc.integer({ min: 0, max: 12_000 }).map((cents) => ({
  amount: (cents / 100).toFixed(2),
  currency: 'EUR',
  basis: 'claimed' as const,
}));
const allocationId = fc.constantFrom('a', 'b', 'c');
const lines = fc.option(
  fc.integer({ min: 0, max: 8 }).map((quantity) => [{ item: 'gun', quantity: String(quantity) }]),
  { nil: [] },
);

const consignmentId = fc.constantFrom('c1', 'c2');
const loads = fc.integer({ min: 0, max: 5 }).map((quantity) => [{ item: 'gun', quantity: String(quantity) }]);

const asked = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields).map((data) => ({ type, data: { pledgeId, claims, reason: 'why', ...data } }));

/** Commands of a pledge's life, as they may come in any order. */
const commands = fc.array(
  fc.oneof(
    {
      weight: 1,
      arbitrary: asked('MakePledge', {
        donor: fc.constant('DEU'),
        kind: fc.constant('military'),
        title: fc.constant('Guns'),
        amount,
        lines,
      }),
    },
    { weight: 4, arbitrary: asked('CommitPledge', { amount }) },
    { weight: 2, arbitrary: asked('IncreasePledge', { amount }) },
    { weight: 2, arbitrary: asked('DecreasePledge', { amount }) },
    { weight: 6, arbitrary: asked('AllocatePledge', { allocationId, amount, lines }) },
    { weight: 2, arbitrary: asked('ReleaseAllocation', { allocationId }) },
    { weight: 1, arbitrary: asked('OrphanAllocation', { allocationId }) },
    { weight: 3, arbitrary: asked('ReportDelivery', { allocationId, value: amount, lines }) },
    { weight: 6, arbitrary: asked('ConsignAllocation', { allocationId, consignmentId, lines: loads }) },
    { weight: 5, arbitrary: asked('RecordHandOver', { allocationId, consignmentId, lines: loads }) },
    { weight: 1, arbitrary: asked('WithdrawPledge', {}) },
  ),
  { maxLength: 40 },
);

/** The nth command, a minute after the one before. */
function commandOf({ type, data }: { type: string; data: object }, step: number): Command {
  const at = `2024-06-01T09:${String(step).padStart(2, '0')}:00.000Z`;
  const by = { subject: 'op', party: 'DEU', roles: [] };
  return { type, data, metadata: { commandId: `step ${String(step)}`, by, at, occurredAt: at } };
}

/** Whether no allocation is carried by more than it holds, and no consignment handed over more than it carries, of a known quantity. */
function ensureLoads(allocations: readonly Allocation[]): [boolean, boolean] {
  const within = (part: string, whole: string | undefined) => whole === undefined || compare(part, whole) <= 0;
  const parts = (one: Allocation) => [...(one.consigned?.values() ?? [])];
  return [
    allocations.every((one) =>
      within(sum(parts(one).map(({ lines }) => loadOf(lines, 'gun'))), quantityOf(one.lines, 'gun')),
    ),
    allocations
      .flatMap(parts)
      .every(({ lines, handedOver }) => within(loadOf(handedOver ?? [], 'gun'), loadOf(lines, 'gun'))),
  ];
}

function ensureSums(state: PledgeState): void {
  if (state.status === 'unmade') return;
  const [total, committed] = [state.total.amount!, committedOf(state).amount!];
  const [allocated, delivered] = [allocatedOf(state), deliveredOf(state)];
  const guns = [...state.allocations.values()].flatMap((one) =>
    one.status === 'open' ? one.lines : (one.delivered?.lines ?? []),
  );
  const [consignedWithinAllocated, handedOverWithinConsigned] = ensureLoads([...state.allocations.values()]);
  expect({
    consignedWithinAllocated,
    handedOverWithinConsigned,
    committedWithinMade: compareCents(committed, total) <= 0,
    allocatedWithinCommitted: compareCents(allocated, committed) <= 0,
    deliveredWithinAllocated: compareCents(delivered, allocated) <= 0,
    quantityWithinPledged: compareCents(quantityOf(guns, 'gun') ?? '0', quantityOf(state.lines, 'gun') ?? '1000') <= 0,
  }).toEqual({
    consignedWithinAllocated: true,
    handedOverWithinConsigned: true,
    committedWithinMade: true,
    allocatedWithinCommitted: true,
    deliveredWithinAllocated: true,
    quantityWithinPledged: true,
  });
}

describe('the sums of a pledge (R2, R10, R12)', () => {
  it('hold after every command, in whatever order they come', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        steps.reduce((state, step, index) => {
          const next = played(Pledge, state, commandOf(step, index)).state;
          ensureSums(next);
          return next;
        }, Pledge.initial);
      }),
      { numRuns: 500 },
    );
  });

  it('do not move when a command is asked twice (R34)', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        steps.reduce((state, step, index) => {
          const { state: next, events } = played(Pledge, state, commandOf(step, index));
          if (events) expect(played(Pledge, next, commandOf(step, index)).events).toEqual([]);
          return next;
        }, Pledge.initial);
      }),
      { numRuns: 500 },
    );
  });
});
