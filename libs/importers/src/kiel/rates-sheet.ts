import { NotThisFormat, type Importer, type Reading } from '../plan.js';
import type { TableRow } from '../table.js';
import { readNumber } from './number.js';
import { dayIn, planSheet, sheetId, type Sheet } from './sheet.js';

const NAME = 'rates';
const CODE = /^[A-Z]{3}$/;

/** The exchange rates that a release of the tracker publishes beside its main data: columns without names, of codes and of rates for one euro. */
export const kielRates: Importer = {
  about: 'The exchange rates that the tracker publishes beside a release of its main data: they become a set of rates.',
  plan: (file, reading) => planSheet(file, { name: NAME, reading }, (rows) => ratesIn(rows, reading)),
};

function ratesIn(rows: readonly TableRow[], { release, on }: Reading): Sheet {
  const source = rows.map(sourceIn).find((text) => text !== undefined);
  const day = dayIn(source ?? '') ?? on;
  if (source === undefined) throw new NotThisFormat('No row says what the source of the rates is.');
  if (day === undefined) throw new NotThisFormat('No row says of which day the rates are; say it with on.');
  const base = rows.map(baseIn).find((code) => code !== undefined);
  if (base === undefined)
    throw new NotThisFormat('No row says for one of which currency the rates are, such as 1 EUR.');
  const read = rows.map((row) => ({ row, currency: row.at(2), rate: readNumber(row.at(3)) }));
  const listed = read.filter(({ currency }) => CODE.test(currency));
  const rates = listed.flatMap(({ currency, rate: { decimal } }) =>
    decimal === undefined ? [] : [{ currency, rate: decimal }],
  );
  const ratesId = sheetId(NAME, release);
  const rejects = read.filter(({ row, currency, rate }) =>
    CODE.test(currency) ? rate.decimal === undefined : sourceIn(row) === undefined && baseIn(row) === undefined,
  );
  const home = rows.filter((row) => !rejects.some((reject) => reject.row === row));
  const data = { ratesId, base, on: day, rates, source };
  return {
    said: [{ intent: { type: 'PublishRates', data }, day, target: ratesId, from: home, home }],
    rejects: rejects.map(({ row, currency, rate }) => ({
      ...{ row: row.row, column: CODE.test(currency) ? '3' : '2', value: CODE.test(currency) ? row.at(3) : currency },
      reason: CODE.test(currency) ? (rate.wrong ?? 'is no rate') : 'is no currency code',
    })),
  };
}

function sourceIn(row: TableRow): string | undefined {
  return /^Source: *(.+)$/s.exec(row.at(2))?.[1];
}

function baseIn(row: TableRow): string | undefined {
  return row.at(2) === 'Currency' ? /^1 ([A-Z]{3})$/.exec(row.at(3))?.[1] : undefined;
}
