/** A day as the file tells it: `YYYY-MM-DD`, and the file's own words where they do not name a day. */
export interface Told {
  readonly day: string;
  readonly inexact?: string;
}

const WORDS =
  /^(?:until|since|from|to|between|and|unspecified|not specified|not given|unclear|undisclosed|[,.:&–-]|\s)*$/i;
const DATE =
  /(\d{4})-(\d\d)-(\d\d)(?: 00:00:00)?|(\d{1,2})([/.])(\d{1,2})\5(\d{4}|\d{2})(?!\d)|(\d{1,2})\/(\d{4}|\d{2})(?!\d)/g;
const FIRST_YEAR = 2000;
const LAST_YEAR = 9999;

/** What is told where no date stands at all. */
export const UNTOLD = 'untold';

/**
 * Reads an announcement date. Of several dates the last counts; `12/31/2022` is month first unless it cannot be; a month stands for its last day,
 * and so does a day that the month does not have. `undefined` where no rule reads it.
 */
export function readDay(text: string): Told | typeof UNTOLD | undefined {
  const dates = [...text.matchAll(DATE)];
  const words = text.replaceAll(DATE, ' ');
  if (!WORDS.test(words)) return undefined;
  const last = dates.at(-1);
  if (!last) return UNTOLD;
  const read = dayOf(last);
  if (!read) return undefined;
  return read.exact && words.trim() === '' ? { day: read.day } : { day: read.day, inexact: text };
}

/** The last day of a month that is counted from January 2022, which is 1; `undefined` where the text counts none. */
export function readMonthCount(text: string): string | undefined {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count === 0) return undefined;
  return lastDayOf(2022 + Math.floor((count - 1) / 12), ((count - 1) % 12) + 1);
}

function dayOf([, year, month, day, one, mark, two, yearAfter, onlyMonth, itsYear]: RegExpMatchArray) {
  if (year !== undefined) return dated(Number(year), Number(month), Number(day));
  if (onlyMonth !== undefined) return monthly(fullYear(itsYear), Number(onlyMonth));
  const [a, b] = [Number(one), Number(two)];
  const dayFirst = mark === '.' || a > 12;
  return dayFirst ? dated(fullYear(yearAfter), b, a) : dated(fullYear(yearAfter), a, b);
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? FIRST_YEAR + year : year;
}

function dated(year: number, month: number, day: number): { day: string; exact: boolean } | undefined {
  if (!inCalendar(year, month) || day < 1 || day > 31) return undefined;
  const last = lastDayOf(year, month);
  const said = `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return said <= last ? { day: said, exact: true } : { day: last, exact: false };
}

function monthly(year: number, month: number): { day: string; exact: boolean } | undefined {
  return inCalendar(year, month) ? { day: lastDayOf(year, month), exact: false } : undefined;
}

function inCalendar(year: number, month: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
}

function lastDayOf(year: number, month: number): string {
  const days = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return Temporal.PlainDate.from({ year, month, day: days }).toString();
}
