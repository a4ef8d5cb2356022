import {
  changed,
  isApproval,
  isCorrection,
  sql,
  type CorrectionApproved,
  type Recorded,
  type RecordedEvent,
  type Row,
  type Sql,
} from '#eventsourcing';
import { cleanText } from './columns.js';
import { copied } from './copied.js';
import { arrayOf, type Run } from './database.js';
import { given } from './given-rows.js';
import { fromPostgres, instantOf } from './instant.js';
import type { Fact } from './timeline.js';

/**
 * The events as the read side took them in. Their times and JSON are kept as text, as they were written; `known_at` never falls: it is when
 * the ledger knew everything up to there, so that a time always means the same position. `corrects` is the id of the event that an approved
 * correction is of.
 */
export const CREATE_LOG: readonly Sql[] = [
  sql`create table steadfast.log (
    position int8 primary key, known_at timestamptz not null, type text collate "C" not null, stream text collate "C" not null,
    revision int8 not null, id text not null, at text not null, occurred_at text not null, party text collate "C",
    data text not null, metadata text not null, corrects text collate "C")`,
  sql`create index on steadfast.log (known_at, position)`,
  sql`create index on steadfast.log (type, position)`,
  sql`create index on steadfast.log (party, position)`,
  sql`create index on steadfast.log using hash (stream)`,
  sql`create index on steadfast.log (corrects, position) where corrects is not null`,
];

/** The table of the log. */
export const LOG = sql`steadfast.log`;

/** The columns of the log that an event is made of, by way of `eventOf`, of a log called `l`. */
export const EVENT_COLUMNS = sql`l.position as event_position, l.type as event_type, l.stream as event_stream,
  l.revision as event_revision, l.id as event_id, l.at as event_at, l.occurred_at as event_occurred_at,
  l.data as event_data, l.metadata as event_metadata`;

/** Adds events; `knownAt` is when the ledger knew those before them. Answers when it knew the last. */
export async function addToLog(run: Run, events: readonly RecordedEvent[], knownAt: string): Promise<string> {
  let known = knownAt;
  const knownAts = events.map((event) => {
    const at = instantOf(event.at);
    if (at !== undefined && at > known) known = at;
    return known;
  });
  const of = (name: string, type: string, value: (event: RecordedEvent) => string | number | bigint | null) =>
    given(name, type, events.map(value));
  const columns = [
    of('position', 'int8', ({ position }) => position),
    given('known_at', 'timestamptz', knownAts),
    of('type', 'text', ({ type }) => cleanText(type)),
    of('stream', 'text', ({ stream }) => cleanText(stream)),
    of('revision', 'int8', ({ revision }) => revision),
    of('id', 'text', ({ id }) => cleanText(id)),
    of('at', 'text', ({ at }) => cleanText(at)),
    of('occurred_at', 'text', ({ occurredAt }) => cleanText(occurredAt)),
    of('party', 'text', partyOf),
    of('data', 'text', ({ data }) => JSON.stringify(data)),
    of('metadata', 'text', ({ metadata }) => JSON.stringify(metadata)),
    of('corrects', 'text', correctedBy),
  ];
  await run(copied(LOG, columns));
  return known;
}

/** The events at these positions: each is looked up by its index, whatever the planner knows of a log that grows. */
export async function eventsAt(run: Run, positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
  if (positions.length === 0) return [];
  const rows = await run(sql`select ${EVENT_COLUMNS} from unnest(${arrayOf(positions)}::text::int8[]) as p
    cross join lateral (select * from steadfast.log where position = p offset 0) l`);
  return rows.map(eventOf);
}

/** The last position that the ledger knew at a time, and when it had come to know it. */
export async function knownAtTime(run: Run, time: string): Promise<{ position: bigint; time: string } | undefined> {
  const [row] = await run(sql`select position, known_at from steadfast.log where known_at <= ${time}::timestamptz
    order by known_at desc, position desc limit 1`);
  return row && { position: BigInt(row.position as string), time: fromPostgres(row.known_at as string) };
}

/** When the ledger had come to know all up to a position. */
export async function knownAtPosition(run: Run, position: bigint): Promise<string | null> {
  const [row] = await run(sql`select known_at from steadfast.log where position <= ${String(position)}::int8
    order by position desc limit 1`);
  return row ? fromPostgres(row.known_at as string) : null;
}

