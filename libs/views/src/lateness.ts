import { sql, type Sql } from '#eventsourcing';

const DAY = 86_400_000;

/** How many whole days after something happened the ledger recorded it; 0 where that was the same day or before. */
export function daysLate({ at, occurredAt }: { readonly at: string; readonly occurredAt: string }): number {
  if (at.slice(0, 10) <= occurredAt.slice(0, 10)) return 0;
  const [from, to] = [occurredAt, at].map((time) => Temporal.Instant.from(time).epochMilliseconds) as [number, number];
  return Math.floor((to - from) / DAY);
}

/** The median of `days`, whole days, from rows that count how many have as many or fewer (`upTo`) of how many there are (`of`). */
export function medianDays(days: Sql, upTo: Sql, of: Sql): Sql {
  const middle = (beyond: Sql) => sql`min(${days}) filter (where ${upTo} * 2 ${beyond} ${of})`;
  return sql`((${middle(sql`>=`)} + ${middle(sql`>`)}) / 2)`;
}
