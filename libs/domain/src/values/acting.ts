import type { Actor } from '#eventsourcing';
import type { Party } from './words.js';

/** Whether the actor may act for one of these parties: a coordinator runs everybody's business, anyone else speaks for its own. */
export function speaksFor({ party, roles }: Actor, parties: readonly Party[]): boolean {
  return parties.includes(party) || roles.includes('coordinator');
}

/** Whether the ledger itself acts, through a policy or the clock. */
export function isLedger({ roles }: Actor): boolean {
  return roles.includes('policy');
}
