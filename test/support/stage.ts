import { Problem, type Columns, type CommandType, type Fields, type Ledger } from '#client';
import type { Asked, ListAsked, Moment, ProblemCode, ViewName } from '#client';
import { settled } from './settled.js';
import { openVenue, type Venue, type Who } from './venue.js';

/** Somebody who acts for a party on the stage; `subject` is the person, one of that party unless it is said. */
export interface Player {
  /** Does something that the law takes; answers the types of the events that came of it. */
  does<Type extends CommandType>(type: Type, data: Fields<Type>, occurredAt?: string): Promise<readonly string[]>;
  /** Is refused something; answers the facts that the refusal names. */
  isRefused<Type extends CommandType>(
    type: Type,
    data: Fields<Type>,
    code: ProblemCode,
    occurredAt?: string,
  ): Promise<Problem['facts']>;
  /** Is turned away, as its role may not send such a command at all. */
  mayNot<Type extends CommandType>(type: Type, data: Fields<Type>): Promise<void>;
}

/** A ledger on which a scene is played over HTTP, at the time that the scene says. */
export interface Stage {
  /** Moves the time on, and waits for what falls due by then. */
  time(now: string): Promise<void>;
  as(party: string, role?: string, subject?: string): Player;
  /** A historian who speaks for a party. */
  historian(party?: string): Player;
  row<View extends ViewName>(view: View, key: string, moment?: Moment): Promise<Columns<View> | undefined>;
  rows<View extends ViewName>(view: View, asked?: ListAsked<View>): Promise<readonly Columns<View>[]>;
  /** The total of a measure, in a currency by a set of rates. */
  total(asked: Asked<'totals'>): Promise<string>;
  /** What the ledger knows by now: a position, to be asked `knownAt` later. */
  known(): Promise<string>;
  /** The types of the events of a stream, oldest first. */
  story(stream: string): Promise<readonly string[]>;
  /** The ledger to one who reads, all that is in the log by now. */
  ledger(): Promise<Ledger>;
  close(): Promise<void>;
}

let venueAt = openVenue;

/** Has the stages that are opened from now on be at another venue than this process. */
export function playAt(open: (now: string) => Promise<Venue>): void {
  venueAt = open;
}

/** Opens a stage: an empty one, or the one that is in a directory, where it stays when it is closed. */
export async function openStage(now: string, directory?: string): Promise<Stage> {
  const venue = await venueAt(now, directory);
  const reader = venue.ledger();
  const ledger = async () => {
    reader.readAfter(String(await venue.lastPosition()));
    return reader;
  };
  return {
    time: async (time) => {
      await venue.setTime(time);
      await settled(venue, reader);
    },
    as: (party, role = 'operator', subject = `${role} of ${party}`) =>
      playerOf(venue, reader, { party, roles: [role], subject }),
    historian: (party) => playerOf(venue, reader, HISTORIAN, party),
    row: async <View extends ViewName>(view: View, key: string, moment?: Moment) =>
      (await (await ledger()).row(view, key, moment))?.row as Columns<View> | undefined,
    rows: async <View extends ViewName>(view: View, asked?: ListAsked<View>) => {
      const found: Columns<View>[] = [];
      for await (const { row } of (await ledger()).rows(view, asked)) found.push(row as Columns<View>);
      return found;
    },
    total: async (asked) => (await (await ledger()).ask('totals', asked)).totals[0]!.amount,
    known: async () => String(await venue.lastPosition()),
    story: async (stream) => (await (await ledger()).stream(stream)).events.map(({ type }) => type),
    ledger,
    close: () => venue.close(),
  };
}

const HISTORIAN: Who = { party: 'UDCG', roles: ['historian'], subject: 'historian' };

function playerOf(venue: Venue, reader: Ledger, who: Who, actingFor?: string): Player {
  const ledger = venue.ledger(who);
  const refusal = async (sending: Promise<unknown>): Promise<Problem> => {
    const error: unknown = await sending.then(() => 'nothing').catch((thrown: unknown) => thrown);
    if (!(error instanceof Problem)) throw new Error(`what was to be refused came to ${String(error)}`);
    return error;
  };
  return {
    does: async (type, data, occurredAt) => {
      const { events = [] } = await ledger.send(type, data, { occurredAt, actingFor });
      await settled(venue, reader);
      return events.map((event) => event.type);
    },
    isRefused: async (type, data, expected, occurredAt) => {
      const { status, code, facts } = await refusal(ledger.send(type, data, { occurredAt, actingFor }));
      expect({ status, code }).toEqual({ status: 409, code: expected });
      return facts;
    },
    mayNot: async (type, data) => {
      expect((await refusal(ledger.send(type, data, { actingFor }))).status).toBe(403);
    },
  };
}
