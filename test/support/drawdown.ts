import { rowsOf, textOf, type Cells } from './real-data.js';

const MEMORANDA = 'us/us_ukraine_drawdown_memoranda.csv';
const TRACKER = 'kiel/kiel_r18_main_data.csv';
const CORRECTIONS = 'kiel/kiel_r07_updates_and_corrections.csv';

/** The files that the figures of the drawdown come from. */
export const drawdownFiles = [MEMORANDA, TRACKER, CORRECTIONS];

/** A presidential memorandum: the drawdown that it directs, and what it waives the law's limits for (614(a)(1)), in whole dollars. */
export interface Memorandum {
  readonly day: string;
  readonly drawdown: number;
  readonly waiver: number;
}

/** A package as the tracker names it, in whole dollars. */
export interface Package {
  readonly id: string;
  readonly day: string;
  readonly amount: number;
}

/** The memoranda that direct a drawdown under 506(a)(1), by the fiscal year they fall in, which begins in October. */
export function memorandaOf(year: number): readonly Memorandum[] {
  return rowsOf(MEMORANDA)
    .map((row) => ({
      day: cell(row, 'memo_date'),
      drawdown: Number(row.drawdown_506a1_usd),
      waiver: Number(row.waiver_614a1_usd),
    }))
    .filter(({ day, drawdown }) => drawdown > 0 && yearOf(day) === year)
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

/** The drawdowns that the tracker lists under one of its activities: the first row of each package holds its amount. */
export function packagesOf(activity: string): readonly Package[] {
  const rows = rowsOf(TRACKER).filter((row) => row.ID === activity && Number(row['Allocated Total']) > 0);
  return rows
    .map((row) => ({
      id: cell(row, 'Allocation ID'),
      day: cell(row, 'Announcement Date'),
      amount: Number(row['Allocated Total']),
    }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

/** What an activity of the tracker is committed to, in whole dollars. */
export function committedTo(activity: string): number {
  return rowsOf(TRACKER)
    .filter((row) => row.ID === activity && row['Type of donation'] === 'Commitment')
    .reduce((sum, row) => sum + Number(row.Total), 0);
}

/** What the tracker's log of corrections says of fiscal year 2022: the ceiling, what lies before its own time, what was used and what lapsed, in whole dollars. */
export function correctionsOf2022() {
  const text = textOf(CORRECTIONS);
  const said = (pattern: RegExp, unit: number) => Math.round(Number(pattern.exec(text)?.[1]) * unit);
  return {
    ceiling: said(/value of USD ([\d.]+) bn for FY22/, 1e9),
    before: said(/USD ([\d.]+) million was announced in Dec 2021/, 1e6),
    used: said(/utilised drawdowns worth USD ([\d.]+) billion/, 1e9),
    lapsed: said(/remaining USD ([\d.]+) billion cannot be accessed/, 1e9),
  };
}

function cell(row: Cells, column: string): string {
  return row[column] ?? '';
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= 10 ? 1 : 0);
}
