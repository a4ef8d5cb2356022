import { ensure } from '#eventsourcing';
import type { Amount, Basis, Source } from './money.js';
import { plain } from './plain.js';
import type { Rules } from './rules.js';

/** Money as a command states it. */
interface Stated {
  readonly amount: string;
  readonly currency?: string | undefined;
  readonly basis?: Basis | undefined;
}

/** An amount with its currency and basis (R6), in a given currency if one is given. */
export function amountOf(money: Stated, law: Rules, currency?: string): Amount {
  ensure(money.currency !== undefined, 'NoCurrency', { amount: money.amount });
  ensure(currency === undefined || money.currency === currency, 'OtherCurrency', { currency });
  law.hold(money.basis, 'R6', 'NoBasis', { amount: money.amount });
  return plain({ amount: money.amount, currency: money.currency, basis: money.basis });
}

/** The claims behind a figure (R7). */
export function claimsOf(claims: readonly Source[] | undefined, law: Rules): readonly Source[] {
  law.hold(claims && claims.length > 0, 'R7', 'NoSource');
  return plain(claims ?? []);
}
