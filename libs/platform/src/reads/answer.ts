import type { At, Times, ViewFailure } from '#read-side';
import type { AnswerHeaders } from '../problems/problem.js';

/** What an answer knew, as it is sent. */
export interface KnownBody {
  readonly knownAt: { readonly position: string; readonly time: string | null };
  /** The last position taken into account. */
  readonly position: string;
  /** The views read that have stopped, and at which event: what came after it is not in the answer. */
  readonly stopped?: readonly { view: string; position: string; eventId: string; type: string }[];
}

/** The times of an answer as they are sent: asked again with this `asOf` and `knownAt`, the same bytes come for ever. */
export interface AtBody extends KnownBody {
  readonly asOf: string;
}

/** The times of an answer, for its body. */
export function atBody(at: At): AtBody {
  return { asOf: at.asOf, ...knownBody(at) };
}

/** What an answer knew, for its body. */
export function knownBody({ knownAt, failures }: Pick<At, 'knownAt' | 'failures'>): KnownBody {
  const position = String(knownAt.position);
  const stopped = failures.map((failure) => ({
    view: failure.view,
    position: String(failure.position),
    eventId: failure.eventId,
    type: failure.type,
  }));
  return { knownAt: { position, time: knownAt.time }, position, ...(stopped.length > 0 && { stopped }) };
}

/** The times of an answer, for its headers, and how far the views were that it was read from. */
export function atHeaders(at: At): AnswerHeaders {
  return { ...knownHeaders(at), 'as-of': at.asOf };
}

/** What an answer knew, for its headers, and how far the views were that it was read from. */
export function knownHeaders({ knownAt, position, failures }: Omit<At, 'asOf'>): AnswerHeaders {
  return {
    ...NOT_KEPT,
    'log-position': String(position),
    'known-at': String(knownAt.position),
    ...stoppedHeader(failures),
  };
}

/** The header that names the views read that have stopped; none where none has. */
export function stoppedHeader(failures: readonly ViewFailure[]): AnswerHeaders {
  const stopped = failures.map(({ view, position }) => `${view}; position=${position}`).join(', ');
  return stopped === '' ? {} : { 'view-stopped': stopped };
}

/** What is read may need a token and changes with the log: nobody on the way keeps it. */
export const NOT_KEPT: AnswerHeaders = { 'cache-control': 'no-store' };

/** The times of an answer as parameters of an address, to ask for the same state again. */
export function sameTimes({ asOf, knownAt }: At): Readonly<Record<string, string>> {
  return { asOf, knownAt: String(knownAt.position) };
}

/** The times of an answer as they are asked for. */
export function timesOfAnswer({ asOf, knownAt }: At): Times {
  return { asOf, knownAt: { position: knownAt.position } };
}

/** An address out of parts of a path, which are encoded, and parameters, of which those without a value are left out. */
export function address(
  path: readonly string[],
  parameters: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    for (const each of value === undefined ? [] : [value].flat()) query.append(name, each);
  const text = query.toString();
  return `/${path.map(encodeURIComponent).join('/')}${text && `?${text}`}`;
}

/** The header that leads on to the next page; none on the last one. */
export function nextLink(next: string | undefined): AnswerHeaders {
  return next === undefined ? {} : { link: `<${next}>; rel="next"` };
}
