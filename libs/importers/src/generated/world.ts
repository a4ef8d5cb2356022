import { diceOf, type Dice } from './dice.js';

/** Whom goods go to, and who keeps the books of all. */
export const [RECIPIENT, COORDINATOR] = ['UKR', 'UDCG'];

/** What the lives of one history know of each other. */
export interface World {
  readonly dice: Dice;
  /** Who gives next, and in which currency: some give far more often than others. */
  readonly nextDonor: () => { readonly donor: string; readonly currency: string };
  /** The last pledge of a donor. */
  readonly earlier: Map<string, string>;
  /** What is needed of an item, last. */
  readonly required: Map<string, string>;
}

/** A world at its beginning. */
export function worldOf(seed: number): World {
  const dice = diceOf(seed);
  return {
    dice,
    nextDonor: () => {
      const [donor, currency] = dice.chance(0.6) ? dice.pick(DONORS.slice(0, 8)) : dice.pick(DONORS);
      return { donor, currency };
    },
    earlier: new Map(),
    required: new Map(),
  };
}

const DONORS: readonly (readonly [donor: string, currency: string])[] = [
  ['USA', 'USD'],
  ['DEU', 'EUR'],
  ['GBR', 'GBP'],
  ['DNK', 'DKK'],
  ['NOR', 'NOK'],
  ['SWE', 'SEK'],
  ['POL', 'PLN'],
  ['NLD', 'EUR'],
  ['FRA', 'EUR'],
  ['CAN', 'CAD'],
  ['FIN', 'EUR'],
  ['ITA', 'EUR'],
  ['ESP', 'EUR'],
  ['BEL', 'EUR'],
  ['EST', 'EUR'],
  ['LVA', 'EUR'],
  ['LTU', 'EUR'],
  ['CZE', 'EUR'],
  ['AUT', 'EUR'],
  ['IRL', 'EUR'],
  ['PRT', 'EUR'],
  ['GRC', 'EUR'],
  ['SVN', 'EUR'],
  ['EU', 'EUR'],
];
