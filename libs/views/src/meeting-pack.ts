import { Matches } from 'class-validator';
import { integer, list, orNull, part, question, sql, text, timestamp, type Sql, type Tables } from '#eventsourcing';
import { activity } from './activity.js';
import { EXPLAIN } from './answered.js';
import { meetings } from './meetings.js';

/** What a meeting pack is asked by. */
export class MeetingPackParameters {
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { message: 'group must be the id of a group such as udcg' })
  group!: string;
}

type PackRow = {
  readonly last: string | null;
  readonly opened: string | null;
  readonly next: string | null;
  readonly on: string | null;
  readonly type: string | null;
  readonly events: number | null;
  readonly latest: string | null;
};

/** Everything the ledger learnt since the group last met, by kind of event; what happened earlier and was learnt since is in it. */
export const meetingPack = question<MeetingPackParameters, PackRow, object>('meeting-pack', {
  about: 'Everything learnt since a group last met, by kind of event, and the meeting that comes next.',
  fields: {
    group: text('The group that meets.'),
    last: orNull(
      part('The last meeting that was opened; null where none was.', {
        meeting: text('The id of the meeting.'),
        opened: timestamp('When it was opened.'),
      }),
    ),
    next: orNull(
      part('The meeting that comes next; null where none is scheduled.', {
        meeting: text('The id of the meeting.'),
        on: text('The day that it is scheduled for.'),
      }),
    ),
    rows: list('A row for each type of event that was learnt of since the last meeting.', {
      type: text('The type of the events.'),
      events: integer('How many there are.'),
      latest: text('The last of them, in words.'),
      explain: EXPLAIN,
    }),
  },
  parameters: MeetingPackParameters,
  reads: [activity, meetings],
  ask: ({ group }, tables) => sql`
    with met as (${lastMeeting(group, tables)}),
    coming as (
      select key as next, "on" from ${tables.visible(meetings)} m where "group" = ${group}::text and status = 'scheduled' order by "on", key limit 1
    ),
    news as (
      select type, count(*)::int as events, (array_agg(line order by recorded desc, key desc))[1] as latest
      from ${tables.visible(activity)} behind where ${learntSince(group, tables)} group by type
    )
    select met.key as last, to_char(opened at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as opened, next, "on", type, events, latest
    from (select 1) one left join met on true left join coming on true left join news on true order by events desc nulls last, type`,
  answer: (rows, { group }) => {
    const { last = null, opened = null, next = null, on = null } = rows[0] ?? {};
    return {
      ...{
        group,
        last: last === null ? null : { meeting: last, opened },
        next: next === null ? null : { meeting: next, on },
      },
      rows: rows.flatMap(({ type, events, latest }) =>
        type === null ? [] : [{ type, events, latest, explain: type }],
      ),
    };
  },
  explain: ({ group }, label, tables) => ({
    view: activity,
    where: sql`type = ${label}::text and ${learntSince(group, tables)}`,
  }),
});

/** The last meeting of a group that was opened. */
function lastMeeting(group: string, tables: Tables): Sql {
  return sql`select key, opened from ${tables.visible(meetings)} m where "group" = ${group}::text and opened is not null
    order by opened desc, key desc limit 1`;
}

function learntSince(group: string, tables: Tables): Sql {
  return sql`recorded > coalesce((select opened from (${lastMeeting(group, tables)}) met), '-infinity'::timestamptz)`;
}
