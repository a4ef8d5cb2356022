import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Match, Pledge, Requirement } from '#domain';
import type { AnyPolicy, EventStore } from '#eventsourcing';
import { MemoryStore, openSqliteStore } from '#stores';
import { dice, Race, type Ask } from '#testing';
import { carryMatchOut } from './carry-match-out.js';
import { freeWhatWasMatched } from './free-what-was-matched.js';
import { reserveForAllocations } from './reserve-for-allocations.js';

const POLICIES: readonly AnyPolicy[] = [carryMatchOut, freeWhatWasMatched, reserveForAllocations];
const UNTIL = '2025-08-31';
const AFTER = '2025-09-01T00:00:00.000Z';
const claims = [{ source: 'a letter' }];
const eur = (amount: string) => ({ amount, currency: 'EUR', basis: 'book' });
const guns = (quantity: number) => [{ item: 'gun', quantity: String(quantity) }];

/** A race of everybody who has to do with a match, with this seed. */
function coalitionOn(store: EventStore, seed: number): Race {
  return new Race({ store, laws: [Requirement, Match, Pledge], policies: POLICIES, random: dice(seed) });
}

/** A requirement of guns and a pledge of each of several donors. */
async function prepared(coalition: Race, needed: number, pledged: readonly number[]): Promise<void> {
  const requirement = { requirementId: 'r', recipient: 'UKR' };
  const words = { ...requirement, title: 'Guns', lines: guns(needed), priority: 'high', claims };
  coalition.ask({ type: 'SubmitRequirement', data: words, by: 'UKR', role: 'recipient' });
  await coalition.settle();
  const until = { requirementId: 'r', until: UNTIL };
  coalition.ask({ type: 'ValidateRequirement', data: until, by: 'NATO', role: 'coordinator' });
  for (const [index, quantity] of pledged.entries()) {
    const pledgeId = `p${String(index)}`;
    const pledge = { pledgeId, donor: 'DEU', kind: 'military', title: 'Guns', lines: guns(quantity), claims };
    coalition.ask({ type: 'MakePledge', data: { ...pledge, amount: eur('1000') }, by: 'DEU', role: 'operator' });
  }
  await coalition.settle();
  for (const index of pledged.keys()) {
    const commitment = { pledgeId: `p${String(index)}`, amount: eur('1000'), claims };
    coalition.ask({ type: 'CommitPledge', data: commitment, by: 'DEU', role: 'operator' });
  }
  await coalition.settle();
}

async function proposed(coalition: Race, matches: number, pledges: number, quantity: number): Promise<void> {
  for (let index = 0; index < matches; index++) {
    const ids = { matchId: `m${String(index)}`, pledgeId: `p${String(index % pledges)}`, requirementId: 'r' };
    const match = { ...ids, lines: guns(quantity), terms: { amount: eur('10'), claims } };
    coalition.ask({ type: 'ProposeMatch', data: match, by: 'NATO', role: 'coordinator' });
  }
  await coalition.settle();
}

function accepted(coalition: Race, matches: number): void {
  for (let index = 0; index < matches; index++) {
    const data = { matchId: `m${String(index)}` };
    coalition.ask({ type: 'AcceptMatch', data, by: 'DEU', role: 'operator' });
    coalition.ask({ type: 'AcceptMatch', data, by: 'UKR', role: 'recipient' });
  }
}

