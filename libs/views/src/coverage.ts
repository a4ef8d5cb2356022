import { IsIn } from 'class-validator';
import { question, sql, type Sql, type Tables } from '#eventsourcing';
import { requirementLines } from './requirement-lines.js';
import { requirements } from './requirements.js';

const GROUPINGS = ['category', 'item', 'priority', 'recipient'] as const;
const MEASURES = ['required', 'validated', 'matched', 'uncovered'] as const;

/** What coverage is asked by. */
export class CoverageParameters {
  @IsIn(GROUPINGS, { message: `by must be one of ${GROUPINGS.join(', ')}` })
  by!: (typeof GROUPINGS)[number];
}

type Quantities = Readonly<Record<(typeof MEASURES)[number], string>>;
type CoverageRow = Quantities & { readonly label: string | null; readonly unit: string | null; readonly lines: number };

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
  parameters: CoverageParameters,
  reads: [requirements, requirementLines],
  ask: ({ by }, tables) => sql`
    select ${labelOf(by, tables)} as label, unit, count(*)::int as lines, sum(${QUANTITIES.required})::text as required,
      sum(${QUANTITIES.validated})::text as validated, sum(${QUANTITIES.matched})::text as matched,
      sum(${QUANTITIES.uncovered})::text as uncovered
    from ${tables.visible(requirementLines)} behind where ${standing(tables)} group by 1, 2 order by 1 nulls last, 2 nulls last`,
  answer: (rows, { by }) => ({
    rows: rows.flatMap((row) =>
      MEASURES.map((measure) => ({
        [by]: row.label,
        unit: row.unit,
        measure,
        quantity: row[measure],
        lines: row.lines,
        explain: JSON.stringify([measure, row.label, row.unit]),
      })),
    ),
  }),
  explain: ({ by }, asked, tables) => {
    const figure = figureOf(asked);
    return (
      figure && {
        view: requirementLines,
        where: sql`${standing(tables)} and ${labelOf(by, tables)} is not distinct from ${figure.label}::text
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
