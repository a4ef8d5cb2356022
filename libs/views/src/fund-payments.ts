import type { Basis, FundPaymentRecorded, Source } from '#domain';
import { integer, json, money, text, timestamp, view } from '#eventsourcing';

type FundPaymentRow = {
  readonly coalition: string;
  readonly donor: string;
  readonly amount: string;
  readonly currency: string;
  readonly basis: Basis | null;
  readonly drawsOn: string | null;
  readonly purpose: string | null;
  readonly paid: string;
  readonly claims: readonly Source[];
  readonly breaches: number;
};

/** What was paid into the funds of coalitions, by `coalition/payment`; it is no pledge, and adds nothing to what it draws on (R9). */
export const fundPayments = view<FundPaymentRow, FundPaymentRecorded>('fund-payments', {
  columns: {
    coalition: text('The coalition whose fund it is.'),
    donor: text('The party that paid.', 'party'),
    amount: money('What was paid.'),
    currency: text('The currency of amount (ISO 4217).', 'currency'),
    basis: text('How it is valued: claimed, book, replacement or contract.'),
    drawsOn: text('The pledge that it draws on, and adds nothing to.'),
    purpose: text('What it is for.'),
    paid: timestamp('When it was paid.'),
    claims: json('Who said so, where, when it was said and when it was learnt.'),
    breaches: integer('How many rules it breaks as it was imported.'),
  },
  key: ({ data: { coalitionId, paymentId } }) => `${coalitionId}/${paymentId}`,
  on: {
    FundPaymentRecorded: (_, { data, occurredAt: paid }) => {
      const { coalitionId: coalition, donor, amount: of, drawsOn = null, purpose = null, claims, breaches = [] } = data;
      const { amount, currency, basis = null } = of;
      return { coalition, donor, amount, currency, basis, drawsOn, purpose, paid, claims, breaches: breaches.length };
    },
  },
});
