import type { Breach, RecordBreach } from '#domain';
import type { Event, Rejection } from '#eventsourcing';
import type { FoundBreach, Plan, PlannedCommand } from '#importers';

type Fact = { readonly name: string; readonly value: string };

/** A breach that is to be recorded, and the rows whose only place in the log it is. */
export interface Noted {
  readonly breach: Omit<RecordBreach, 'importId' | 'facts'> & { readonly facts: readonly Fact[] };
  readonly rows: PlannedCommand['rows'];
}

const LONGEST_FACT = 500;
const LONGEST_DETAIL = 2000;
const MOST_FACTS = 50;

/** The breaches that the events of a command carry. */
export function breachesOf(planned: PlannedCommand, events: readonly Event[], stream: string): Noted[] {
  const breaches = events.flatMap(({ data }) => ('breaches' in data ? (data.breaches as readonly Breach[]) : []));
  return breaches.map(({ rule, code, facts }) => ({
    breach: {
      ...{ row: planned.row, rule, code, facts: factsOf(facts), stream },
      detail: detailOf(`A live ${planned.intent.type} that says this is refused with ${code}`, planned),
    },
    rows: [],
  }));
}

/** A command that the law refuses even of the past: its rows are kept here whole, for they are nowhere else. */
export function refusalsOf(planned: PlannedCommand, { code, facts }: Rejection, plan: Plan): Noted[] {
  const { intent, rows } = planned;
  const stream = streamNamed(planned);
  const kept = rows.length > 0 ? rows.map((row) => [row]) : [[]];
  return kept.map((one) => {
    const row = one[0]?.row ?? planned.row;
    const content = chunks(JSON.stringify(plan.contentOf(row))).map((value, at) => ({
      name: `content${at + 1}`,
      value,
    }));
    return {
      breach: {
        ...{ row, rule: 'R31', code, facts: [...factsOf(facts), ...content].slice(0, MOST_FACTS), stream },
        detail: detailOf(`${intent.type} was refused with ${code}, and the row is kept here`, planned),
      },
      rows: one,
    };
  });
}

/** Found or noted, as they are recorded: in the order of the rows, each of a row, code and stream once, for all rows that any of these is the place of. */
export function inRowOrder(all: readonly (FoundBreach | Noted)[]): readonly Noted[] {
  const noted = all.map((one) => ('breach' in one ? one : { breach: { ...one, facts: factsOf(one.facts) }, rows: [] }));
  const marks = new Map<string, Noted>();
  for (const one of noted) {
    const { row, code, stream } = one.breach;
    const mark = `${String(row).padStart(10, '0')} ${stream} ${code}`;
    const before = marks.get(mark);
    marks.set(mark, before ? { ...before, rows: [...before.rows, ...one.rows] } : one);
  }
  return [...marks].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function streamNamed({ intent: { data } }: PlannedCommand): string {
  if ('pledgeId' in data) return `pledge-${data.pledgeId}`;
  if ('subject' in data) return `claim-${data.subject}`;
  return 'pricesId' in data ? `prices-${data.pricesId}` : `rates-${data.ratesId}`;
}

function detailOf(text: string, { remark }: PlannedCommand): string {
  return `${remark === undefined ? text : `${text}; ${remark}`}.`.slice(0, LONGEST_DETAIL);
}

function factsOf(facts: Readonly<Record<string, unknown>>): Fact[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === null || value === ''
      ? []
      : [{ name, value: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST_FACT) }],
  );
}

function chunks(text: string): string[] {
  return text.match(new RegExp(`[^]{1,${LONGEST_FACT}}`, 'gu')) ?? [];
}
