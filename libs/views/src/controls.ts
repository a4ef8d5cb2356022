import {
  boolean,
  integer,
  joined,
  list,
  oneOf,
  question,
  quoted,
  sql,
  text,
  type AnyView,
  type Sql,
  type Tables,
} from '#eventsourcing';
import { activity } from './activity.js';
import { allocations } from './allocations.js';
import { EXPLAIN } from './answered.js';
import { authorities } from './authorities.js';
import { breaches } from './breaches.js';
import { conflicts } from './conflicts.js';
import { consignmentLines } from './consignment-lines.js';
import { consignments } from './consignments.js';
import { corrections } from './corrections.js';
import { discrepancies } from './discrepancies.js';
import { pledges } from './pledges.js';
import { tasks } from './tasks.js';
import { transfers } from './transfers.js';

/** Controls are asked for with nothing but the two times. */
export class ControlsParameters {}

/** What an auditor looks for: the rows of a view that are an exception. */
interface Control {
  readonly about: string;
  readonly view: AnyView;
  readonly exception: (tables: Tables) => Sql;
  /** Its exceptions counted by themselves, where that is less work than a look at every row. */
  readonly counted?: (tables: Tables) => Sql;
}

/** An event that was recorded more than so many days after it happened: of those that are as many whole days late, some are. */
function late(days: number): Sql {
  return sql`"lateDays" >= ${String(days)}::int8 and recorded > "when" + ${String(days)}::int8 * interval '1 day'`;
}

/** How many events were: all that are more whole days late, which an index tells, and of those that are as many, which ones. */
function countedLate(days: number, which: Sql, tables: Tables): Sql {
  const count = (where: Sql) =>
    sql`(select count(*) from ${tables.visible(activity)} behind where ${where} and ${which})`;
  return sql`${count(sql`"lateDays" > ${String(days)}::int8`)} + ${count(sql`"lateDays" = ${String(days)}::int8 and ${late(days)}`)}`;
}

/** A pledge under an id of its source that is neither part of another nor merged into one. */
const COUNTS = sql`"foreignId" is not null and "drawsOn" is null and status <> 'merged'`;

const CONTROLS: Readonly<Record<string, Control>> = {
  deliveredWithoutReceipt: {
    about: 'consignments handed over 14 days ago or more without a receipt (R12)',
    view: consignments,
    exception: ({ asOf }) => sql`status = 'handedOver' and "handedOverAt" <= ${asOf}::timestamptz - interval '14 days'`,
  },
  receivedUnlikeDispatched: {
    about: 'counts that differ from the manifest and are not resolved (R12)',
    view: discrepancies,
    exception: () => sql`status = 'open'`,
  },
  serialsOverdue: {
    about: 'items under end-use monitoring handed over with fewer serials than items (R16)',
    view: consignmentLines,
    exception: () => sql`monitored and "handedOver" > serials`,
  },
  movedWithoutConsent: {
    about: "consignments dispatched before a third party's consent (R15)",
    view: consignments,
    exception: () => sql`"dispatchedAt" is not null and cardinality("consentAwaited") > 0`,
  },
  movedUnderHold: {
    about: 'consignments dispatched or handed over under a hold of their donor (R14)',
    view: consignments,
    exception: () => sql`cardinality(breached) > 0`,
  },
  lossReportedLate: {
    about: 'losses recorded over 30 days after they happened',
    view: activity,
    exception: () => sql`type = 'LossReported' and ${late(30)}`,
    counted: (tables) => countedLate(30, sql`type = 'LossReported'`, tables),
  },
  valueWithoutBasis: {
    about: 'imported facts without a basis, a currency or a source (R6, R7)',
    view: breaches,
    exception: () => sql`code in ('NoBasis', 'NoCurrency', 'NoSource')`,
  },
  drawsAboveCeiling: {
    about: 'authorities drawn beyond their ceiling (R3)',
    view: authorities,
    exception: () => sql`drawn > ceiling`,
  },
  pledgeCountedTwice: {
    about: 'pledges that a source has under one id in one release, and that both count (R9, R31)',
    view: pledges,
    exception: (tables) => sql`${COUNTS} and (source, release, "foreignId") in (
      select source, release, "foreignId" from ${tables.visible(pledges)} same where ${COUNTS} group by 1, 2, 3 having count(*) > 1)`,
    counted: (tables) => sql`(select coalesce(sum(times), 0) from (
      select count(*) as times from ${tables.visible(pledges)} behind where ${COUNTS} group by source, release, "foreignId" having count(*) > 1) twice)`,
  },
  allocationAboveCommitment: {
    about: 'pledges with more allocated than committed (R2)',
    view: pledges,
    exception: () => sql`allocated > committed`,
  },
  orphanedOver30Days: {
    about: 'allocations without a pledge to stand on for over 30 days (R11)',
    view: allocations,
    exception: ({ asOf }) => sql`status = 'orphaned' and valid_from < ${asOf}::timestamptz - interval '30 days'`,
  },
  transferWithoutDecision: {
    about: 'tasks agreed to pass on by a forum without a decision of it (R27)',
    view: transfers,
    exception: () => sql`forum is not null and decision is null and agreed is not null`,
  },
  approvedOwnProposal: {
    about: 'corrections approved by whoever proposed them (R33)',
    view: corrections,
    exception: () => sql`"proposedBy" = "approvedBy"`,
  },
  learntOver90DaysLate: {
    about: 'events recorded over 90 days after they happened',
    view: activity,
    exception: () => late(90),
    counted: (tables) => countedLate(90, sql`type is not null`, tables),
  },
  conflictUnresolved: {
    about: 'claims that contradict one another and are not resolved',
    view: conflicts,
    exception: () => sql`status = 'open'`,
  },
  taskWithoutOwner: {
    about: 'tasks that nobody is accountable for (R27)',
    view: tasks,
    exception: () => sql`owner is null`,
  },
};

