/** The law says no: `code` says what is the case (part of the public contract), `facts` what would help (what remains, which day is free). */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** States a rule: throws the `Rejection` with this code unless the condition holds, and narrows types where it does. */
export function ensure(condition: unknown, code: string, facts?: Readonly<Record<string, unknown>>): asserts condition {
  if (!condition) throw new Rejection(code, facts);
}
