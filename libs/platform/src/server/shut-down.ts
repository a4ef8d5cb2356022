import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const SWEEP_MS = 50;

/**
 * Stops accepting, lets what is in flight finish, and closes connections as they fall idle: those kept alive would otherwise
 * hold the server open. What has not finished after `graceMs` is cut off.
 */
export async function shutDown(app: NestFastifyApplication, graceMs = 10_000): Promise<void> {
  const server = app.getHttpServer();
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, SWEEP_MS);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
