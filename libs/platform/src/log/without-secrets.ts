/** What gives somebody away, and what stands in its place. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // The password of an address, such as esdb://admin:changeit@host, which itself may hold an @.
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"'\\]*:)[^\s/"'\\]*@/gi, '$1…@'],
  [/\b(bearer|basic) +[\w.~+/=-]{12,}/gi, '$1 …'],
  // A JSON Web Token, wherever it stands.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '…'],
];

/** A text without the passwords and tokens in it. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((told, [secret, instead]) => told.replace(secret, instead), text);
}
