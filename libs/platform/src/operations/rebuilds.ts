import { Inject, Injectable } from '@nestjs/common';
import type { ReadSide } from '#read-side';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { Faults } from '../problems/faults.js';

/** A rebuild of a view that this process was asked for. */
export interface Rebuild {
  readonly status: 'running' | 'done' | 'failed';
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Under which the failure was logged. */
  readonly traceId?: unknown;
}

/** The rebuilds that were asked for since this process began: the last of each view. */
@Injectable()
export class Rebuilds {
  readonly #last = new Map<string, Rebuild>();

  constructor(
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly faults: Faults,
  ) {}

  /** The last rebuild of a view. */
  of(view: string): Rebuild | undefined {
    return this.#last.get(view);
  }

  /** Starts a rebuild beside the view that answers meanwhile, unless one is running. */
  start(view: string, request: Parameters<Faults['report']>[1]): Rebuild {
    const last = this.#last.get(view);
    if (last?.status === 'running') return last;
    const started: Rebuild = { status: 'running', startedAt: now() };
    this.#last.set(view, started);
    this.readSide.rebuild(view).then(
      () => this.#last.set(view, { ...started, status: 'done', endedAt: now() }),
      (error: unknown) => {
        const { traceId } = this.faults.report(error, request).facts;
        this.#last.set(view, { ...started, status: 'failed', endedAt: now(), traceId });
      },
    );
    return started;
  }
}

function now(): string {
  return new Date().toISOString();
}
