import currencies from 'currency-codes';
import countries from 'i18n-iso-countries';
import type { Codes } from '#eventsourcing';

/** Parties that have no country's code, and those that the ledger's sources call otherwise than ISO 3166 does. */
const PARTIES = new Map([
  ['EIB', 'European Investment Bank'],
  ['EPF', 'European Peace Facility'],
  ['EU', 'European Union'],
  ['MKD', 'North Macedonia'],
  ['NATO', 'North Atlantic Treaty Organization'],
  ['NSATU', 'NATO Security Assistance and Training for Ukraine'],
  ['TWN', 'Taiwan'],
  ['XKX', 'Kosovo'],
]);

/** Currencies that ISO 4217 no longer lists, which figures of their time are in. */
const CURRENCIES = new Map([
  ['BGN', 'Bulgarian Lev'],
  ['HRK', 'Croatian Kuna'],
]);

const NAMES: Readonly<Record<Codes, (code: string) => string | undefined>> = {
  party: (code) => PARTIES.get(code) ?? countries.getName(code, 'en'),
  currency: (code) => CURRENCIES.get(code) ?? currencies.code(code)?.currency,
};

/** The English name of a code, which is the same on every machine; `undefined` for one that has none. */
export function nameOf(codes: Codes, code: string): string | undefined {
  return NAMES[codes](code);
}
