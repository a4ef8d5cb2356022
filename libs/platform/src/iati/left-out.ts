import { counts, transactionsOf } from './transactions.js';
import { isSome, type Given } from './pledge-rows.js';

/** Why a figure is not there, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ...{ withheld: 'it is withheld', notReported: 'it is not reported', notApplicable: 'there is none' },
};

/** What an activity does not say of its pledge, or says otherwise than the ledger does, and why: a sentence for each. */
export function leftOutOf(given: Given, identifierOf: (pledge: string) => string): readonly string[] {
  const { row } = given.pledge;
  const other = row.drawsOn === null ? undefined : identifierOf(row.drawsOn);
  return [
    row.madeUnknown !== null && `The amount pledged is left out: ${reason(row.madeUnknown)}.`,
    row.committedUnknown !== null && `The amount committed is left out: ${reason(row.committedUnknown)}.`,
    row.deliveredAtLeast && 'Disbursements are at least what is given: not all that was delivered is valued.',
    row.conditional && conditionally(row.conditionUntil),
    row.mergedInto !== null && `It turned out to be ${identifierOf(row.mergedInto)}, where its figures are.`,
    other !== undefined &&
      `Its figures come out of ${other} and are given as incoming, so that nothing is counted twice.`,
    other !== undefined && isSome(row.delivered) && `What was delivered of it is left out, for it is part of ${other}.`,
    !counts(given) && isSome(row.made) && 'The amount pledged is left out, for it does not count.',
    transactionsOf(given).some(({ currency }) => currency === null) && 'Amounts without a known currency are left out.',
    row.reported && 'Others said it in the name of the donor, which has not confirmed it.',
    row.breaches > 0 && `It was imported although it breaks rules of the ledger, in ${String(row.breaches)} places.`,
  ].filter((sentence) => sentence !== false);
}

function reason(unknown: string): string {
  return REASONS[unknown] ?? unknown;
}

function conditionally(until: string | null): string {
  return `It waits for a condition${until === null ? '' : ` until ${until}`}, and counts nothing before.`;
}
