import type { ProblemBody, ProblemCode } from './words.js';

const MEMBERS: ReadonlySet<string> = new Set(['type', 'title', 'status', 'detail', 'code']);

/**
 * The ledger did not do what it was asked: `code` says which rule, part or field said no, the message what was wrong and what to do, `page`
 * where that is told at length, and `facts` what is needed to go on, such as how much remains.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly title: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    /** Empty where what answered is perhaps no ledger. */
    readonly code: ProblemCode | '',
    readonly status: number,
    body: Omit<ProblemBody, 'code' | 'status'>,
    readonly page?: string,
  ) {
    super(body.detail);
    this.title = body.title;
    const { facts, ...members } = body;
    this.facts = {
      ...Object.fromEntries(Object.entries(members).filter(([name]) => !MEMBERS.has(name))),
      ...facts,
    };
  }
}

/** Nobody answered, or the answer broke off: whether the request was carried out is not known, but a command sent again under its key is done once. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** What the network said, such as `ECONNREFUSED`. */
  readonly reason: string;

  constructor(
    readonly url: string,
    options: { readonly cause: unknown },
  ) {
    const reason = reasonOf(options.cause);
    super(`No ledger answers at ${url} (${reason}).`, options);
    this.reason = reason;
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: unknown }; message?: unknown };
  return String(cause?.code ?? message ?? error);
}

/** The problem that an answer tells of. */
export async function problemIn(answer: Response): Promise<Problem> {
  const { status, url, headers } = answer;
  const text = await answer.text();
  if (!/^application\/(problem\+)?json\b/.test(headers.get('content-type') ?? ''))
    return new Problem('', status, {
      ...{ type: 'about:blank', title: 'Not an answer of a ledger' },
      detail: `It answered ${status} and is perhaps no ledger.`,
    });
  const body = JSON.parse(text) as ProblemBody;
  return new Problem(body.code as ProblemCode, status, body, new URL(body.type, url).href);
}
