/** Why this process cannot start, one line each, written for the person who starts it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
