/** The day, in UTC, of a time (ISO 8601 in UTC). */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** The first moment of a day, in UTC. */
export function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

/** The first moment, in UTC, at which a day is over. */
export function endOf(day: string): string {
  return startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString());
}
