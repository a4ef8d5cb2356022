import { KeyReused, payloadOf, type Command } from '#eventsourcing';

/**
 * What the requests of late asked for, by their identity. The log knows which keys its streams have seen; this also tells a key
 * that was used for another stream, or for a command that left no event, as long as it is among the last `capacity`.
 */
export class RecentKeys {
  readonly #recent = new Map<string, string>();

  constructor(private readonly capacity = 10_000) {}

  /** Does `work` unless the command's key belongs to another request, then throws `KeyReused`. A refused request frees its key. */
  async guard<T>(command: Command, work: () => Promise<T>): Promise<T> {
    const { commandId } = command.metadata;
    const payload = payloadOf(command);
    const earlier = this.#recent.get(commandId);
    if (earlier !== undefined && earlier !== payload) throw new KeyReused('this key was used for another request');
    if (earlier === undefined) this.#remember(commandId, payload);
    try {
      return await work();
    } catch (error) {
      if (earlier === undefined) this.#recent.delete(commandId);
      throw error;
    }
  }

  #remember(commandId: string, payload: string): void {
    this.#recent.set(commandId, payload);
    if (this.#recent.size <= this.capacity) return;
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined) this.#recent.delete(oldest);
  }
}
