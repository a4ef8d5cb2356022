import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The structured log of this process, JSON lines on standard error; credentials never get in. */
export function openLog(level: string): Logger {
  return pino(
    {
      level,
      redact: ['authorization', 'headers.authorization', 'req.headers.authorization', '*.authorization', 'token'],
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: true }),
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
