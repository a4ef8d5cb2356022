import { joined, sql, START, type Sql } from '#eventsourcing';
import { cleanText } from './columns.js';
import type { Run } from './database.js';
import { limitOf } from './list.js';
import { EVENT_COLUMNS, eventOf } from './log.js';
import type { EventsAnswer, EventsRequest } from './read-side.js';

/** The events that meet all that is asked, up to a position. */
export async function eventsUpTo(run: Run, position: bigint, request: EventsRequest): Promise<EventsAnswer> {
  const { type, party, stream, after } = request;
  const limit = limitOf(request.limit);
  if (after !== undefined && after >= position) return { events: [], position };
  const conditions: readonly (Sql | undefined)[] = [
    type === undefined ? undefined : sql`type = ${cleanText(type)}`,
    party === undefined ? undefined : sql`party = ${cleanText(party)}`,
    stream === undefined ? undefined : sql`stream = ${cleanText(stream)}`,
    after === undefined || after < START ? undefined : sql`position > ${String(after)}::int8`,
    sql`position <= ${String(position)}::int8`,
  ];
  const rows = await run(sql`select ${EVENT_COLUMNS} from steadfast.log l
    where ${joined(
      conditions.filter((condition) => condition !== undefined),
      ' and ',
    )}
    order by position limit ${String(limit)}::int8`);
  return { events: rows.map(eventOf), position };
}
