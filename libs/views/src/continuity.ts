import { IsOptional, Matches } from 'class-validator';
import {
  joined,
  list,
  oneOf,
  optional,
  orNull,
  question,
  sql,
  text,
  type AnyView,
  type Sql,
  type Tables,
} from '#eventsourcing';
import { EXPLAIN } from './answered.js';
import { chair } from './chair.js';
import { consignments } from './consignments.js';
import { decisions } from './decisions.js';
import { meetings } from './meetings.js';
import { requirementLines } from './requirement-lines.js';
import { matches } from './matches.js';
import { requirements } from './requirements.js';
import { taskContributions } from './task-contributions.js';
import { tasks } from './tasks.js';

/** What continuity is asked by: `without` is the party whose falling away is asked about. */
export class ContinuityParameters {
  @IsOptional()
  @Matches(/^[A-Z]{2,5}$/, { message: 'without must be the code of a party such as USA' })
  without?: string;
}

type FindingRow = {
  readonly finding: string;
  readonly key: string;
  readonly what: string;
  readonly waitsFor: string | null;
};

/** One way in which the common work can stop: the rows of a view that are so, told in words. */
interface Finding {
  readonly view: AnyView;
  readonly where: (tables: Tables) => Sql;
  /** SQL of what it is in words, and of what it waits for. */
  readonly what: Sql;
  readonly waitsFor: Sql;
}

/** What already waits, whoever stays. */
const WAITING: Readonly<Record<string, Finding>> = {
  vacantChair: {
    view: chair,
    where: () => sql`status = 'vacant'`,
    what: sql`key`,
    waitsFor: sql`'a chair'`,
  },
  tentativeMeeting: {
    view: meetings,
    where: () => sql`status = 'scheduled' and tentative`,
    what: sql`coalesce("on", key)`,
    waitsFor: sql`'a chair'`,
  },
  taskWithoutOwner: {
    view: tasks,
    where: () => sql`owner is null`,
    what: sql`title`,
    waitsFor: sql`'an owner'`,
  },
  taskInLimbo: {
    view: tasks,
    where: () => sql`limbo and owner is not null`,
    what: sql`title`,
    waitsFor: sql`case when cardinality("waitsFor") = 0 then 'the transfer to ' || "to" else array_to_string("waitsFor", ', ') end`,
  },
  silenceDue: {
    view: decisions,
    where: ({ asOf }) => sql`status = 'silence' and deadline <= ${asOf}::timestamptz`,
    what: sql`text`,
    waitsFor: sql`'its conclusion'`,
  },
  consignmentHeld: {
    view: consignments,
    where: () => sql`held and status in ('planned', 'ready', 'dispatched', 'atHub')`,
    what: sql`donor || ': ' || array_to_string(items, ', ')`,
    waitsFor: sql`'the end of ' || array_to_string("heldBy", ', ')`,
  },
  uncoveredLine: {
    view: requirementLines,
    where: (tables) => sql`matched < validated
      and requirement in (select key from ${tables.visible(requirements)} r where status = 'validated')`,
    what: sql`requirement || ': ' || item`,
    waitsFor: sql`(validated - matched)::text`,
  },
};

/** What would stop without a party. */
function stopping(party: string): Readonly<Record<string, Finding>> {
  return {
    chairHeld: {
      view: chair,
      where: () => sql`status = 'held' and parties = array[${party}::text]`,
      what: sql`key`,
      waitsFor: sql`'another chair'`,
    },
    taskOwned: {
      view: tasks,
      where: () => sql`owner = ${party}::text`,
      what: sql`title`,
      waitsFor: sql`case when transferable or waived then 'another owner' else 'nobody: it is not transferable' end`,
    },
    taskContribution: {
      view: taskContributions,
      where: () => sql`party = ${party}::text`,
      what: sql`task || ': ' || what`,
      waitsFor: sql`'another contributor'`,
    },
    consignmentInMotion: {
      view: consignments,
      where: () => sql`donor = ${party}::text and status in ('planned', 'ready', 'dispatched', 'atHub')`,
      what: sql`array_to_string(items, ', ')`,
      waitsFor: sql`case status when 'atHub' then 'its hand-over' else 'its way' end`,
    },
    matchGiven: {
      view: matches,
      where: () => sql`donor = ${party}::text and status in ('proposed', 'accepted', 'made')`,
      what: sql`requirement`,
      waitsFor: sql`'another donor'`,
    },
  };
}

/** What is found without a party to ask about, and with one. */
const FINDINGS = [...Object.keys(WAITING), ...Object.keys(stopping(''))];

/** What waits for a chair, an owner or a conclusion; with `without`, also what would stop if that party fell away. A finding is a row of its view. */
export const continuity = question<ContinuityParameters, FindingRow, { readonly rows: readonly object[] }>(
  'continuity',
  {
    about:
      'What waits for a vacant chair, an owner or a transfer, which needs are uncovered, and what stops without a party.',
    fields: {
      without: optional(text('The party whose falling away is asked about.', 'party')),
      rows: list('A row for each thing that waits, or would stop.', {
        finding: oneOf(FINDINGS, 'In which way the common work can stop.'),
        key: text('The key of its row in the view that it stands in.'),
        what: orNull(text('What waits, in words.')),
        waitsFor: orNull(text('What it waits for.')),
        explain: EXPLAIN,
      }),
    },
    parameters: ContinuityParameters,
    reads: [
      chair,
      consignments,
      meetings,
      tasks,
      decisions,
      requirementLines,
      requirements,
      taskContributions,
      matches,
    ],
    ask: (parameters, tables) =>
      sql`select * from (${joined(
        Object.entries(findingsOf(parameters)).map(
          ([name, { view, where, what, waitsFor }], order) =>
            sql`select ${String(order)}::int as place, ${name}::text as finding, key, ${what} as what, ${waitsFor} as "waitsFor"
            from ${tables.visible(view)} behind where ${where(tables)}`,
        ),
        ' union all ',
      )}) findings order by place, key`,
    answer: (rows, { without }) => ({
      ...(without !== undefined && { without }),
      rows: rows.map(({ finding, key, what, waitsFor }) => ({
        finding,
        key,
        what,
        waitsFor,
        explain: `${finding}/${key}`,
      })),
    }),
    explain: (parameters, label, tables) => {
      const [name = '', ...key] = label.split('/');
      const findings = findingsOf(parameters);
      const finding = Object.hasOwn(findings, name) ? findings[name] : undefined;
      return finding && { view: finding.view, where: sql`key = ${key.join('/')} and ${finding.where(tables)}` };
    },
  },
);

function findingsOf({ without }: ContinuityParameters): Readonly<Record<string, Finding>> {
  return { ...WAITING, ...(without !== undefined && stopping(without)) };
}
