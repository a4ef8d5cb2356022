import type { ConditionLapsed, ConditionMet, PledgeMade, PledgeMerged, PledgeWithdrawn } from '#domain';
import { json, text, timestamp, view } from '#eventsourcing';

/** `command` and `data` are sent for `party` once `due` has come. */
type DeadlineRow = {
  readonly due: string;
  readonly command: string;
  readonly data: object;
  readonly party: string;
};

type Setting = PledgeMade;
type Ending = ConditionMet | ConditionLapsed | PledgeWithdrawn | PledgeMerged;

/** What falls due, by the stream it falls due in, as long as it is open. */
export const deadlines = view<DeadlineRow, Setting | Ending>('deadlines', {
  columns: { due: timestamp(), command: text(), data: json(), party: text() },
  key: ({ stream }) => stream,
  on: {
    PledgeMade: (_, { data: { pledgeId, donor, condition } }) =>
      condition && { due: dayAfter(condition.until), command: 'LapseCondition', data: { pledgeId }, party: donor },
    ConditionMet: () => undefined,
    ConditionLapsed: () => undefined,
    PledgeWithdrawn: () => undefined,
    PledgeMerged: () => undefined,
  },
});

/** The first moment, in UTC, at which a day is over. */
function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString() + 'T00:00:00.000Z';
}
