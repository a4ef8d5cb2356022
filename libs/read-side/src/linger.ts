/** What is known of the batch before: how many events it had, how many ms its folding took, and how many have passed since. */
export interface BatchBefore {
  readonly size: number;
  readonly took: number;
  readonly since: number;
}

/** How long to wait by how long the batch before took: folding then takes a third of a core. */
const LINGER_FOR = 2;

/** So many events in a batch say that more are on their way. */
const MANY = 16;

/**
 * How many ms to wait for more events to fold together with those that came, `longest` at most: not at all after a quiet time, so that who waits
 * for what they did sees it at once; as long as it may be where many come, for the larger a batch, the less its events cost.
 */
export function lingerAfter({ size, took, since }: BatchBefore, longest: number): number {
  if (since >= longest) return 0;
  return size >= MANY ? longest : Math.min(LINGER_FOR * took, longest);
}
