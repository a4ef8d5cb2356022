import type { Codes } from '#eventsourcing';
import type { Column, Table } from './export.js';
import { nameOf } from './code-names.js';
import { mapped } from './export.js';

/**
 * A table with names beside its codes: after a column of codes comes one of names, such as `donorName` after `donor`. A code without
 * a name has an empty cell there; of a list of codes there is a list with a name, or the code itself, for each.
 */
export function named({ name, columns, batches }: Table): Table {
  const places = columns.flatMap((column, from) => {
    const { codes } = column;
    return codes === undefined
      ? [{ column, from }]
      : [
          { column, from },
          { column: nameColumn(column), from, codes },
        ];
  });
  const cells = (row: readonly unknown[]) =>
    places.map(({ from, codes }) => (codes === undefined ? row[from] : nameFor(codes, row[from])));
  return {
    name,
    columns: places.map(({ column }) => column),
    batches: () => mapped(batches(), (rows) => rows.map(cells)),
  };
}

/** The column of names beside a column of codes. */
function nameColumn({ name, kind }: Column): Column {
  return { name: `${name}Name`, kind, about: `What ${name} is called.` };
}

function nameFor(codes: Codes, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((code: unknown) => nameFor(codes, code) ?? code);
  return typeof value === 'string' ? (nameOf(codes, value) ?? null) : null;
}
