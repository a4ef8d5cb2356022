import { setTimeout as pause } from 'node:timers/promises';
import type { Answered } from './serve-commands.js';
import { openVenue, type Venue } from './venue.js';

type Fields = Readonly<Record<string, unknown>>;

/** The times of a read, as its query says them: a day, a time, or a position for `knownAt`. */
export interface Moment {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Somebody who acts for a party on the stage; `subject` is the person, one of that party unless it is said. */
export interface Player {
  /** Does something that the law takes; answers the types of the events that came of it. */
  does(type: string, data: Fields, occurredAt?: string): Promise<readonly string[]>;
  /** Is refused something; answers the facts that the refusal names. */
  isRefused(type: string, data: Fields, code: string, occurredAt?: string): Promise<Fields>;
  /** Is turned away, as its role may not send such a command at all. */
  mayNot(type: string, data: Fields): Promise<void>;
}

/** A ledger on which a scene is played over HTTP, at the time that the scene says. */
export interface Stage {
  /** Moves the time on, and waits for what falls due by then. */
  time(now: string): Promise<void>;
  as(party: string, role?: string, subject?: string): Player;
  /** A historian who speaks for a party. */
  historian(party?: string): Player;
  row(view: string, key: string, moment?: Moment): Promise<Fields | undefined>;
  rows(view: string, query?: Fields & Moment): Promise<readonly Fields[]>;
  /** The total of a measure, in a currency by a set of rates. */
  total(query: Fields & Moment): Promise<string>;
  /** What the ledger knows by now: a position, to be asked `knownAt` later. */
  known(): Promise<string>;
  /** The types of the events of a stream, oldest first. */
  story(stream: string): Promise<readonly string[]>;
  get(path: string): Promise<Answered>;
  close(): Promise<void>;
}

const LONGEST_MS = 20_000;

let venueAt = openVenue;

/** Has the stages that are opened from now on be at another venue than this process. */
export function playAt(open: (now: string) => Promise<Venue>): void {
  venueAt = open;
}

/** Opens a stage: an empty one, or the one that is in a directory, where it stays when it is closed. */
export async function openStage(now: string, directory?: string): Promise<Stage> {
  const venue = await venueAt(now, directory);
  const settled = async () => {
    for (const began = performance.now(); performance.now() - began < LONGEST_MS;) {
      const position = await venue.lastPosition();
      if (await hasFollowed(position)) return;
      await pause(10);
    }
    throw new Error('the policies do not come to the end of the log');
  };
  /** Whether all that follows from the log up to its end is done, and nothing is due: the end of the log is that position still. */
  const hasFollowed = async (position: bigint) => {
    const come = [...(await venue.metrics()).matchAll(/^steadfast_policy_position\{.*\} (\d+)$/gm)];
    if (come.length === 0 || come.some(([, at]) => BigInt(at ?? 0) < position) || (await isDue())) return false;
    return (await venue.lastPosition()) === position;
  };
  const isDue = async () => {
    const { body } = await venue.get('/views/deadlines?limit=1000');
    return (body.rows as { row: { due: string } }[]).some(({ row }) => row.due <= venue.now());
  };
  const player = (claims: { party: string; roles: string[]; subject: string }, actingFor?: string): Player => {
    const send = async (type: string, data: Fields, occurredAt?: string): Promise<Answered> => {
      const authorization = `Bearer ${await venue.token({ ...claims, ttl: '1h' })}`;
      const headers = {
        authorization,
        ...(occurredAt !== undefined && { 'occurred-at': occurredAt }),
        ...(actingFor !== undefined && { 'acting-for': actingFor }),
      };
      return venue.send(type, data, headers);
    };
    return {
      does: async (type, data, occurredAt) => {
        const { status, body } = await send(type, data, occurredAt);
        if (status !== 201 && status !== 200)
          throw new Error(`${type} was answered ${status}: ${JSON.stringify(body)}`);
        await settled();
        return (body.events as { type: string }[]).map((event) => event.type);
      },
      isRefused: async (type, data, code, occurredAt) => {
        const { status, body } = await send(type, data, occurredAt);
        expect({ status, code: body.code }).toEqual({ status: 409, code });
        return (body.facts ?? {}) as Fields;
      },
      mayNot: async (type, data) => {
        expect((await send(type, data)).status).toBe(403);
      },
    };
  };
  const read = (path: string): Promise<Answered> => venue.get(path);
  return {
    time: async (time) => {
      await venue.setTime(time);
      await settled();
    },
    as: (party, role = 'operator', subject = `${role} of ${party}`) => player({ party, roles: [role], subject }),
    historian: (party) => player({ party: 'UDCG', roles: ['historian'], subject: 'historian' }, party),
    row: async (view, key, moment = {}) => {
      const { status, body } = await read(`/views/${view}/${encodeURIComponent(key)}?${queryOf({ ...moment })}`);
      if (status === 404) return undefined;
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body.row as Fields;
    },
    rows: async (view, query = {}) => {
      const { status, body } = await read(`/views/${view}?limit=1000&${queryOf(query)}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return (body.rows as { row: Fields }[]).map(({ row }) => row);
    },
    total: async (query) => {
      const { status, body } = await read(`/questions/totals?${queryOf(query)}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      const [total] = body.totals as readonly { amount: string }[];
      if (!total) throw new Error(JSON.stringify(body));
      return total.amount;
    },
    known: async () => String(await venue.lastPosition()),
    story: async (stream) => {
      const { body } = await read(`/streams/${stream}`);
      return (body.events as { type: string }[]).map(({ type }) => type);
    },
    get: read,
    close: () => venue.close(),
  };
}

function queryOf(query: Fields): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
}
