import type { RecordedEvent } from '#eventsourcing';
import { saysPosition, type PositionFields } from './position-fields.js';

/** The most events, and about the most characters of them, that one append holds: stores bound what they take at once. */
const [MOST, LARGEST] = [100, 200_000];

/**
 * Events cut into those that can be appended at once: of one stream, one after the other in the log. One that says a position begins anew,
 * for where the events before it stand must be known.
 */
export function runsOf(events: readonly RecordedEvent[], fields: PositionFields): RecordedEvent[][] {
  const runs: RecordedEvent[][] = [];
  let size = 0;
  for (const event of events) {
    const run = runs.at(-1);
    const length = JSON.stringify(event.data).length;
    const fits = run?.[0]?.stream === event.stream && run.length < MOST && size + length <= LARGEST;
    if (run && fits && !saysPosition(event, fields)) run.push(event);
    else runs.push([event]);
    size = runs.at(-1)?.length === 1 ? length : size + length;
  }
  return runs;
}

/** Runs cut into so many at most, one that says a position first in its group. */
export function groupsOf(runs: readonly RecordedEvent[][], most: number, fields: PositionFields): RecordedEvent[][][] {
  const groups: RecordedEvent[][][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const beginsAnew = run.some((event) => saysPosition(event, fields));
    if (group && group.length < most && !beginsAnew) group.push(run);
    else groups.push([run]);
  }
  return groups;
}
