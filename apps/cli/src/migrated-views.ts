import { positionFields } from '#domain';
import type { EventStore } from '#eventsourcing';
import { numbered, type TwoLogs } from '#stores';
import { foldedAnew } from './folded-anew.js';

/** The views that are not the same over two logs of the same events; each log is folded anew, whatever its positions are. */
export async function differentViews(source: EventStore, target: EventStore, logs: TwoLogs): Promise<string[]> {
  const before = await foldedAnew(numbered(source, logs.from, positionFields));
  const after = await foldedAnew(numbered(target, logs.to, positionFields));
  const digests = new Map(before.views.map(({ name, digest }) => [name, digest]));
  return after.views.filter(({ name, digest }) => digests.get(name) !== digest).map(({ name }) => name);
}
