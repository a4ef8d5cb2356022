import type { Row, Sql } from '#eventsourcing';
import type { Wear } from './wear.js';

/** Runs one statement and answers its rows: int8, decimals and times as text, JSON parsed. */
export type Run = (statement: Sql) => Promise<readonly Row[]>;

/** A PostgreSQL database, whichever way it is reached. */
export interface Database {
  readonly run: Run;
  /**
   * All or nothing, and nothing of others in between. `beside` reads without waiting for what `run` is writing, where the database can do two
   * things at a time; whether it sees what `run` wrote is not said.
   */
  transaction<T>(work: (run: Run, beside: Run) => Promise<T>): Promise<T>;
  /** Does what a server does by itself in the background; to be called every now and then, outside of transactions. */
  tidy(tables: readonly Wear[]): Promise<void>;
  /** Learns what tables are like that grew much, where nothing else would before they are asked; to be called once nobody is behind. */
  settle(tables: readonly Wear[]): Promise<void>;
  close(): Promise<void>;
}

/** A list of values as the text of a PostgreSQL array, for `unnest`. */
export function arrayOf(values: readonly unknown[]): string {
  return `{${values.map(element).join(',')}}`;
}

const SPECIAL = /["\\]/;

function element(value: unknown): string {
  if (typeof value === 'string') return `"${SPECIAL.test(value) ? value.replaceAll(/["\\]/g, '\\$&') : value}"`;
  return typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'NULL';
}

/** Whether a statement was refused because there is no such table, or no such schema. */
export function isGone(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === '42P01' || code === '3F000';
}
