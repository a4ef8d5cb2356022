import { IsIn, IsOptional } from 'class-validator';
import {
  integer,
  json,
  list,
  money,
  oneOf,
  optional,
  orNull,
  quoted,
  question,
  sql,
  text,
  textArray,
  timestamp,
  view,
  type Row,
} from '#eventsourcing';
import type { PledgeAllocated, PledgeCommitted, PledgeMade, PledgeWithdrawn } from '#domain';

interface PledgeRow extends Row {
  donor: string;
  title: string;
  status: string;
  made: string | null;
  committed: string | null;
  sources: readonly string[];
  since: string;
  years: readonly number[] | null;
  changes: number;
}

const changed = (row: PledgeRow | undefined, change: Partial<PledgeRow>) =>
  row && { ...row, ...change, changes: row.changes + 1 };

/** Pledges, in every kind of column. */
export const pledges = view<PledgeRow, PledgeMade | PledgeCommitted | PledgeWithdrawn>('pledges', {
  columns: {
    donor: text(),
    title: text(),
    status: text(),
    made: money(),
    committed: money(),
    sources: textArray(),
    since: timestamp(),
    years: json(),
    changes: integer(),
  },
  key: ({ data }) => data.pledgeId,
  on: {
    PledgeMade: (_, { data, occurredAt }) => ({
      donor: data.donor,
      title: data.title,
      status: 'made',
      made: data.amount?.amount ?? null,
      committed: null,
      sources: data.claims.map(({ source }) => source),
      since: occurredAt,
      years: data.years ?? null,
      changes: 0,
    }),
    PledgeCommitted: (row, { data }) => changed(row, { status: 'committed', committed: data.to.amount ?? null }),
    PledgeWithdrawn: () => undefined,
  },
});

/** Allocations, whose keys have a slash. */
export const allocations = view<{ pledge: string }, PledgeAllocated>('allocations', {
  columns: { pledge: text() },
  key: ({ data }) => `${data.pledgeId}/${data.allocationId}`,
  on: { PledgeAllocated: (_, { data }) => ({ pledge: data.pledgeId }) },
});

/** A view that stops at a pledge entitled BREAK. */
export const brittle = view<{ title: string }, PledgeMade>('brittle', {
  columns: { title: text() },
  key: ({ data }) => data.pledgeId,
  on: {
    PledgeMade: (_, { data }) => {
      if (data.title === 'BREAK') throw new Error('secret of the inside');
      return { title: data.title };
    },
  },
});

class PledgedParameters {
  @IsIn(['donor', 'status']) by!: 'donor' | 'status';
  @IsOptional() @IsIn(['made', 'committed']) measure?: 'made' | 'committed';
}

/** What was made or committed, in sum. */
export const pledged = question<PledgedParameters, Row, object>('pledged', {
  about: 'What is pledged.',
  fields: {
    measure: oneOf(['made', 'committed'], 'What the sums are of.'),
    rows: list('A row for each label.', {
      donor: optional(text('The party that gives it.')),
      status: optional(text('made, committed or withdrawn.')),
      amount: orNull(money('What it comes to.')),
      explain: text('The address of what it is made of.'),
    }),
  },
  parameters: PledgedParameters,
  reads: [pledges],
  ask: ({ by, measure = 'made' }, tables) =>
    sql`select ${quoted(by)} as label, sum(${quoted(measure)}) as amount from ${tables.visible(pledges)} p group by 1 order by 1`,
  answer: (rows, { by, measure = 'made' }) => ({
    measure,
    rows: rows.map(({ label, amount }) => ({ [by]: label, amount, explain: label })),
  }),
  explain: ({ by }, label) => ({ view: pledges, where: sql`${quoted(by)} = ${label}`, adds: sql`made` }),
});
