import type { Codes, ColumnKind } from '#eventsourcing';

/** A column of a table that is sent as a file. */
export interface Column {
  readonly name: string;
  /** What it holds; where it is not known, each value is what it looks like. */
  readonly kind?: ColumnKind | undefined;
  /** What it is measured in, as it stands after "in". */
  readonly unit?: string | undefined;
  /** One sentence for who reads the file. */
  readonly about?: string | undefined;
  /** What its values are codes of, where they are. */
  readonly codes?: Codes | undefined;
}

/** What a column holds, in words; `undefined` where that is not known. */
export function holds({ kind, unit }: Pick<Column, 'kind' | 'unit'>): string | undefined {
  return kind !== undefined && unit !== undefined ? `${kind} in ${unit}` : kind;
}

/** A table; its rows come a batch at a time, as they are asked for, each row with a value for every column. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly batches: () => AsyncIterable<readonly (readonly unknown[])[]>;
}

/** What is sent as a file: `about` is what its reader has to know, the tables, and the same as JSON, a value for each line. */
export interface Export {
  /** The name of the file without its ending. */
  readonly name: string;
  readonly about: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly Table[];
  /** Whether it is made of parts, so that in one table each row says of which it is. */
  readonly inParts: boolean;
  readonly lines: () => AsyncIterable<readonly object[]>;
}

/** What is there already, as what comes a batch at a time. */
export async function* once<T>(batch: T): AsyncGenerator<T> {
  yield batch;
}

/** Each batch made into another. */
export async function* mapped<From, To>(from: AsyncIterable<From>, map: (batch: From) => To): AsyncGenerator<To> {
  for await (const batch of from) yield map(batch);
}
