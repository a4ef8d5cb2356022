import { IsIn } from 'class-validator';
import type { Priority } from '#domain';
import {
  among,
  integer,
  list,
  measuredIn,
  oneOf,
  optional,
  orNull,
  quantity,
  question,
  sql,
  text,
  type Sql,
  type Tables,
} from '#eventsourcing';
import { EXPLAIN } from './answered.js';
import { AnyOf, Capabilities, Parties } from './asked.js';
import { capabilitiesIn, ensureCapabilities, ofCapabilities } from './narrowing.js';
import { requirementLines } from './requirement-lines.js';
import { requirements } from './requirements.js';

const GROUPINGS = ['category', 'item', 'priority', 'recipient'] as const;
const MEASURES = ['required', 'validated', 'matched', 'uncovered'] as const;

const PRIORITIES: readonly Priority[] = ['critical', 'high', 'medium', 'low'];

/** What a requirement can stand at while it asks for something. */
const STATUSES = ['submitted', 'validated'] as const;

/** What coverage is asked by: of some lines or all. */
export class CoverageParameters {
  @IsIn(GROUPINGS, { message: `by must be one of ${GROUPINGS.join(', ')}` })
  by!: (typeof GROUPINGS)[number];
  @Capabilities('capability')
  capability?: readonly string[];
  @Parties('recipient', 'UKR')
  recipient?: readonly string[];
  @AnyOf('priority', PRIORITIES)
  priority?: readonly string[];
  @AnyOf('status', STATUSES)
  status?: readonly string[];
}

type Quantities = Readonly<Record<(typeof MEASURES)[number], string>>;
type CoverageRow = Partial<Quantities> & {
  readonly label: string | null;
  readonly unit: string | null;
  readonly lines: number | null;
} & {
  readonly capabilities: readonly string[] | null;
};

/** What a line contributes to each quantity; nothing is validated where nobody has said so. */
const QUANTITIES: Readonly<Record<(typeof MEASURES)[number], Sql>> = {
  required: sql`required`,
  validated: sql`coalesce(validated, 0)`,
  matched: sql`matched`,
  uncovered: sql`greatest(coalesce(validated, required) - matched, 0)`,
};

/**
 * How far what is needed is matched: quantities of the lines of requirements that stand, by one grouping and unit, for quantities of
 * different units are never added. `uncovered` is what is validated, or required where nothing is said of that yet, and not matched.
 */
export const coverage = question<CoverageParameters, CoverageRow, { readonly rows: readonly object[] }>('coverage', {
  about: 'What is required, validated, matched and still uncovered, by category, item, priority or recipient.',
  fields: {
    rows: list('Four figures for each label of the grouping and each unit.', {
      category: optional(orNull(text('The capability that is needed, where that is asked by.'))),
      item: optional(text('The item that is needed, where that is asked by.')),
      priority: optional(oneOf(PRIORITIES, 'How urgent it is, where that is asked by.')),
      recipient: optional(text('Who needs it, where that is asked by.', 'party')),
      unit: orNull(text('What the quantity is counted in.')),
      measure: oneOf(
        MEASURES,
        'Which figure it is: what is required, what of it is validated, what is matched, or what is still uncovered.',
      ),
      quantity: measuredIn('`unit`', quantity('How much it is.')),
      lines: integer('How many lines of requirements it is of.'),
      explain: EXPLAIN,
    }),
  },
  parameters: CoverageParameters,
  reads: [requirements, requirementLines],
  ask: (parameters, tables) => sql`
    select behind.*, capabilities from (select ${capabilitiesTold(parameters, tables)} as capabilities) told left join (
    select ${labelOf(parameters.by, tables)} as label, unit, count(*)::int as lines, sum(${QUANTITIES.required})::text as required,
      sum(${QUANTITIES.validated})::text as validated, sum(${QUANTITIES.matched})::text as matched,
      sum(${QUANTITIES.uncovered})::text as uncovered
    from ${tables.visible(requirementLines)} behind where ${chosen(parameters, tables)} group by 1, 2) behind on true
    order by label nulls last, unit nulls last`,
  answer: (rows, { by, capability }) => {
    ensureCapabilities(capability, rows[0]?.capabilities ?? null);
    return { rows: rows.flatMap((row) => figuresOf(row, by)) };
  },
  explain: (parameters, asked, tables) => {
    const figure = figureOf(asked);
    return (
      figure && {
        view: requirementLines,
        where: sql`${chosen(parameters, tables)} and ${labelOf(parameters.by, tables)} is not distinct from ${figure.label}::text
          and unit is not distinct from ${figure.unit}::text`,
        adds: QUANTITIES[figure.measure],
      }
    );
  },
});

/** The condition on a line of a requirement that the requirement still asks for it. */
export function standing(tables: Tables): Sql {
  return sql`requirement in (select key from ${tables.visible(requirements)} r where status in ('submitted', 'validated')) and required > 0`;
}

/** The condition on lines that stand, of these capabilities, recipients, priorities and statuses. */
function chosen({ capability, recipient, priority, status }: CoverageParameters, tables: Tables): Sql {
  const of = sql`select key from ${tables.visible(requirements)} r where ${among(sql`priority`, priority)} and ${among(sql`status`, status)}`;
  return sql`${standing(tables)} and ${among(sql`recipient`, recipient)} and ${capability ? ofCapabilities(capability) : sql`true`}
    and ${(priority ?? status) ? sql`requirement in (${of})` : sql`true`}`;
}

/** SQL of the capabilities that are needed, where some were asked for. */
function capabilitiesTold({ capability }: CoverageParameters, tables: Tables): Sql {
  return capability ? capabilitiesIn(tables.visible(requirementLines)) : sql`null::text[]`;
}

/** The quantities of a label and a unit; none where there are no lines. */
function figuresOf({ label, unit, lines, ...row }: CoverageRow, by: CoverageParameters['by']): readonly object[] {
  if (lines === null) return [];
  return MEASURES.map((measure) => ({
    ...{ [by]: label, unit, measure, quantity: row[measure], lines },
    explain: JSON.stringify([measure, label, unit]),
  }));
}

function labelOf(by: CoverageParameters['by'], tables: Tables): Sql {
  return by === 'priority'
    ? sql`(select priority from ${tables.visible(requirements)} r where r.key = behind.requirement)`
    : { category: sql`category`, item: sql`item`, recipient: sql`recipient` }[by];
}

/** The figure that a label names; a label is as JSON, for items may be named in any words. */
function figureOf(asked: string) {
  try {
    const parts = JSON.parse(asked) as unknown;
    if (!Array.isArray(parts) || parts.length !== 3) return undefined;
    const [measure, label, unit] = parts as readonly unknown[];
    const known = MEASURES.find((one) => one === measure);
    return known && textual(label) && textual(unit) ? { measure: known, label, unit } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textual(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