/** What came of it, once it is stated that all streams agree. */
async function agreed(coalition: Race, matches: number, pledges: readonly number[], needed: number) {
  expect(coalition.parked).toEqual([]);
  const requirement = await coalition.state(Requirement, 'r');
  if (requirement.status === 'unsubmitted') throw new Error('nothing was required');
  const held = [...requirement.reservations].flatMap(([key, one]) => (one.status === 'held' ? [key] : []));
  const open: string[] = [];
  for (const [index, pledged] of pledges.entries()) {
    const pledge = await coalition.state(Pledge, `p${String(index)}`);
    if (pledge.status === 'unmade') throw new Error('nothing was pledged');
    const own = [...pledge.allocations].flatMap(([id, one]) => (one.status === 'open' ? [[id, one] as const] : []));
    const allocated = own.reduce((sum, [, { lines }]) => sum + Number(lines[0]?.quantity), 0);
    expect(allocated).toBeLessThanOrEqual(pledged);
    open.push(...own.map(([id]) => `p${String(index)}/${id}`));
  }
  const matched = [...requirement.reservations.values()].flatMap(({ lines }) => lines);
  expect(matched.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBeLessThanOrEqual(needed);
  expect(held.sort()).toEqual(open.sort());
  const statuses: string[] = [];
  for (let index = 0; index < matches; index++) {
    const match = await coalition.state(Match, `m${String(index)}`);
    statuses.push(match.status);
    if (match.status !== 'made') expect(open).not.toContain(`p${String(index % pledges.length)}/m${String(index)}`);
  }
  expect(statuses).not.toContain('accepted');
  return { open: open.length, made: statuses.filter((status) => status === 'made').length };
}

const stores = {
  memory: async (work: (store: EventStore) => Promise<void>) => {
    await work(new MemoryStore());
  },
  sqlite: async (work: (store: EventStore) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'steadfast-matching-'));
    const store = openSqliteStore(join(folder, 'log.db'));
    try {
      await work(store);
    } finally {
      await store.close();
      rmSync(folder, { recursive: true });
    }
  },
};

describe.each(Object.entries(stores))('matches that race, on a log in %s (R2, R4)', (_, on) => {
  it('fifty for the last ten units of a requirement: ten are made, forty aborted and undone', () =>
    on(async (store) => {
      const coalition = coalitionOn(store, 7);
      await prepared(coalition, 10, [20, 20, 20]);
      await proposed(coalition, 50, 3, 1);
      accepted(coalition, 50);
      await coalition.settle();
      expect(await agreed(coalition, 50, [20, 20, 20], 10)).toEqual({ open: 10, made: 10 });
    }));

  it('fifty for the last ten units of a pledge: ten are made, forty aborted and undone', () =>
    on(async (store) => {
      const coalition = coalitionOn(store, 8);
      await prepared(coalition, 50, [10]);
      await proposed(coalition, 50, 1, 1);
      accepted(coalition, 50);
      await coalition.settle();
      expect(await agreed(coalition, 50, [10], 50)).toEqual({ open: 10, made: 10 });
    }));
});

describe('matching, whatever comes between', () => {
  const between = fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('AbortMatch'), of: fc.nat(11) }),
      fc.record({ type: fc.constant('ReleaseAllocation'), of: fc.nat(11) }),
      fc.record({ type: fc.constant('ReleaseReservation'), of: fc.nat(11) }),
      fc.record({ type: fc.constant('AllocatePledge'), of: fc.nat(2) }),
      fc.record({ type: fc.constant('WithdrawPledge'), of: fc.nat(2) }),
      fc.record({ type: fc.constant('ExpireRequirement'), of: fc.constant(0) }),
    ),
    { maxLength: 8 },
  );

  function asks({ type, of }: { type: string; of: number }): Ask {
    const ids = { pledgeId: `p${String(of % 3)}`, allocationId: `m${String(of)}`, requirementId: 'r' };
    const donor = { type, by: 'DEU', role: 'operator' };
    const staff = { type, by: 'NATO', role: 'coordinator' };
    const direct = { ...ids, allocationId: `d${String(of)}`, lines: guns(2), amount: eur('10'), claims };
    const table: Record<string, Ask> = {
      AbortMatch: { ...staff, data: { matchId: `m${String(of)}`, reason: 'a mistake' } },
      ReleaseAllocation: { ...donor, data: ids },
      ReleaseReservation: { ...staff, data: ids },
      AllocatePledge: { ...donor, data: direct },
      WithdrawPledge: { ...donor, data: { pledgeId: ids.pledgeId, reason: 'a new government' } },
      ExpireRequirement: { ...staff, data: { requirementId: 'r' }, at: AFTER },
    };
    return table[type]!;
  }

  it('leaves nothing reserved that is not allocated, nor the other way round', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), between, fc.integer({ min: 1, max: 12 }), async (seed, happens, needed) => {
        const coalition = coalitionOn(new MemoryStore(), seed);
        await prepared(coalition, needed, [4, 4, 4]);
        await proposed(coalition, 12, 3, 1);
        accepted(coalition, 12);
        for (const one of happens) coalition.ask(asks(one));
        await coalition.settle();
        await agreed(coalition, 12, [4, 4, 4], needed);
      }),
      { numRuns: 60 },
    ));
});
