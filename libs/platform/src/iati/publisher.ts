import countries from 'i18n-iso-countries';
import { notUnderstood, valueOf, type Query } from '../reads/query.js';

/** Who publishes activities, by the identifier and type that IATI knows it by, and the country that they are for (ISO 3166-1 alpha-2). */
export interface Publisher {
  readonly ref: string;
  readonly name: string;
  readonly type: string;
  readonly recipient: string;
}

/** The parameters that say who publishes. */
export const PUBLISHER = ['reporter', 'reporterName', 'reporterType', 'recipient'] as const;

/** IATI's code list OrganisationType. */
export const ORGANISATION_TYPES = [
  ...['10', '11', '15', '21', '22', '23', '24', '30', '40', '60', '70', '71', '72', '73', '80', '90'],
] as const;

/** An agency that registers organisations and the number it gave, without what IATI forbids in identifiers. */
const REF = /^[A-Z]{2}-[A-Z0-9]{2,10}-[A-Za-z0-9._-]{1,60}$/;

/** Who publishes, by an address; throws `QueryNotUnderstood` where that is not said, or is not as IATI knows it. */
export function publisherOf(query: Query): Publisher {
  const [ref = '', name = '', type = '40', recipient = 'UKR'] = PUBLISHER.map((parameter) => valueOf(query, parameter));
  if (!REF.test(ref))
    throw notUnderstood(
      'reporter',
      'reporter must be the IATI identifier of the organisation that publishes, such as XM-DAC-41114',
    );
  if (name.trim() === '' || name.length > 300)
    throw notUnderstood(
      'reporterName',
      'reporterName must be what that organisation is called, in 1 to 300 characters',
    );
  if (!ORGANISATION_TYPES.some((one) => one === type))
    throw notUnderstood('reporterType', `reporterType must be one of IATI's ${ORGANISATION_TYPES.join(', ')}`);
  const country = /^[A-Z]{3}$/.test(recipient) ? countries.alpha3ToAlpha2(recipient) : undefined;
  if (country === undefined)
    throw notUnderstood('recipient', 'recipient must be the ISO 3166-1 alpha-3 code of a country, such as UKR');
  return { ref, name, type, recipient: country };
}
