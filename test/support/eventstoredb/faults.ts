import { setTimeout as pause } from 'node:timers/promises';

/** What goes wrong with one append, once. */
export type AppendFault =
  /** The connection drops before anything is written. */
  | 'drop-before'
  /** The connection drops after all is written, and before the answer. */
  | 'drop-after'
  /** All is written, and no answer comes. */
  | 'lose-answer'
  /** Nothing is written, and no answer comes. */
  | 'lose-request'
  /** The append is carried out twice, and answered twice. */
  | 'twice'
  /** The server says that it is not ready. */
  | 'not-ready'
  /** The server gives up on an append that it has carried out. */
  | 'time-out-after';

/** A node that is to be asked instead. */
export interface Leader {
  readonly address: string;
  readonly port: number;
}

/** What the server does wrong, on demand. */
export class Faults {
  readonly #appends: AppendFault[] = [];
  #thaw: (() => void) | undefined;
  #frozen: Promise<void> | undefined;
  /** How long each call waits before it is looked at, in ms. */
  delay = 0;
  /** Where the leader is, when this node is not. */
  leader: Leader | undefined;

  /** Lets this happen to the next appends, one each. */
  onAppend(...faults: readonly AppendFault[]): void {
    this.#appends.push(...faults);
  }

  /** What is to happen to the append that has come. */
  nextOfAppend(): AppendFault | undefined {
    return this.#appends.shift();
  }

  /** Nothing is looked at, and nothing sent, until `thaw`. */
  freeze(): void {
    this.#frozen ??= new Promise((resolve) => (this.#thaw = resolve));
  }

  thaw(): void {
    this.#thaw?.();
    this.#frozen = undefined;
  }

  /** Resolves when the server may go on. */
  async patience(): Promise<void> {
    if (this.delay > 0) await pause(this.delay);
    await this.#frozen;
  }
}
