import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RouteOptions } from 'fastify';
import type { Logger } from 'pino';
import { CannotStart } from '../cannot-start.js';
import type { Configuration } from '../configuration/configuration.js';
import { nestLog } from '../log/log.js';
import { untraced, type Tracing } from '../tracing/tracing.js';
import { Routes } from '../problems/routes.js';
import { fastifyAdapter } from './adapter.js';

const BATCH_FACTOR = 16;

/** The application of a module on Fastify, set up but not listening yet. */
export async function createServer(
  module: DynamicModule,
  configuration: Configuration,
  log: Logger,
  tracing: Tracing = untraced,
): Promise<NestFastifyApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- NestJS declares its options as a class and takes plain objects
  const app = await NestFactory.create<NestFastifyApplication>(module, fastifyAdapter(configuration), {
    bodyParser: false,
    abortOnError: false,
    logger: nestLog(log),
  });
  const routes = app.get(Routes);
  const fastify = app.getHttpAdapter().getInstance();
  await tracing.watch(fastify);
  fastify.addHook('onRoute', (route: RouteOptions) => {
    routes.add(route.method, route.url);
    if (route.url === '/commands') route.bodyLimit = configuration.bodyLimit * BATCH_FACTOR;
  });
  fastify.decorateRequest('actor', undefined);
  return app;
}

/** Listens; throws `CannotStart` where the address cannot be had. Resolves with the port, also where any free one was asked for. */
export async function listen(app: NestFastifyApplication, { host, port }: Configuration): Promise<number> {
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new CannotStart([`Port ${port} on ${host} is in use; set PORT to a free one.`]);
    if (code === 'EACCES')
      throw new CannotStart([`Port ${port} may not be used by this user; set PORT to one above 1023.`]);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotStart([`HOST: ${host} is no address of this machine; set HOST to one, such as 127.0.0.1.`]);
    throw error;
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address ? address.port : port;
}
