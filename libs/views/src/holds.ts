import type { HoldLifted, HoldPlaced } from '#domain';
import { boolean, text, textArray, timestamp, view, type Recorded } from '#eventsourcing';

type HoldRow = {
  readonly donor: string;
  readonly hold: string;
  readonly status: 'placed' | 'lifted';
  readonly items: readonly string[] | null;
  readonly stages: readonly string[];
  readonly from: string;
  readonly until: string | null;
  readonly discovered: boolean;
  readonly reported: boolean;
  readonly reason: string | null;
};

function rowOf({ data, metadata }: Recorded<HoldPlaced | HoldLifted>): HoldRow {
  const { donor, holdId, items, stages, from } = data;
  return {
    ...{ donor, hold: holdId, status: 'placed', items: items ?? null, stages, from, until: null },
    ...{ discovered: false, reported: metadata.reported ?? false, reason: null },
  };
}

/** Donors' holds on their deliveries, by `donor/hold`; without items a hold is about everything (R14). */
export const holds = view<HoldRow, HoldPlaced | HoldLifted>('holds', {
  columns: {
    donor: text('The party that holds its deliveries.', 'party'),
    hold: text("Its id within the donor's holds."),
    status: text('placed or lifted.'),
    items: textArray('What it stops; everything where there is no list.'),
    stages: textArray('What it stops: dispatch, handOver or both.'),
    from: timestamp('Since when it stops them.'),
    until: timestamp('When it was lifted.'),
    discovered: boolean('Whether it was found out, not declared.'),
    reported: boolean("Whether a historian said it in the donor's name, which has not confirmed it."),
    reason: text('Why.'),
  },
  key: ({ data: { donor, holdId } }) => `${donor}/${holdId}`,
  on: {
    HoldPlaced: (_, event) => ({
      ...rowOf(event),
      discovered: event.data.discovered ?? false,
      reason: event.data.reason ?? null,
    }),
    HoldLifted: (row, event) => ({ ...(row ?? rowOf(event)), status: 'lifted', until: event.data.until }),
  },
});
