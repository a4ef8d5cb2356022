import { AppendTooLarge, Rejection } from '#eventsourcing';

/** What refuses a command for good, whoever sends it again: the law, or the log where its events are more than that takes at once. */
export function refusalOf(error: unknown): Rejection | undefined {
  if (error instanceof Rejection) return error;
  if (!(error instanceof AppendTooLarge)) return undefined;
  const { stream, bytes, most } = error;
  return new Rejection('BodyTooLarge', { stream, bytes, most });
}
