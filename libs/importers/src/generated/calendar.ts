import { commandIdOf, type Command, type NewEvent } from '#eventsourcing';
import type { Life, Step } from './life.js';
import { COORDINATOR } from './world.js';

const FIRST_DAY = Temporal.PlainDate.from('2022-02-24');

/** The date of a day, counted from the first one, which is day 0. */
export function dateOf(day: number): string {
  return FIRST_DAY.add({ days: Math.max(0, day) }).toString();
}

/** A life, and the command by which it goes on. */
export interface Due {
  readonly life: Life;
  readonly command: Command;
}

/** What is to be told on which day. */
export class Calendar {
  /** How many lives go on on some later day. */
  waiting = 0;
  private readonly steps = new Map<number, { readonly life: Life; readonly step: Step }[]>();
  private commands = 0;

  constructor(private readonly seed: number) {}

  /** Has a life go on from a day, with what its last step came to; at its beginning, with nothing. */
  goOn(day: number, life: Life, made: readonly NewEvent[]): void {
    const { value: step, done } = life.next(made);
    if (done) return;
    const on = day + step.after;
    const steps = this.steps.get(on) ?? [];
    this.steps.set(on, steps);
    steps.push({ life, step });
    this.waiting++;
  }

  /** What is due on a day, as commands; it is told then. */
  take(day: number): readonly Due[] {
    const steps = this.steps.get(day) ?? [];
    this.steps.delete(day);
    this.waiting -= steps.length;
    return steps.map(({ life, step }, index) => ({ life, command: this.commandOf(day, index, step) }));
  }

  /** A step as the command of a historian on a day, one millisecond after another; true on that day, or so many days before as it is late. */
  commandOf(day: number, index: number, step: Step, occurredAt = `${dateOf(day - step.late)}T00:00:00.000Z`): Command {
    const { type, data, actingFor: party = COORDINATOR, approves } = step;
    const subject = approves ? 'second historian' : 'historian';
    const at = new Date(Date.parse(`${dateOf(day)}T08:00:00Z`) + index).toISOString();
    return {
      type,
      data,
      metadata: {
        commandId: commandIdOf('generated', `${this.seed}/${this.commands++}`),
        by: { subject, party, roles: ['historian'] },
        at: at < occurredAt ? occurredAt : at,
        occurredAt,
        ...(party !== COORDINATOR && { reported: true }),
      },
    };
  }
}
