import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Configuration } from '../configuration/configuration.js';
import { Door } from './door.js';
import { Identities } from './identities.js';
import type { LocalIssuer } from './local-issuer.js';
import { verifierFor } from './verifier.js';

/** Who is who: the door before every route, and the tokens it knows. */
@Module({})
export class IdentityModule {
  /** With the issuer of the embedded default, unless another is configured. */
  static of(local: LocalIssuer | undefined): DynamicModule {
    return {
      module: IdentityModule,
      providers: [
        {
          provide: Identities,
          useFactory: (configuration: Configuration) => new Identities(verifierFor(configuration, local)),
          inject: [Configuration],
        },
        { provide: APP_GUARD, useClass: Door },
      ],
    };
  }
}
