import { NotThisFormat, type Plan, type PlannedCommand, type Reading, type Reject } from '../plan.js';
import { pacing } from '../pace.js';
import { readTable, type Table, type TableRow } from '../table.js';
import type { Intention } from '../words.js';
import { ROW_NUMBER } from './columns.js';
import { commandIdFor, midnight, rowsOf, SOURCE } from './naming.js';

/** What a sheet beside the main data says: statements, each with its rows, and rows that cannot be read. */
export interface Sheet {
  readonly said: readonly Statement[];
  readonly rejects: readonly Reject[];
}

/** A command of a day before it is addressed; `home` are the rows that it and no other brings into the log. */
export interface Statement {
  readonly intent: Intention;
  readonly day: string;
  readonly target: string;
  readonly from: readonly TableRow[];
  readonly home: readonly TableRow[];
}

/** The id of a sheet of a release, and of what it publishes. */
export function sheetId(name: string, release: string): string {
  return `${SOURCE}-${name}-${release}`;
}

/** Plans a sheet that the tracker publishes beside its main data, one statement after the other. */
export async function planSheet(
  file: Uint8Array,
  {
    name,
    columns = [],
    nameless = false,
    reading,
  }: { name: string; columns?: readonly string[]; nameless?: boolean; reading: Reading },
  read: (rows: readonly TableRow[]) => Sheet,
): Promise<Plan> {
  const table = await readTable(file, { columns, numbers: ROW_NUMBER, pace: pacing(), nameless });
  const { said, rejects } = read(table.rows);
  if (said.length === 0) throw new NotThisFormat('The sheet says nothing that can be read.');
  const { release } = reading;
  return {
    source: `${SOURCE}-${name}`,
    release,
    importId: sheetId(name, release),
    rows: table.rows.length + table.rejects.length,
    first: [],
    lanes: [said.map((one) => planned(one, release))],
    breaches: [],
    rejects: [...table.rejects, ...rejects].toSorted((a, b) => a.row - b.row),
    contentOf: contentsOf(table),
  };
}

function planned({ intent, day, target, from, home }: Statement, release: string): PlannedCommand {
  return {
    commandId: commandIdFor(release, intent.type, target, from),
    intent,
    occurredAt: midnight(day),
    rows: rowsOf(home),
    row: (home[0] ?? from[0])?.row ?? 0,
  };
}

/** What each row of a table says, by column, without what is empty. */
export function contentsOf({ rows }: Table): Plan['contentOf'] {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return (row) =>
    Object.fromEntries(
      Object.entries(byRow.get(row)?.cells() ?? {}).filter(([, cell]) => !/^[\s\u00a0.]*$/.test(cell)),
    );
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** The first day that a text names as in `October 6, 2022`. */
export function dayIn(text: string): string | undefined {
  const [, month = '', day = '', year = ''] = /([A-Z][a-z]+) (\d{1,2}), (20\d\d)/.exec(text) ?? [];
  const at = MONTHS.indexOf(month) + 1;
  if (at === 0) return undefined;
  return [year, String(at).padStart(2, '0'), day.padStart(2, '0')].join('-');
}
