import type { ContributionMade, ContributionsWithdrawn } from '#domain';
import { money, text, view } from '#eventsourcing';
import { moved } from './decimals.js';

type ContributionRow = {
  readonly package: string;
  readonly pledge: string;
  readonly allocation: string;
  readonly donor: string | null;
  readonly currency: string;
  readonly amount: string;
};

type ContributionEvent = ContributionMade | ContributionsWithdrawn;

/** What each allocation pays into a pooled package, by `package/pledge/allocation`, in the package's currency (R29). */
export const contributions = view<ContributionRow, ContributionEvent>('contributions', {
  columns: {
    package: text('The pooled package that is paid into.'),
    pledge: text('The pledge that pays.'),
    allocation: text('The allocation of the pledge that pays.'),
    donor: text('The party that pays.', 'party'),
    currency: text('The currency of the package (ISO 4217).', 'currency'),
    amount: money('What it pays.'),
  },
  key: ({ data }) => `${data.packageId}/${data.pledgeId}/${data.allocationId}`,
  on: {
    ContributionMade: (row, { data }) => ({
      ...{ package: data.packageId, pledge: data.pledgeId, allocation: data.allocationId, donor: data.donor },
      ...{ currency: data.amount.currency, amount: moved(row?.amount ?? '0', data.drawn) },
    }),
    ContributionsWithdrawn: (row, { data }) => ({
      ...{ package: data.packageId, pledge: data.pledgeId, allocation: data.allocationId },
      ...{ donor: row?.donor ?? null, currency: data.currency, amount: moved(row?.amount ?? '0', data.drawn) },
    }),
  },
});
