import type { PolicyAdvanced } from '#domain';
import { text, timestamp, view } from '#eventsourcing';

type PolicyRow = { readonly position: string; readonly since: string };

/** How far each policy has surely seen the log, by its name: the position noted last, and when. */
export const policies = view<PolicyRow, PolicyAdvanced>('policies', {
  columns: {
    position: text('The position of the log that it has surely seen.'),
    since: timestamp('When that was noted.'),
  },
  key: ({ data }) => data.policy,
  on: { PolicyAdvanced: (_, { data: { position }, occurredAt }) => ({ position, since: occurredAt }) },
});
