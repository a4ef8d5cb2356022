import type { Sql } from '#eventsourcing';

/** How many rows a table has at least, of which nothing is known yet, before that matters: as PostgreSQL itself has it. */
const FIRST = 50;

/** How worn a table is, by the rule that PostgreSQL's own cleaning goes by: a fifth of its rows, and some more. */
export class Wear {
  private rows = 0;
  private added = 0;
  private ended = 0;

  constructor(readonly table: Sql) {}

  /** Notes rows that were written for the first time, and rows that were written again. */
  note(added: number, ended: number): void {
    this.added += added;
    this.ended += ended;
  }

  /** Whether it is due, and for what: `ended` rows to be let go of, or only many new ones to be known of; it counts as done then. */
  take(): 'vacuum' | 'analyze' | undefined {
    const most = this.rows === 0 ? FIRST : 5_000 + this.rows / 5;
    if (this.added + this.ended <= most) return undefined;
    const due = this.ended > most ? 'vacuum' : 'analyze';
    this.rows += this.added;
    this.added = 0;
    if (due === 'vacuum') this.ended = 0;
    return due;
  }
}
