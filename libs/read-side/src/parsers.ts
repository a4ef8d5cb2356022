import { types } from 'pg';

const { builtins } = types;

type Parser = (text: string) => unknown;

// The declarations of pg-types are of a later version, in which this is a function.
const { create } = types.arrayParser as unknown as {
  create: (text: string, parse: Parser) => { parse: () => unknown[] };
};

const asText: Parser = (text) => text;
const asBytes: Parser = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
const asJson: Parser = (text) => JSON.parse(text) as unknown;

/** Each type with that of its arrays, by their ids in the catalogue of PostgreSQL. */
const TYPES: readonly (readonly [type: number, arrays: number, parse: Parser])[] = [
  [builtins.BOOL, 1000, (text) => text === 't'],
  [builtins.BYTEA, 1001, asBytes],
  [builtins.INT2, 1005, Number],
  [builtins.INT4, 1007, Number],
  [builtins.OID, 1028, Number],
  [builtins.FLOAT4, 1021, Number],
  [builtins.FLOAT8, 1022, Number],
  [builtins.INT8, 1016, asText],
  [builtins.NUMERIC, 1231, asText],
  [builtins.TEXT, 1009, asText],
  [builtins.VARCHAR, 1015, asText],
  [builtins.DATE, 1182, asText],
  [builtins.TIMESTAMP, 1115, asText],
  [builtins.TIMESTAMPTZ, 1185, asText],
  [builtins.JSON, 199, asJson],
  [builtins.JSONB, 3807, asJson],
];

/**
 * How values come out of PostgreSQL, whichever way it is reached: int8, decimals, dates and times as text, small numbers as numbers, bytes
 * as Uint8Array, JSON parsed; of any type that is not here, text.
 */
export const PARSERS: ReadonlyMap<number, Parser> = new Map(TYPES.map(([type, , parse]) => [type, parse]));

/** How lists of such values come out. */
export const ARRAY_PARSERS: ReadonlyMap<number, Parser> = new Map(
  TYPES.map(([, arrays, parse]) => [arrays, (text) => create(text, parse).parse()]),
);
