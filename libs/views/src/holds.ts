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
    donor: text(),
    hold: text(),
    status: text(),
    items: textArray(),
    stages: textArray(),
    from: timestamp(),
    until: timestamp(),
    discovered: boolean(),
    reported: boolean(),
    reason: text(),
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
