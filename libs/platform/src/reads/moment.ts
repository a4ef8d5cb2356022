const GREATEST = 9_223_372_036_854_775_806n;

/** A position written in digits, or `undefined` where it is none. */
export function asPosition(text: string): bigint | undefined {
  if (!/^\d{1,19}$/.test(text)) return undefined;
  const position = BigInt(text);
  return position <= GREATEST ? position : undefined;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[ +-]\d\d:?\d\d)$/i;

/**
 * A moment of the ledger in UTC with milliseconds: a date is the end of that day, a time needs a zone. `undefined` for what is neither. A plus
 * sign that nobody encoded arrives as a space, and can mean nothing else.
 */
export function instantOf(text: string): string | undefined {
  try {
    if (DATE.test(text)) return inLedger(`${Temporal.PlainDate.from(text).toString()}T23:59:59.999Z`);
    const [, local, zone] = TIME.exec(text) ?? [];
    if (local === undefined || zone === undefined) return undefined;
    const instant = Temporal.Instant.from(local + zone.replace(' ', '+'));
    return inLedger(new Date(instant.epochMilliseconds).toISOString());
  } catch (error) {
    if ((error as Error).name === 'RangeError') return undefined;
    throw error;
  }
}

function inLedger(time: string): string | undefined {
  return /^(?!0000)\d{4}-/.test(time) ? time : undefined;
}
