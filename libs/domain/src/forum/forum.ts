import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { inTime } from '../values/time.js';
import type { Party } from '../values/words.js';
import type * as commands from './forum.commands.js';

export type ForumJoined = Event<'ForumJoined', { forumId: string; party: Party }>;
export type ForumLeft = Event<'ForumLeft', { forumId: string; party: Party }>;

export type ForumEvent = ForumJoined | ForumLeft;
export type ForumCommand = CommandsOf<typeof commands>;

/** Who came into a forum and who left it, in the order of the world's time. */
export interface ForumState {
  readonly changes: readonly { readonly from: string; readonly party: Party; readonly member: boolean }[];
}

/** The forum in which decisions are taken: who is a member of it, and so a voter, by date (R22). */
export const Forum = decider<ForumCommand, ForumEvent, ForumState>({
  stream: 'forum',
  id: 'forumId',
  initial: { changes: [] },
  may: { JoinForum: ['coordinator', 'historian'], LeaveForum: ['coordinator', 'historian'] },

  decide: {
    JoinForum: ({ data: { forumId, party }, metadata: { occurredAt } }, forum) =>
      membersAt(forum, occurredAt).includes(party) ? [] : [{ type: 'ForumJoined', data: { forumId, party } }],

    LeaveForum: ({ data: { forumId, party }, metadata: { occurredAt } }, forum) => {
      ensure(forum.changes.length > 0, 'NoSuchForum', { forumId });
      return membersAt(forum, occurredAt).includes(party) ? [{ type: 'ForumLeft', data: { forumId, party } }] : [];
    },
  },

  evolve: {
    ForumJoined: ({ changes }, { occurredAt, data: { party } }) => ({
      changes: inTime(changes, { from: occurredAt, party, member: true }),
    }),
    ForumLeft: ({ changes }, { occurredAt, data: { party } }) => ({
      changes: inTime(changes, { from: occurredAt, party, member: false }),
    }),
  },
});

/** The members of a forum at a time, by their codes in order. */
export function membersAt({ changes }: ForumState, time: string): readonly Party[] {
  const members = new Set<Party>();
  for (const { from, party, member } of changes) {
    if (from > time) break;
    if (member) members.add(party);
    else members.delete(party);
  }
  return [...members].sort();
}