/** An event out of the columns that stand for it. */
export function eventOf(row: Row): RecordedEvent {
  return { ...headOf(row), data: JSON.parse(row.event_data as string) as object };
}

/** An event without its data out of the columns that stand for it. */
export function headOf(row: Row): Omit<RecordedEvent, 'data'> {
  return {
    id: row.event_id as string,
    type: row.event_type as string,
    at: row.event_at as string,
    occurredAt: row.event_occurred_at as string,
    stream: row.event_stream as string,
    revision: Number(row.event_revision),
    position: BigInt(row.event_position as string),
    metadata: JSON.parse(row.event_metadata as string) as RecordedEvent['metadata'],
  };
}

const facts = new WeakMap<RecordedEvent, Fact>();

/** An event with its time, the same for every view that reads it; throws where that is none. */
export function factOf(event: RecordedEvent): Fact {
  const known = facts.get(event);
  if (known) return known;
  const fact = { event, from: occurredIn(event), position: event.position, ...told(event) };
  facts.set(event, fact);
  return fact;
}

/** What a fact is by an approved correction of it. */
export function corrected({ event }: Fact, approval: Approval): Fact {
  const right = changed(event, approval.data);
  return { event: right, from: occurredIn(right), position: right.position, ...told(approval) };
}

/** What a version keeps of the event that it is known by. */
function told({ position, type, metadata }: RecordedEvent) {
  const { imported } = (metadata as Partial<RecordedEvent['metadata']> | undefined) ?? {};
  return { madeBy: position, toldBy: cleanText(type), isImported: imported !== undefined };
}

/** An approved correction in the log. */
export type Approval = Recorded<CorrectionApproved>;

/** The facts at these positions, as they were known just before another one. */
export async function factsAt(run: Run, positions: readonly bigint[], before: bigint): Promise<readonly Fact[]> {
  return known(run, await eventsAt(run, positions), before);
}

/** The facts that these corrections are of, by the ids of their events, as they were known just before a position. */
export async function factsNamed(
  run: Run,
  approvals: readonly Approval[],
  before: bigint,
): Promise<ReadonlyMap<string, Fact>> {
  if (approvals.length === 0) return new Map();
  const streams = arrayOf(approvals.map(({ stream }) => cleanText(stream)));
  const ids = arrayOf(approvals.map(({ data }) => cleanText(data.eventId)));
  const rows = await run(sql`select distinct on (l.position) ${EVENT_COLUMNS}
    from unnest(${streams}::text::text[], ${ids}::text::text[]) as named (stream, id)
    cross join lateral (select * from steadfast.log where stream = named.stream offset 0) l
    where l.id = named.id and l.position < ${String(before)}::int8`);
  const named = await known(run, rows.map(eventOf), before);
  return new Map(named.map((fact) => [fact.event.id, fact]));
}

/** These events by the corrections of them that were approved before a position. */
async function known(run: Run, events: readonly RecordedEvent[], before: bigint): Promise<readonly Fact[]> {
  if (events.length === 0) return [];
  const rows =
    await run(sql`select ${EVENT_COLUMNS} from unnest(${arrayOf(events.map(({ id }) => cleanText(id)))}::text::text[]) as named
    cross join lateral (select * from steadfast.log where corrects = named and position < ${String(before)}::int8 offset 0) l
    order by l.position`);
  const approvals = Map.groupBy(rows.map(eventOf).filter(isApproval), ({ data }) => data.eventId);
  return events.map((event) =>
    (approvals.get(event.id) ?? [])
      .filter(({ stream }) => stream === event.stream && !isCorrection(event))
      .reduce<Fact>(corrected, factOf(event)),
  );
}

function occurredIn({ occurredAt }: RecordedEvent): string {
  const occurred = instantOf(occurredAt);
  if (occurred === undefined) throw new TypeError(`occurredAt is no time: ${occurredAt}`);
  return occurred;
}

function correctedBy(event: RecordedEvent): string | null {
  return isApproval(event) ? cleanText(event.data.eventId) : null;
}

/** Whom the event is by; events of a store that others wrote to need not say so. */
function partyOf({ metadata }: RecordedEvent): string | null {
  const party: unknown = (metadata as Partial<RecordedEvent['metadata']> | undefined)?.by?.party;
  return typeof party === 'string' ? cleanText(party).slice(0, 200) : null;
}
