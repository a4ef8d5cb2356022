import { withoutSecrets } from './log/without-secrets.js';

/** Why this process cannot start, one line each, written for the person who starts it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(withoutSecrets(lines.join('\n')));
    this.lines = lines.map(withoutSecrets);
  }
}
