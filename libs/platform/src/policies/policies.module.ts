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
import { CLOCK, LEDGER, READ_SIDE } from '../ledger/ledger.module.js';
import { Measures } from '../metrics/measures.js';
import type { Noting } from './lane.js';
import { PolicyRunner } from './policy-runner.js';

/** What is run, and where it is said how that goes. */
export interface PoliciesParts {
  readonly aggregates: readonly Aggregate[];
  readonly policies: readonly AnyPolicy[];
  readonly log: Logger;
  readonly noting?: Partial<Noting>;
}

/** Runs the policies as long as the application does. */
@Injectable()
class Running implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(PolicyRunner) private readonly runner: PolicyRunner) {}

  onApplicationBootstrap(): void {
    this.runner.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}

/** The policies and the clock of deadlines, in this process. */
@Module({})
export class PoliciesModule {
  static of({ aggregates, policies, log, noting = {} }: PoliciesParts): DynamicModule {
    const runner = {
      provide: PolicyRunner,
      useFactory: (ledger: Ledger, readSide: ReadSide, clock: Clock, measures: Measures) =>
        new PolicyRunner({
          ...{ ledger, readSide, clock, measures, policies, noting, table: commandTable(aggregates) },
          log: (line) => {
            log.error(line);
          },
        }),
      inject: [LEDGER, READ_SIDE, CLOCK, Measures],
    };
    return { module: PoliciesModule, global: true, providers: [runner, Running], exports: [PolicyRunner] };
  }
}
