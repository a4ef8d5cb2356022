import type { Command, Event, Inquiry, Policy, Row } from '#eventsourcing';
import { recorded } from './recorded.js';
import type { Fields, Told } from './specify.js';

/** An intent as specs write it. */
export type Wanted<C extends Command> = C extends Command
  ? {
      readonly type: C['type'];
      readonly data: Fields<C['data']>;
      readonly as?: string;
      readonly occurredAt?: string;
    }
  : never;

/** A policy after an event. */
export interface GivenIntents<C extends Command> {
  /** What is read where the policy asks for the rows of a view, one view after the other; the key of each is its own. */
  reading(view: string, ...rows: readonly (Row & { readonly key: string })[]): GivenIntents<C>;
  /** States the commands that follow, in order. */
  then(...intents: Wanted<C>[]): void;
}

/** Given, then for a policy; an inquiry is answered with the rows given that meet its conditions. */
export function specifyPolicy<E extends Event, C extends Command>({
  on,
}: Policy<E, C>): (event: Told<E>) => GivenIntents<C> {
  return (event) => {
    const answered = (read: readonly (readonly [view: string, rows: Rows])[]): GivenIntents<C> => ({
      reading: (view, ...rows) => answered([...read, [view, rows]]),
      then: (...intents) => {
        let follows = on[event.type as E['type']](recorded<E>(event, 0));
        for (const [view, rows] of read) {
          if (!('then' in follows)) break;
          expect(follows.view).toBe(view);
          follows = follows.then(meeting(follows, rows));
        }
        expect(plain(follows)).toEqual(intents);
      },
    });
    return answered([]);
  };
}

type Rows = readonly (Row & { readonly key: string })[];

/** The rows that meet the conditions of an inquiry. */
function meeting({ where }: Inquiry<never>, rows: Rows): Rows {
  return rows.filter((row) =>
    Object.entries(where).every(([column, values]) =>
      [row[column]].flat().some((value) => [values].flat().includes(String(value))),
    ),
  );
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
