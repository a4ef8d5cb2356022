import { explanations } from './explanations.js';

/** Headers of an answer, by lower-case name. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** A problem as it is sent (RFC 9457): `type` is its page, `detail` says what was wrong, where, and what to do. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly [fact: string]: unknown;
}

/** A request that cannot be answered as asked; `code` is a row of `explanations`, `facts` are sent beside the detail. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly detail: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly headers: AnswerHeaders = {},
  ) {
    super(detail);
  }

  get status(): number {
    return explanations[this.code]?.status ?? 409;
  }

  get body(): ProblemBody {
    const { code, status, detail, facts } = this;
    return { ...facts, type: `/problems/${code}`, title: explanations[code]?.title ?? code, status, detail, code };
  }
}
