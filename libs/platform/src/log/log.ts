import { type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { withoutSecrets } from './without-secrets.js';

/** Fields that are secret whatever they hold, where an object has them and where one in it has. */
const SECRET = ['authorization', 'cookie', 'token', 'password', 'secret'];

/** The structured log of this process, JSON lines on standard error unless elsewhere; credentials never get in. */
export function openLog(level: string, out: DestinationStream = pino.destination({ fd: 2, sync: true })): Logger {
  return pino(
    {
      level,
      redact: SECRET.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    {
      write: (line) => {
        out.write(withoutSecrets(line));
      },
    },
  );
}

/** NestJS's own messages in the same log; what it says while it starts is of interest to developers only. */
export function nestLog(log: Logger): LoggerService {
  const say =
    (level: 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      if (message instanceof Error) log[level]({ err: message, context: rest.at(-1) }, message.message);
      else log[level]({ context: rest.at(-1) }, String(message));
    };
  return {
    log: say('debug'),
    error: say('error'),
    warn: say('warn'),
    debug: say('trace'),
    verbose: say('trace'),
    fatal: say('fatal'),
  };
}
