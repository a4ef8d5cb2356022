import type { Actor } from '#eventsourcing';
import type { Identity, Verifier } from './verifier.js';

/** Remembers whom a verified token speaks for until it expires, for verifying costs more than a command. */
export class Identities {
  readonly #known = new Map<string, Identity>();

  constructor(
    private readonly verify: Verifier,
    private readonly capacity = 10_000,
  ) {}

  /** Whom this token speaks for: at once where it is known, else once it is verified. Fails as its verifier does. */
  of(token: string): Actor | Promise<Actor> {
    const known = this.#known.get(token);
    this.#known.delete(token);
    if (!known || known.expires <= Date.now()) return this.#verified(token);
    this.#known.set(token, known);
    return known.actor;
  }

  async #verified(token: string): Promise<Actor> {
    const identity = await this.verify(token);
    this.#known.set(token, identity);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.capacity) break;
      this.#known.delete(oldest);
    }
    return identity.actor;
  }
}
