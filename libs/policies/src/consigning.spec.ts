import fc from 'fast-check';
import { Consignment, Hold, Hub, Pledge } from '#domain';
import { MemoryStore } from '#stores';
import { dice, Race, type Ask } from '#testing';
import { accountForConsignments } from './account-for-consignments.js';
import { freeSlots } from './free-slots.js';

const CAPACITY = 2;
const ALLOCATED: Readonly<Record<string, number>> = { 'a/gun': 6, 'a/shell': 8, 'b/gun': 5 };
const PLACES = Object.keys(ALLOCATED);
const CONSIGNMENTS = ['c0', 'c1', 'c2', 'c3'];
const claims = [{ source: 'a letter' }];
const pledgeId = 'p';
const usa = { by: 'USA', role: 'operator' };

type Load = readonly [place: string, quantity: number];
const split = (place: string) => ({ allocationId: place.slice(0, 1), item: place.slice(2) });
const whole = (allocationId: string) =>
  PLACES.map(split)
    .filter((one) => one.allocationId === allocationId)
    .map(({ item }) => ({ item, quantity: String(ALLOCATED[`${allocationId}/${item}`]) }));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

const loads = (most: number) =>
  fc.tuple(...PLACES.map((place) => fc.integer({ min: 0, max: most }).map((quantity): Load => [place, quantity])));
const consignmentId = fc.constantFrom(...CONSIGNMENTS);
const hubId = fc.constantFrom(undefined, undefined, 'hub');
const day = fc.constantFrom('2025-08-01', '2025-08-02');
const asked = (type: string, fields: Record<string, fc.Arbitrary<unknown>>, who = usa) =>
  fc.record(fields).map((data): Ask => ({ type, data: { reason: 'why', ...data }, ...who }));
const quantities = fc.option(
  loads(2).map((some) => some.map(([lineId, quantity]) => ({ lineId, quantity: String(quantity) }))),
  { nil: undefined, freq: 2 },
);

/** What people do with four consignments out of two allocations of a pledge, over a hub or not. */
const deeds = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ consignmentId, hubId, some: loads(4) }).map(({ some, ...of }): Ask => ({
        type: 'PlanConsignment',
        data: { ...of, donor: 'USA', recipient: 'UKR', manifest: some.map(lineOf) },
        ...usa,
      })),
    },
    { weight: 3, arbitrary: asked('BookSlot', { hubId: fc.constant('hub'), consignmentId, day }) },
    { weight: 6, arbitrary: asked('DispatchConsignment', { consignmentId, lines: quantities }) },
    { weight: 3, arbitrary: asked('ReceiveAtHub', { consignmentId, counts: quantities }) },
    { weight: 6, arbitrary: asked('HandOver', { consignmentId, lines: quantities }) },
    { weight: 2, arbitrary: asked('ReportLoss', { consignmentId, lines: quantities }) },
    { weight: 1, arbitrary: asked('CancelConsignment', { consignmentId }) },
    {
      weight: 2,
      arbitrary: asked('ConfirmReceipt', { consignmentId, lines: quantities }, { by: 'UKR', role: 'recipient' }),
    },
    {
      weight: 1,
      arbitrary: asked('ReleaseAllocation', { pledgeId: fc.constant('p'), allocationId: fc.constant('b') }),
    },
  ),
  { minLength: 40, maxLength: 90 },
);

function lineOf([place, quantity]: Load) {
  return { lineId: place, pledgeId, ...split(place), quantity: String(quantity) };
}

/** A race of all that moves consignments, once the pledge is made and the hub open. */
async function begun(seed: number): Promise<Race> {
  const laws = [Pledge, Consignment, Hub, Hold];
  const policies = [accountForConsignments, freeSlots];
  const race = new Race({ store: new MemoryStore(), laws, policies, random: dice(seed) });
  const pledge = { pledgeId, donor: 'USA', kind: 'military', title: 'Guns', amountUnknown: 'withheld', claims };
  const hub = { hubId: 'hub', name: 'Hub', host: 'POL', capacityPerDay: CAPACITY };
  await race.does({ type: 'MakePledge', data: pledge, ...usa });
  await race.does({ type: 'CommitPledge', data: { pledgeId, amountUnknown: 'withheld', claims }, ...usa });
  for (const allocationId of ['a', 'b']) {
    const data = { pledgeId, allocationId, lines: whole(allocationId), amountUnknown: 'withheld', claims };
    await race.does({ type: 'AllocatePledge', data, ...usa });
  }
  await race.does({ type: 'OpenHub', data: hub, by: 'NATO', role: 'coordinator' });
  return race;
}

