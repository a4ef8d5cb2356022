import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { aggregates } from '#domain';
import { policies } from '#policies';
import {
  HealthModule,
  IdentityModule,
  LedgerModule,
  MetricsModule,
  PoliciesModule,
  ProblemsModule,
  type Lead,
  type LedgerParts,
  type LocalIssuer,
} from '#platform';

/** What the worker is made of besides the ledger's parts. */
export interface WorkerParts extends LedgerParts {
  readonly log: Logger;
  /** The issuer of the embedded default, unless another is configured. */
  readonly localIssuer: LocalIssuer | undefined;
  readonly lead: Lead;
}

/** The worker: policies and deadlines while it leads, and how it fares. */
@Module({})
export class WorkerModule {
  static of(parts: WorkerParts): DynamicModule {
    const { log, lead } = parts;
    return {
      module: WorkerModule,
      imports: [
        LedgerModule.of(parts),
        ProblemsModule.of(log),
        IdentityModule.of(parts.localIssuer),
        PoliciesModule.of({ aggregates, policies, log, lead }),
        MetricsModule,
        HealthModule,
      ],
    };
  }
}
