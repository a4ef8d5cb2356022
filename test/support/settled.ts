import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '#client';
import type { Venue } from './venue.js';

/** What is to be known of a venue to see that all is done. */
type Followed = Pick<Venue, 'now' | 'lastPosition' | 'metrics'>;

const LONGEST_MS = 20_000;

/** Resolves once all that follows from the log at a venue up to its end is done, and nothing is due; `reader` is who reads there. */
export async function settled(venue: Followed, reader: Ledger): Promise<void> {
  for (const began = performance.now(); performance.now() - began < LONGEST_MS;) {
    const position = await venue.lastPosition();
    if (await hasFollowed(venue, reader, position)) return;
    await pause(10);
  }
  throw new Error('the policies do not come to the end of the log');
}

/** Whether what follows from the log up to a position is done, and the log ends there still. */
async function hasFollowed(venue: Followed, reader: Ledger, position: bigint): Promise<boolean> {
  const come = [...(await venue.metrics()).matchAll(/^steadfast_policy_position\{.*\} (\d+)$/gm)];
  if (come.length === 0 || come.some(([, at]) => BigInt(at ?? 0) < position)) return false;
  reader.readAfter(String(position));
  const { rows } = await reader.list('deadlines', { limit: 1000 });
  return rows.every(({ row }) => row.due! > venue.now()) && (await venue.lastPosition()) === position;
}
