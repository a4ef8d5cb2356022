import { digestOf, KeyReused, type Command } from '#eventsourcing';

/**
 * The requests of late by their identity. The log knows which keys its streams have seen; this also tells a key that was used
 * for another stream, or for a command that left no event, as long as it is among the last `capacity`.
 */
export class RecentKeys {
  readonly #recent = new Map<string, Command>();

  constructor(private readonly capacity = 10_000) {}

  /** Does `work` unless the command's key belongs to another request, then throws `KeyReused`. A refused request frees its key. */
  async guard<T>(command: Command, work: () => Promise<T>): Promise<T> {
    const { commandId } = command.metadata;
    const earlier = this.#recent.get(commandId);
    if (earlier && !same(earlier, command)) throw new KeyReused('this key was used for another request');
    if (!earlier) this.#remember(commandId, command);
    try {
      return await work();
    } catch (error) {
      if (!earlier) this.#recent.delete(commandId);
      throw error;
    }
  }

  #remember(commandId: string, command: Command): void {
    this.#recent.set(commandId, command);
    if (this.#recent.size <= this.capacity) return;
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined) this.#recent.delete(oldest);
  }
}

function same(a: Command, b: Command): boolean {
  return digestOf([a.type, a.data]) === digestOf([b.type, b.data]);
}
