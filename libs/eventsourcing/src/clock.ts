/** The time that everything in the ledger goes by. */
export interface Clock {
  /** The time, in ISO 8601 in UTC with milliseconds. */
  now(): string;
  /** Resolves once that time has come, or when the signal aborts. */
  until(time: string, signal: AbortSignal): Promise<void>;
}
