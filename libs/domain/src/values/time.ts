import { ensure, type CommandMetadata } from '#eventsourcing';

/** A time with a zone, in UTC with milliseconds, as the ledger writes times: in this form they compare as text. */
export function utc(time: string): string {
  return Temporal.Instant.from(time).toString({ fractionalSecondDigits: 3 });
}

/** The time at which a command is judged against a deadline: its own, or, where a historian tells of the past, that of what is told. */
export function judgedAt({ by, at, occurredAt }: CommandMetadata): string {
  return by.roles.every((role) => role === 'historian') ? occurredAt : at;
}

/** States that what goes on with a thing does not occur before the thing began, or before the stage that it follows (ISO 8601). */
export function ensureSince(since: string, time: string): void {
  ensure(time >= since, 'BeforeItBegan', { since });
}

/** The later of two times in UTC with milliseconds. */
export function later(time: string, other: string | undefined): string {
  return other !== undefined && other > time ? other : time;
}

/** A list in time with an entry put where it belongs, after those of the same time. */
export function inTime<T extends { readonly from: string }>(entries: readonly T[], entry: T): readonly T[] {
  const at = entries.findLastIndex(({ from }) => from <= entry.from) + 1;
  return entries.toSpliced(at, 0, entry);
}
