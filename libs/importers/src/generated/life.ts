import type { NewEvent } from '#eventsourcing';
import { told, type Told } from '../ukraine/told.js';

/** What is told next of one thing: a fact without its time, `after` so many days from what was told before, and `late` by so many days. */
export interface Step extends Omit<Told, 'occurredAt'> {
  readonly after: number;
  readonly late: number;
}

/** What becomes of one thing, told step by step; each step learns the events that the one before it came to, none where the law refused it. */
export type Life = Generator<Step, void, readonly NewEvent[]>;

/** When a step is told. */
export interface When {
  readonly after?: number;
  readonly late?: number;
}

/** A step; the fields of its command are those of the law. */
export function step<Type extends Parameters<typeof told>[0]>(
  type: Type,
  actingFor: string,
  data: Parameters<typeof told<Type>>[2],
  { after = 1, late = 0 }: When = {},
): Step {
  return { ...told(type, '', data, actingFor), after, late };
}

/** A step that wants another person than the one who proposed it. */
export function approved(one: Step): Step {
  return { ...one, approves: true };
}
