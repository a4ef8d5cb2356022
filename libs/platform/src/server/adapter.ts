import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Configuration } from '../configuration/configuration.js';
import { sendProblem } from '../problems/problem.filter.js';
import { Problem } from '../problems/problem.js';

const LONGEST_PARAMETER = 512;

/** Fastify as this ledger runs it: bounded bodies and times, every refusal a problem, also those before any route is found. */
export function fastifyAdapter({ bodyLimit, requestTimeoutMs, keepAliveTimeoutMs }: Configuration): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    trustProxy: false,
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    clientErrorHandler: unreadable,
    frameworkErrors: (error: FastifyError, _request: unknown, reply: FastifyReply) => {
      sendProblem(reply, beforeRouting(error));
    },
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  return adapter;
}

function beforeRouting({ code }: FastifyError): Problem {
  return code === 'FST_ERR_MAX_PARAM_LENGTH'
    ? new Problem('AddressTooLong', `A part of the address is longer than ${LONGEST_PARAMETER} characters.`)
    : new Problem('BadRequest', 'The address is not a valid one; check its percent-encoding.');
}

/** Answers what Node could not read as HTTP. */
function unreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, body } = unreadableProblem(error.code);
  const text = JSON.stringify(body);
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: application/problem+json\r\n` +
        `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    );
  }
  socket.destroy(error);
}

function unreadableProblem(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Problem('HeadersTooLarge', 'The headers are larger than this ledger takes.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem('RequestTimeout', 'The request did not arrive whole in time.');
  return new Problem('BadRequest', 'The request is not valid HTTP.');
}
