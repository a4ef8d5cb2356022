import type { ForumJoined, ForumLeft } from '#domain';
import { text, timestamp, view } from '#eventsourcing';

type MembershipRow = {
  readonly forum: string;
  readonly party: string;
  readonly since: string;
};

/** The memberships of each forum, by `forum/party`: who would be a voter at a time (R22). */
export const forum = view<MembershipRow, ForumJoined | ForumLeft>('forum', {
  columns: {
    forum: text('The forum.'),
    party: text('The member.', 'party'),
    since: timestamp('Since when it is a member.'),
  },
  key: ({ data: { forumId, party } }) => `${forumId}/${party}`,
  on: {
    ForumJoined: (row, { data: { forumId, party }, occurredAt }) => row ?? { forum: forumId, party, since: occurredAt },
    ForumLeft: () => undefined,
  },
});
