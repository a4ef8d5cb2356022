import type { ImportResult } from './import-run.js';
import type { ProblemBody } from '../problems/problem.js';

/** How far an operation is; `rate` is rows a second since it began. Times are ISO 8601. */
export interface Progress {
  readonly id: string;
  readonly kind: 'import';
  readonly format: string;
  readonly release: string;
  readonly file: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly rate: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly result?: ImportResult;
  /** Why it failed. */
  readonly problem?: ProblemBody;
}

/** An import that this process was asked for. */
export class Operation {
  readonly #began = performance.now();
  readonly #listeners = new Set<() => void>();
  #progress: Omit<Progress, 'rate'>;
  #rate = 0;

  constructor(about: Pick<Progress, 'id' | 'format' | 'release' | 'file' | 'total'>) {
    this.#progress = { kind: 'import', ...about, status: 'running', done: 0, startedAt: new Date().toISOString() };
  }

  get progress(): Progress {
    return { ...this.#progress, rate: this.#rate };
  }

  /** Calls back at each change until the operation has ended; returns how to end that. */
  follow(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** So many rows more are dealt with. */
  advance(rows: number): void {
    this.#change({ done: this.#progress.done + rows });
  }

  /** It ended so; what it came to is kept also where that counts as a failure. */
  end(status: 'done' | 'failed', what: Pick<Progress, 'result' | 'problem'>): void {
    this.#change({ status, ...what, endedAt: new Date().toISOString() });
  }

  #change(changed: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...changed };
    const seconds = (performance.now() - this.#began) / 1000;
    this.#rate = seconds > 0 ? Math.round(this.#progress.done / seconds) : 0;
    for (const listener of this.#listeners) listener();
  }
}
