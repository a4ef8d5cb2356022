import { specify, type Told } from '#testing';
import { Forum, type ForumEvent } from './forum.js';

const forumId = 'nac';
const ACCESSION = '2024-03-07T00:00:00.000Z';
const given = specify(Forum, { by: 'NATO', at: '2024-03-08T09:00:00.000Z', roles: ['coordinator'] });

const joined = (party: string, occurredAt: string): Told<ForumEvent> => ({
  type: 'ForumJoined',
  data: { forumId, party },
  occurredAt,
});
const left: Told<ForumEvent> = { type: 'ForumLeft', data: { forumId, party: 'SWE' } };
const finland = joined('FIN', '2023-04-04T00:00:00.000Z');
const sweden = joined('SWE', ACCESSION);

describe('a forum (R22)', () => {
  it('is founded by its first member', () =>
    given()
      .when('JoinForum', { forumId, party: 'FIN' })
      .then({ type: 'ForumJoined', data: { forumId, party: 'FIN' } }));
  it('is joined on the day that is told of', () =>
    given(finland)
      .when('JoinForum', { forumId, party: 'SWE' }, { occurredAt: ACCESSION })
      .then({ type: 'ForumJoined', data: { forumId, party: 'SWE' } }));
  it('is joined once', () => given(finland, sweden).when('JoinForum', { forumId, party: 'SWE' }).thenNothing());
  it('is joined for an earlier day, told later', () =>
    given(sweden)
      .when('JoinForum', { forumId, party: 'SWE' }, { occurredAt: '2024-01-01T00:00:00.000Z' })
      .then({ type: 'ForumJoined', data: { forumId, party: 'SWE' } }));
  it('is left', () => given(finland, sweden).when('LeaveForum', { forumId, party: 'SWE' }).then(left));
  it('is left once', () => given(finland, sweden, left).when('LeaveForum', { forumId, party: 'SWE' }).thenNothing());
  it('is not left before it is founded', () =>
    given().when('LeaveForum', { forumId, party: 'SWE' }).thenRejected('NoSuchForum', { forumId }));
  it('is not joined ahead of time', () =>
    given(finland)
      .when('JoinForum', { forumId, party: 'SWE' }, { occurredAt: '2025-01-01T00:00:00.000Z' })
      .thenRejected('FutureNotAllowed'));
});
