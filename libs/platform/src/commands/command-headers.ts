import { Problem } from '../problems/problem.js';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the headers of a command say beside its body. */
export interface CommandHeaders {
  readonly key: string;
  /** A revision, or `exists` for any. */
  readonly ifMatch?: number | 'exists' | undefined;
  /** ISO 8601 in UTC. */
  readonly occurredAt?: string | undefined;
  readonly actingFor?: string | undefined;
  readonly minimal: boolean;
  readonly traceparent?: string | undefined;
}

/** Reads the headers of a command; throws a problem for the first one that is missing or malformed. */
export function commandHeaders(headers: Headers): CommandHeaders {
  return {
    key: idempotencyKey(one(headers['idempotency-key'])),
    ifMatch: ifMatch(one(headers['if-match'])),
    occurredAt: occurredAt(one(headers['occurred-at'])),
    actingFor: actingFor(one(headers['acting-for'])),
    minimal: prefersMinimal(one(headers.prefer)),
    traceparent: traceparent(one(headers.traceparent)),
  };
}

/** The key of a request, quoted or bare: 1 to 255 visible characters of ASCII. */
export function idempotencyKey(text: string | undefined): string {
  if (text === undefined)
    throw new Problem(
      'IdempotencyKeyMissing',
      'A command needs the header Idempotency-Key, such as a UUID of your own.',
    );
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (/^[\x21\x23-\x7e]{1,255}$/.test(key)) return key;
  throw malformed('Idempotency-Key', 'must have 1 to 255 visible ASCII characters, quoted or not');
}

/** The revision that If-Match asks for: a whole number in double quotes, or `*` for any. */
export function ifMatch(text: string | undefined): number | 'exists' | undefined {
  if (text === undefined) return undefined;
  if (text === '*') return 'exists';
  const revision = /^"(\d{1,15})"$/.exec(text)?.[1];
  if (revision === undefined) throw malformed('If-Match', 'must be one revision in double quotes, such as "3", or *');
  return Number(revision);
}

/** An ISO 8601 date (its midnight in UTC) or time with a zone, from 1900 to 2199, as a time in UTC. */
export function occurredAt(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = instantOf(text);
  if (time === undefined || !/^(19|20|21)\d\d-/.test(time))
    throw malformed(
      'Occurred-At',
      'must be a date such as 2024-07-10, or a time with zone such as 2024-07-10T14:30:00Z, from 1900 to 2199',
    );
  return time;
}

function instantOf(text: string): string | undefined {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${Temporal.PlainDate.from(text).toString()}T00:00:00.000Z`;
    if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text)) return undefined;
    return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString();
  } catch (error) {
    if ((error as Error).name === 'RangeError') return undefined;
    throw error;
  }
}

/** The party that a historian speaks for. */
export function actingFor(text: string | undefined): string | undefined {
  if (text === undefined || /^[A-Z][A-Z0-9]{1,15}$/.test(text)) return text;
  throw malformed('Acting-For', 'must be a party code, such as DEU or NATO');
}

function prefersMinimal(text: string | undefined): boolean {
  return /(^|[,;])\s*return\s*=\s*"?minimal"?\s*($|[,;])/i.test(text ?? '');
}

/** A malformed one is ignored, as W3C Trace Context asks. */
function traceparent(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(text)
    ? text
    : undefined;
}

function one(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
}

function malformed(header: string, expected: string): Problem {
  return new Problem('HeaderNotUnderstood', `The header ${header} ${expected}.`, { header });
}