/** How much of each place is carried and handed over by each consignment: as it says itself, and as its pledge says. */
async function books(race: Race) {
  const pledge = await race.state(Pledge, pledgeId);
  if (pledge.status === 'unmade') throw new Error('nothing was pledged');
  const rows = [];
  for (const id of CONSIGNMENTS) {
    const state = await race.state(Consignment, id);
    for (const place of PLACES) {
      const { allocationId, item } = split(place);
      const consigned = pledge.allocations.get(allocationId)?.consigned?.get(id);
      const ofPlace = (lines: readonly { item: string; quantity: string }[] = []) =>
        sum(lines.filter((line) => line.item === item).map(({ quantity }) => Number(quantity)));
      const line = state.status === 'unplanned' ? undefined : state.lines.get(place);
      const said = (quantity: string | undefined) => Number(quantity ?? 0);
      rows.push({
        ...{ id, place, status: state.status, planned: said(line?.listed.quantity) },
        ...{ dispatched: said(line?.dispatched), handedOver: said(line?.handedOver) },
        ...{ setApart: ofPlace(consigned?.lines), delivered: ofPlace(consigned?.handedOver) },
      });
    }
  }
  return { rows, pledge };
}

/** States that no more goes, by anybody's books, than was allocated. */
async function ensureWithin(race: Race) {
  const { rows, pledge } = await books(race);
  for (const place of PLACES) {
    const own = rows.filter((row) => row.place === place);
    const going = own.filter(({ status }) => status !== 'cancelled');
    const lines = pledge.allocations.get(split(place).allocationId)?.delivered?.lines ?? [];
    const delivered = sum(own.map((row) => row.handedOver));
    expect({
      deliveredIsHandedOver: sum(
        lines.filter(({ item }) => item === split(place).item).map((line) => Number(line.quantity)),
      ),
      setApart: sum(own.map((row) => row.setApart)) <= ALLOCATED[place]!,
      dispatched: sum(going.map((row) => row.dispatched)) <= ALLOCATED[place]!,
      handedOver: own.every((row) => row.handedOver <= row.dispatched && row.delivered <= row.setApart),
    }).toEqual({ deliveredIsHandedOver: delivered, setApart: true, dispatched: true, handedOver: true });
  }
  const hub = await race.state(Hub, 'hub');
  const days = hub.status === 'open' ? [...hub.slots.values()].map((slot) => slot.day) : [];
  expect(Math.max(0, ...[...Map.groupBy(days, (one) => one).values()].map((same) => same.length))).toBeLessThanOrEqual(
    CAPACITY,
  );
}

describe('consignments out of one pledge (R12, R17)', () => {
  it('deliver no more than they dispatched, and dispatch no more than is allocated, in whatever order all runs', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), deeds, async (seed, happens) => {
        const race = await begun(seed);
        for (const [index, deed] of happens.entries()) {
          race.ask(deed);
          if (index % 5 === 4) await race.settle();
        }
        await race.settle();
        await ensureWithin(race);
        expect(race.parked.filter((one) => !JSON.stringify(one).startsWith('["ConsignAllocation"'))).toEqual([]);
      }),
      { numRuns: 150 },
    ));

  it('set apart just what each plans or has dispatched, and give back what is called off, where one follows the other', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), deeds, async (seed, happens) => {
        const race = await begun(seed);
        for (const deed of happens) {
          await race.does(deed);
          await race.settle();
        }
        await ensureWithin(race);
        expect(race.parked).toEqual([]);
        const { rows } = await books(race);
        const carries = (row: (typeof rows)[number]) =>
          row.status === 'cancelled' || row.status === 'unplanned'
            ? 0
            : ['planned', 'ready'].includes(row.status)
              ? row.planned
              : row.dispatched;
        expect(rows.map((row) => row.setApart)).toEqual(rows.map(carries));
        expect(rows.map((row) => row.delivered)).toEqual(rows.map((row) => row.handedOver));
      }),
      { numRuns: 100 },
    ));

  it('do nothing more when a command is asked twice (R34)', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), deeds, async (seed, happens) => {
        const race = await begun(seed);
        for (const deed of happens) {
          const events = await race.does(deed);
          await race.settle();
          if (events) expect(await race.does(deed)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    ));
});
