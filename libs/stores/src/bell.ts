/** Wakes those who wait for news: commits, mostly. A wait that would outlast its welcome ends by itself. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  /** Wakes all who wait now. */
  ring(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Resolves at the next ring, when `signal` aborts, or after `patience` ms; keeps no process alive. */
  next(signal: AbortSignal, patience?: number): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = patience === undefined ? undefined : setTimeout(wake, patience).unref();
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
