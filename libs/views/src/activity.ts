import { boolean, integer, text, timestamp, view, type Event, type EventMetadata } from '#eventsourcing';
import { inWords } from './in-words.js';
import { daysLate } from './lateness.js';

/** `when` it was true in the world, and when it was `recorded`, `lateDays` whole days later, if any; `party` and `subject` are whom it is by. */
type ActivityRow = {
  readonly when: string;
  readonly recorded: string;
  readonly lateDays: number | null;
  readonly party: string | null;
  readonly subject: string | null;
  readonly reported: boolean;
  readonly stream: string;
  readonly type: string;
  readonly line: string;
};

/** Everything that happened, a line in plain words for each event, by the event's id. */
export const activity = view<ActivityRow, Event>('activity', {
  columns: {
    when: timestamp('When it was true in the world.'),
    recorded: timestamp('When the ledger recorded it.'),
    lateDays: integer('How many whole days later that was, if any.'),
    party: text('The party it is by.', 'party'),
    subject: text('The identity it is by, as its token names it.'),
    reported: boolean("Whether a historian said it in the party's name."),
    stream: text('The stream of the event.'),
    type: text('The type of the event.'),
    line: text('What happened, in plain words on one line.'),
  },
  indexed: [['recorded'], ['lateDays', 'type']],
  key: ({ id }) => id,
  on: {},
  any: (_, event) => {
    const { by, reported = false } = event.metadata as Partial<EventMetadata>;
    return {
      ...{ when: event.occurredAt, recorded: event.at, party: by?.party ?? null, subject: by?.subject ?? null },
      ...{ lateDays: daysLate(event) || null, reported, stream: event.stream, type: event.type, line: inWords(event) },
    };
  },
});