/** What auditors check: a row each, which passes or counts its exceptions; behind it are the rows that are one. */
export const controls = question<
  ControlsParameters,
  { readonly control: string; readonly exceptions: number },
  { readonly rows: readonly object[] }
>('controls', {
  about: 'What an auditor checks: each control passes, or lists its exceptions.',
  fields: {
    rows: list('A row for each control.', {
      control: oneOf(Object.keys(CONTROLS), 'The name of the control.'),
      about: text('What is an exception to it, with the rule that it checks.'),
      pass: boolean('Whether there is no exception.'),
      exceptions: integer('How many exceptions there are.'),
      explain: EXPLAIN,
    }),
  },
  parameters: ControlsParameters,
  reads: [
    ...[activity, allocations, authorities, breaches, conflicts, consignments, consignmentLines, corrections],
    ...[discrepancies, pledges, tasks, transfers],
  ],
  ask: (_, tables) => {
    const named: readonly Named[] = Object.entries(CONTROLS);
    const apart = named.flatMap(([name, { counted }]) =>
      counted ? [sql`select ${name}::text as control, (${counted(tables)})::int as exceptions`] : [],
    );
    const byView = Map.groupBy(
      named.filter(([, { counted }]) => !counted),
      ([, { view }]) => view,
    );
    return joined([...apart, ...[...byView].map(([view, own]) => countedAtOnce(view, own, tables))], ' union all ');
  },
  answer: (rows) => {
    const found = new Map(rows.map(({ control, exceptions }) => [control, exceptions]));
    return {
      rows: Object.entries(CONTROLS).map(([control, { about }]) => {
        const exceptions = found.get(control) ?? 0;
        return { control, about, pass: exceptions === 0, exceptions, explain: control };
      }),
    };
  },
  explain: (_, label, tables) => {
    const control = Object.hasOwn(CONTROLS, label) ? CONTROLS[label] : undefined;
    return control && { view: control.view, where: control.exception(tables) };
  },
});

type Named = readonly [name: string, control: Control];

/** The exceptions of controls that look at every row of one view, in one look at them all. */
function countedAtOnce(view: AnyView, controls: readonly Named[], tables: Tables): Sql {
  const counts = controls.map(
    ([name, { exception }]) => sql`count(*) filter (where ${exception(tables)}) as ${quoted(name)}`,
  );
  const named = controls.map(([name]) => sql`(${name}::text, ${quoted(name)}::int)`);
  return sql`select control, exceptions from (select ${joined(counts, ', ')} from ${tables.visible(view)} behind) counted
    cross join lateral (values ${joined(named, ', ')}) each (control, exceptions)`;
}
