import type { AnyLaw } from '#eventsourcing';
import { paced, pacing, type Plan, type PlannedCommand, type Reject } from '#importers';
import type { CommandTable } from '../commands/command-table.js';
import { understand, type FieldError } from '../commands/understand.js';
import { Problem } from '../problems/problem.js';

/** A planned command that the house understands: its law, and its data as an instance of its class. */
export interface Ready {
  readonly planned: PlannedCommand;
  readonly law: AnyLaw;
  readonly data: object;
}

/** A plan ready to be sent. */
export interface Prepared {
  readonly first: readonly Ready[];
  readonly lanes: readonly (readonly Ready[])[];
  readonly rejects: readonly Reject[];
}

/** Understands every command of a plan as the door would; the rows of one that it does not are ones that the importer could not read. */
export async function prepared(plan: Plan, table: CommandTable): Promise<Prepared> {
  const rejects = [...plan.rejects];
  const pace = pacing();
  const ready = (planned: PlannedCommand): Ready[] => {
    const { type, data } = planned.intent;
    const row = table.get(type);
    if (!row) throw new Error(`the house has no command ${type}`);
    try {
      return [{ planned, law: row.law, data: understand(row.shape, data) }];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      rejects.push(...rejectsOf(planned, error, plan));
      return [];
    }
  };
  const first = plan.first.flatMap(ready);
  const lanes = await paced(plan.lanes, pace, (lane) => lane.flatMap(ready));
  return { first, lanes, rejects: rejects.toSorted((a, b) => a.row - b.row) };
}

function rejectsOf({ rows, intent }: PlannedCommand, problem: Problem, plan: Plan): Reject[] {
  const [error] = (problem.facts.errors ?? []) as readonly FieldError[];
  return rows.map(({ row }) => ({
    row,
    column: Object.keys(plan.contentOf(row))[0] ?? '',
    value: error?.field ?? '',
    reason: `${intent.type} is not understood: ${error?.message ?? problem.detail}`,
  }));
}
