import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { COMMANDS } from '../commands/command-desk.js';
import { commandTable, type Aggregate } from '../commands/command-table.js';
import { Configuration } from '../configuration/configuration.js';
import { Problem } from '../problems/problem.js';
import { Imports } from './imports.js';
import { ImportsController } from './imports.controller.js';
import { OperationsController } from './operations.controller.js';

const ROUTE = '/imports/:format';
const MEDIA_TYPES = ['text/csv', 'application/octet-stream'];

/** Imports of files, and the operations that they are; files are taken as they are, and nowhere else. */
@Module({})
export class ImportsModule {
  constructor({ httpAdapter }: HttpAdapterHost<FastifyAdapter>, { importLimit }: Configuration) {
    const fastify = httpAdapter.getInstance();
    fastify.addHook('onRoute', (route: RouteOptions) => {
      if (route.url === ROUTE) route.bodyLimit = importLimit;
    });
    fastify.addContentTypeParser(MEDIA_TYPES, { parseAs: 'buffer' }, (request: FastifyRequest, body, done) => {
      if (request.routeOptions.url === ROUTE) done(null, body);
      else done(new Problem('MediaTypeNotTaken', 'Files are taken at /imports only; send the body as JSON.'));
    });
  }

  static of(aggregates: readonly Aggregate[]): DynamicModule {
    return {
      module: ImportsModule,
      controllers: [ImportsController, OperationsController],
      providers: [{ provide: COMMANDS, useValue: commandTable(aggregates) }, Imports],
    };
  }
}
