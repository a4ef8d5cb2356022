import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#eventsourcing';
import { Configuration } from '../configuration/configuration.js';
import { Identities } from './identities.js';
import { notSignedIn } from './verifier.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request, where it came with a token. */
    actor?: Actor;
  }
}

const OPENNESS = 'openness';

/** Marks what anyone may call: health, problem pages. Without a mark a valid token is needed. */
export const OpenToAll = () => SetMetadata(OPENNESS, 'all');

/** Marks what reads the ledger: open to all in the embedded default on loopback, else for any valid token. */
export const ReadsTheLedger = () => SetMetadata(OPENNESS, 'reads');

/** Marks what is measured: open as what reads the ledger is, and to all where metrics are configured to be open. */
export const ReadsMetrics = () => SetMetadata(OPENNESS, 'metrics');

/** The door: who comes with a token is known from here on, and who must come with one and does not is turned away. */
@Injectable()
export class Door implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly configuration: Configuration,
    private readonly identities: Identities,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization } = request.headers;
    if (authorization === undefined) {
      if (this.#isOpen(context)) return true;
      throw notSignedIn('This needs a token, and the request has none.');
    }
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw notSignedIn('The header Authorization is not a bearer token.');
    const actor = this.identities.of(token);
    if (!(actor instanceof Promise)) return admit(request, actor);
    return actor.then((known) => admit(request, known));
  }

  #isOpen(context: ExecutionContext): boolean {
    const openness = this.reflector.getAllAndOverride<string | undefined>(OPENNESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (openness === 'all' || (openness === 'metrics' && this.configuration.metrics === 'open')) return true;
    return openness !== undefined && this.configuration.readsAreOpen;
  }
}

function admit(request: FastifyRequest, actor: Actor): true {
  request.actor = actor;
  return true;
}
