import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock, EventStore, Folds } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import { systemClock } from '../clock/system-clock.js';
import { Configuration } from '../configuration/configuration.js';
import { Measures } from '../metrics/measures.js';
import { traced } from '../tracing/traced.js';
import { untraced, type Tracing } from '../tracing/tracing.js';

/** The token of the `Ledger`: the log, and the folds kept of it. */
export const LEDGER = Symbol('Ledger');
/** The token of the `EventStore`. */
export const EVENT_STORE = Symbol('EventStore');
/** The token of the `Folds`. */
export const FOLDS = Symbol('Folds');
/** The token of the `ReadSide`. */
export const READ_SIDE = Symbol('ReadSide');
/** The token of the `Clock`. */
export const CLOCK = Symbol('Clock');

/** The token of the `Tracing`. */
export const TRACING = Symbol('Tracing');

/** What the ledger rests on, opened before the application and closed after it. */
export interface LedgerParts {
  readonly configuration: Configuration;
  /** The log, whose work is counted in the measures. */
  readonly store: EventStore;
  readonly measures: Measures;
  readonly folds: Folds;
  /** Where it is missing, nothing is read: commands alone need none. */
  readonly readSide?: ReadSide | undefined;
  /** The machine's unless given. */
  readonly clock?: Clock;
  /** Nothing is traced unless given. */
  readonly tracing?: Tracing;
}

/** The log, its folds, the read side and the configuration, for every module of the house. */
@Module({})
export class LedgerModule {
  static of({
    configuration,
    store,
    measures,
    folds,
    readSide,
    clock = systemClock,
    tracing = untraced,
  }: LedgerParts): DynamicModule {
    const log = traced(store, tracing);
    const providers = [
      { provide: Configuration, useValue: configuration },
      { provide: EVENT_STORE, useValue: log },
      { provide: FOLDS, useValue: folds },
      { provide: LEDGER, useValue: { store: log, folds } },
      { provide: READ_SIDE, useValue: readSide },
      { provide: CLOCK, useValue: clock },
      { provide: TRACING, useValue: tracing },
      { provide: Measures, useValue: measures },
    ];
    return { module: LedgerModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
