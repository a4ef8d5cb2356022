import type { RecordedEvent } from '#eventsourcing';

/** The most findings that are told; of more there is only the count. */
const TOLD = 1_000;

/** What of a log cannot be as it was written: which event, and what of it. */
export interface Finding extends Pick<RecordedEvent, 'position' | 'stream' | 'revision'> {
  readonly what: string;
}

/** What was found in a log, in its order. */
export class Findings {
  readonly told: Finding[] = [];
  count = 0;

  add({ position, stream, revision }: Omit<Finding, 'what'>, what: string): void {
    this.count++;
    if (this.told.length < TOLD) this.told.push({ position, stream, revision, what });
  }
}
