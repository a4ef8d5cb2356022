import {
  Inject,
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { AnyPolicy, Clock, Ledger } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import { commandTable, type Aggregate } from '../commands/command-table.js';
import { CLOCK, LEDGER, READ_SIDE, TRACING } from '../ledger/ledger.module.js';
import { Measures } from '../metrics/measures.js';
import type { Tracing } from '../tracing/tracing.js';
import type { Noting } from './lane.js';
import { PolicyDuty, type Lead } from './policy-duty.js';
import { PolicyRunner } from './policy-runner.js';

/** What is run, and where it is said how that goes. */
export interface PoliciesParts {
  readonly aggregates: readonly Aggregate[];
  readonly policies: readonly AnyPolicy[];
  readonly log: Logger;
  /** Where there is one, they run only while this process leads. */
  readonly lead?: Lead | undefined;
  readonly noting?: Partial<Noting>;
}

/** Runs the policies as long as the application does. */
@Injectable()
class Running implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(PolicyDuty) private readonly duty: PolicyDuty) {}

  onApplicationBootstrap(): void {
    this.duty.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.duty.stop();
  }
}

/** The policies and the clock of deadlines, in this process. */
@Module({})
export class PoliciesModule {
  static of({ aggregates, policies, log, lead, noting = {} }: PoliciesParts): DynamicModule {
    const duty = {
      provide: PolicyDuty,
      useFactory: (ledger: Ledger, readSide: ReadSide, clock: Clock, measures: Measures, tracing: Tracing) => {
        const table = commandTable(aggregates);
        const parts = { ledger, readSide, clock, measures, tracing, policies, noting, table };
        const say = (line: string) => {
          log.error(line);
        };
        return new PolicyDuty(() => new PolicyRunner({ ...parts, log: say }), lead);
      },
      inject: [LEDGER, READ_SIDE, CLOCK, Measures, TRACING],
    };
    return { module: PoliciesModule, global: true, providers: [duty, Running], exports: [PolicyDuty] };
  }
}
