import type { Line, Money } from '../words.js';
import type { Dice } from './dice.js';
import { consignmentLife } from './consignment-life.js';
import { approved, step, type Life, type When } from './life.js';
import { RECIPIENT, type World } from './world.js';

/** What is known of a pledge that is to be told. */
interface Given {
  readonly pledgeId: string;
  readonly donor: string;
  readonly total: number;
  readonly currency: string;
  readonly lines: readonly Line[];
  /** By how many days the ledger learns of it late. */
  readonly late: number;
  readonly claims: readonly { readonly source: string; readonly said: string }[];
}

/** A pledge from its making on a day, at a meeting where there is one, to what is handed over of it. */
export function* pledgeLife(world: World, number: number, day: string, meetingId?: string): Life {
  const { dice } = world;
  const given = givenOf(world, number, day);
  const { pledgeId, donor, lines, claims } = given;
  const isUnknown = dice.chance(0.06);
  const kind =
    lines.length > 0 ? 'military' : dice.pick(['military', 'military', 'financial', 'humanitarian'] as const);
  const earlier = dice.chance(0.02) ? world.earlier.get(donor) : undefined;
  const said = {
    ...{ pledgeId, donor, kind, title: `Package ${number}`, lines, claims },
    ...(isUnknown ? { amountUnknown: 'withheld' as const, currency: given.currency } : { amount: money(given, 1) }),
    ...(earlier !== undefined && { drawsOn: earlier }),
    ...(meetingId !== undefined && { meetingId, attendance: 'attended' as const }),
  };
  const made = yield step('MakePledge', donor, said, { late: given.late, after: 0 });
  const [event] = made;
  if (!event || isUnknown) return;
  world.earlier.set(donor, pledgeId);
  if (dice.chance(0.02)) yield* corrected(given, event.id, dice);
  yield* restated(given, dice);
  if (dice.chance(0.12)) return;
  const committed = dice.chance(0.9) ? 1 : 0.6;
  yield step('CommitPledge', donor, { pledgeId, amount: money(given, committed), claims }, soon(given, dice, 40));
  const shares = dice.pick([[1], [1], [0.5, 0.5], [0.4, 0.3, 0.2], [0.5]]);
  for (const [index, share] of shares.entries()) yield* allocated(world, given, `a-${index + 1}`, share * committed);
  if (dice.chance(0.02)) {
    const reason = 'The government that promised it fell.';
    yield step('WithdrawPledge', donor, { pledgeId, reason }, { after: dice.between(1, 200) });
  }
}

function givenOf({ dice, nextDonor }: World, number: number, day: string): Given {
  const { donor, currency } = nextDonor();
  const magnitude = 10 ** dice.between(5, 8);
  const isGoods = dice.chance(0.45);
  return {
    ...{ pledgeId: `gen-p-${number}`, donor, currency, total: magnitude * dice.between(1, 9) },
    lines: isGoods ? [{ ...dice.pick(GOODS), quantity: String(10 * dice.between(1, 60)) }] : [],
    late: dice.chance(0.15) ? dice.between(20, 400) : 0,
    claims: [{ source: `https://example.org/statements/${number}`, said: day }],
  };
}

/** What is given, by the categories in which donors count it. */
export const GOODS: readonly { readonly item: string; readonly category: string; readonly unit: string }[] = [
  { item: '155 mm shell', category: 'ammunition', unit: 'piece' },
  { item: '105 mm shell', category: 'ammunition', unit: 'piece' },
  { item: 'Anti-tank missile', category: 'ammunition', unit: 'piece' },
  { item: 'Infantry fighting vehicle', category: 'vehicles', unit: 'piece' },
  { item: 'Main battle tank', category: 'vehicles', unit: 'piece' },
  { item: 'Armoured ambulance', category: 'vehicles', unit: 'piece' },
  { item: 'Howitzer', category: 'artillery', unit: 'piece' },
  { item: 'Reconnaissance drone', category: 'drones', unit: 'piece' },
  { item: 'First-person-view drone', category: 'drones', unit: 'piece' },
  { item: 'Interceptor of air defence', category: 'air defence', unit: 'piece' },
  { item: 'Generator', category: 'energy', unit: 'piece' },
  { item: 'Winter clothing', category: 'equipment', unit: 'set' },
];

function money({ total, currency }: Given, share: number): Money {
  return { amount: (total * share).toFixed(2), currency, basis: 'claimed' };
}

function soon({ late }: Given, dice: Dice, days: number): When {
  return { after: dice.between(1, days), late };
}

/** The amount was misread; somebody else approves what is right (R33). */
function* corrected(given: Given, eventId: string, dice: Dice): Life {
  const { donor, pledgeId } = given;
  const stream = `pledge-${pledgeId}`;
  const right = { amount: money(given, dice.pick([0.9, 1.1, 1.25])) };
  const proposal = { stream, eventId, reason: 'The figure was misread.', values: right };
  const [proposed] = yield step('ProposeCorrection', donor, proposal, soon(given, dice, 90));
  if (proposed) yield approved(step('ApproveCorrection', donor, { stream, correctionId: proposed.id }));
}

/** The total rises or falls, or is valued otherwise. */
function* restated(given: Given, dice: Dice): Life {
  const { donor, pledgeId, claims } = given;
  if (dice.chance(0.05))
    yield step('IncreasePledge', donor, { pledgeId, amount: money(given, 1.2), claims }, { after: 20 });
  if (dice.chance(0.02))
    yield step('DecreasePledge', donor, { pledgeId, amount: money(given, 1), claims }, { after: 20 });
  if (!dice.chance(0.01)) return;
  const proposalId = 'book-value';
  const amount = { ...money(given, 0.8), basis: 'book' as const };
  const method = 'Book value of what is given from stocks';
  yield step('ProposeRevaluation', donor, { pledgeId, proposalId, amount, method, claims }, { after: 60 });
  yield approved(step('RevaluePledge', donor, { pledgeId, proposalId }));
}

/** A part is set apart, for what is required where something is, and handed over. */
function* allocated(world: World, given: Given, allocationId: string, share: number): Life {
  const { dice } = world;
  const { donor, pledgeId, claims } = given;
  const lines = given.lines.map((line) => ({ ...line, quantity: String(Math.floor(Number(line.quantity) * share)) }));
  const [line] = lines;
  const requirementId = line && dice.chance(0.3) ? world.required.get(line.item) : undefined;
  const one = { pledgeId, allocationId };
  const set = { ...one, lines, amount: money(given, share), ...(requirementId !== undefined && { requirementId }) };
  const [event] = yield step('AllocatePledge', donor, { ...set, claims }, soon(given, dice, 60));
  if (!event) return;
  if (requirementId !== undefined) {
    const matched = lines.map(({ item, quantity }) => ({ item, quantity }));
    yield step('ReserveRequirement', RECIPIENT, { requirementId, donor, ...one, lines: matched });
  }
  if (line && dice.chance(0.2)) yield* consignmentLife(world, { ...one, donor, line });
  else if (dice.chance(0.65)) yield step('ReportDelivery', donor, { ...one, claims }, soon(given, dice, 200));
}
