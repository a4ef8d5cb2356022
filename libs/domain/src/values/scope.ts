/** What a party may take no part in although it consents, or may contribute to a task (R26). */
export const SCOPES = ['personnel', 'funds', 'territory', 'statements'] as const;

/** One of the things that a party may opt out of. */
export type Scope = (typeof SCOPES)[number];
