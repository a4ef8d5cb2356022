/** What gives somebody away, and what stands in its place. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // The password of an address, such as esdb://admin:changeit@host, up to its last @. A quotation mark in it is part of it only where
  // an @ is still to come in the same word: else it ends a string of JSON.
  [/(\b(?!https?:)[a-z][a-z0-9+.-]*:\/\/[^\s:@/"'\\]*:)(?:[^\s"'\\]|["'\\](?=[^\s,:}\]]{0,200}@))*@/gi, '$1…@'],
  // What stands behind the host and port of a page is no password.
  [/(\bhttps?:\/\/[^\s:@/"'\\]*:)[^\s/"'\\]*@/gi, '$1…@'],
  [/([?&](?:password|pass)=)[^\s&"'\\]*/gi, '$1…'],
  [/\b(bearer|basic) +[\w.~+/=-]{12,}/gi, '$1 …'],
  // A JSON Web Token, wherever it stands.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '…'],
];

/** A text without the passwords and tokens in it. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((told, [secret, instead]) => told.replace(secret, instead), text);
}
