import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { aggregates } from '#domain';
import { policies } from '#policies';
import {
  CommandsModule,
  HealthModule,
  IdentityModule,
  ImportsModule,
  LedgerModule,
  PoliciesModule,
  ProblemsModule,
  ReadsModule,
  type Lead,
  type LedgerParts,
  type LocalIssuer,
} from '#platform';

/** What the api is made of besides the ledger's parts. */
export interface ApiParts extends LedgerParts {
  readonly log: Logger;
  /** The issuer of the embedded default, unless another is configured. */
  readonly localIssuer: LocalIssuer | undefined;
  /** Who says when this process leads, where it is one of several. */
  readonly lead: Lead | undefined;
}

/** The api: the list of what it is made of. */
@Module({})
export class ApiModule {
  static of(parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        LedgerModule.of(parts),
        ProblemsModule.of(parts.log),
        IdentityModule.of(parts.localIssuer),
        CommandsModule.of(aggregates),
        ImportsModule.of(aggregates),
        ReadsModule,
        ...(parts.configuration.worksInside
          ? [PoliciesModule.of({ aggregates, policies, log: parts.log, lead: parts.lead })]
          : []),
        HealthModule,
      ],
    };
  }
}
