/**
 * A server that appends nothing, for the floor of the benchmark over HTTP: `node http-floor.ts nest` runs NestJS on Fastify with the
 * very body validated as for the real command, `node http-floor.ts fastify` a bare Fastify POST. Prints its port.
 */
import 'reflect-metadata';
import { Body, Controller, Module, Param, Post, Req, Res } from '@nestjs/common';
import { fastify, type FastifyReply } from 'fastify';
import { MakePledge } from '#domain';
import { createServer, listen, openLog, ProblemsModule, readConfiguration, understand } from '#platform';

const receipt = { stream: 'pledge-none', revision: 0, position: '1', events: [] as object[] };

class Floor {
  take(type: string, body: unknown, _request: unknown, reply: FastifyReply): void {
    const data = understand(MakePledge, body);
    const events = [{ id: '00000000-0000-5000-8000-000000000000', type, data, occurredAt: '2024-07-10T00:00:00.000Z' }];
    void reply
      .code(201)
      .headers({ etag: '"0"', 'log-position': '1' })
      .send({ ...receipt, events });
  }
}

class FloorModule {}

/** Decorators are called by hand, for Node strips types and takes no decorators. */
function decorate(): void {
  const method = Object.getOwnPropertyDescriptor(Floor.prototype, 'take')!;
  [Param('type'), Body(), Req(), Res()].forEach((parameter, index) => {
    parameter(Floor.prototype, 'take', index);
  });
  Reflect.defineMetadata('design:paramtypes', [String, Object, Object, Object], Floor.prototype, 'take');
  Post(':type')(Floor.prototype, 'take', method);
  Controller('commands')(Floor);
  Module({})(FloorModule);
}

async function nest(): Promise<number> {
  decorate();
  const configuration = readConfiguration({ PORT: '0' });
  const log = openLog('silent');
  const module = { module: FloorModule, imports: [ProblemsModule.of(log)], controllers: [Floor] };
  return listen(await createServer(module, configuration, log), configuration);
}

async function bare(): Promise<number> {
  const server = fastify();
  server.post('/commands/:type', async (_, reply) => reply.code(201).send(receipt));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

process.stdout.write(`${String(await (process.argv[2] === 'fastify' ? bare() : nest()))}\n`);
