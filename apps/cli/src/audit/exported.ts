import type { Readable } from 'node:stream';

/** A file as it comes from the ledger. */
export interface Exported {
  readonly body: Readable;
  /** The last position that is in it. */
  readonly knownAt: string;
}
