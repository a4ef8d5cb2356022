import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { asyncApiOf } from '../asyncapi/asyncapi.js';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { openApiOf, type Described } from './openapi.js';

/** Serves the document at `/openapi.json` and its page at `/docs`, and that of the feed at `/asyncapi.json`; call before the application listens. */
export function serveDocs(app: NestFastifyApplication, described: Described, version: string): void {
  const document = () => openApiOf(described, version) as unknown as OpenAPIObject;
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Steadfast',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true, docExpansion: 'none' },
  });
  const ofFeed = asyncApiOf(described, version);
  app.getHttpAdapter().get('/asyncapi.json', (_: unknown, reply: FastifyReply) => reply.send(ofFeed));
}
