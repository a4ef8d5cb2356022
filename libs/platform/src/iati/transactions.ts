import { nameOf } from '../exports/code-names.js';
import { escaped } from '../exports/xml.js';
import { element, narrative } from './element.js';
import { isSome, type Given } from './pledge-rows.js';

/** The types of transactions that a pledge gives rise to (IATI's code list TransactionType). */
export const TYPES = {
  ...{ outgoingCommitment: '2', disbursement: '3', incomingCommitment: '11' },
  ...{ outgoingPledge: '12', incomingPledge: '13' },
} as const;

/** What moved: how much, in which currency, when, and what the ledger calls it. */
interface Transaction {
  readonly type: (typeof TYPES)[keyof typeof TYPES];
  readonly ref: string;
  readonly amount: string;
  readonly currency: string | null;
  readonly day: string;
}

/** Whether what a pledge says counts at all: not while a condition is not met, and not where it was merged or lapsed (R9, R30). */
export function counts({ pledge: { row } }: Given): boolean {
  return !row.conditional && row.status !== 'merged' && row.status !== 'lapsed';
}

/**
 * What moved by a pledge, in the order of its stages. What draws on another pledge comes in from there, so that outgoing figures add up
 * to the ledger's totals and nothing is counted twice (R9).
 */
export function transactionsOf(given: Given): readonly Transaction[] {
  const { pledge, commitments, allocations } = given;
  const { made, currency, drawsOn, since, status } = pledge.row;
  const isOwn = drawsOn === null;
  const day = (since ?? pledge.validFrom).slice(0, 10);
  const pledged = counts(given) && isSome(made) ? [{ ref: pledge.key, amount: made, currency, day }] : [];
  const delivered = isOwn && status !== 'merged' ? allocations.filter(({ row }) => isSome(row.delivered)) : [];
  return [
    ...pledged.map((one) => ({ ...one, type: isOwn ? TYPES.outgoingPledge : TYPES.incomingPledge })),
    ...commitments
      .filter(({ row }) => isSome(row.amount))
      .map(({ key, validFrom, row }) => ({
        type: row.counts ? TYPES.outgoingCommitment : TYPES.incomingCommitment,
        ...{ ref: key, amount: row.amount, currency: row.currency ?? currency, day: validFrom.slice(0, 10) },
      })),
    ...delivered.map(({ key, validFrom, row }) => ({
      ...{ type: TYPES.disbursement, ref: key, amount: row.delivered, currency, day: validFrom.slice(0, 10) },
    })),
  ];
}

/** A transaction as XML; `undefined` where its currency is not known, without which IATI takes no value. */
export function transactionXml(
  { type, ref, amount, currency, day }: Transaction,
  { pledge: { row }, drawnFrom }: Given,
  identifierOf: (pledge: string) => string,
): string | undefined {
  if (currency === null) return undefined;
  const isIncoming = type === TYPES.incomingCommitment || type === TYPES.incomingPledge;
  const provider = isIncoming ? drawnFrom : row.donor;
  const from = isIncoming && row.drawsOn !== null ? identifierOf(row.drawsOn) : undefined;
  return element(
    'transaction',
    { ref },
    element('transaction-type', { code: type }),
    element('transaction-date', { 'iso-date': day }),
    element('value', { currency, 'value-date': day }, escaped(amount)),
    ...(provider === undefined
      ? []
      : [
          element(
            'provider-org',
            { 'provider-activity-id': from, type: typeOf(provider) },
            narrative(called(provider)),
          ),
        ]),
  );
}

/** The type of a party as an organisation: a government, or one of several of them. */
export function typeOf(party: string): string {
  return /^[A-Z]{3}$/.test(party) && party !== 'EIB' && party !== 'EPF' ? '10' : '40';
}

/** What a party is called. */
export function called(party: string): string {
  return nameOf('party', party) ?? party;
}
