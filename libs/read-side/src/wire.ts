import { BadQuestion } from '#eventsourcing';
import { NotFound, NotReady, ReadSideDown, type ReadSide } from './read-side.js';

/** What of a read side is asked for over a port. */
export type Method = Exclude<keyof ReadSide, 'views' | 'questions'>;

/** A request over a port. */
export interface Request {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** An error as it travels; its class is told by `name`. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: unknown;
  readonly facts?: unknown;
}

/** What comes back over a port: that requests are served, an answer, an error, or a line for the log. */
export type Reply =
  | { readonly kind: 'serving' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: SentError }
  | { readonly kind: 'line'; readonly line: string };

/** An error in a form that a port takes. */
export function sent(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return error instanceof BadQuestion
    ? { name, message, stack, code: error.code, facts: error.facts }
    : { name, message, stack };
}

/** The error that was sent, of its class again. */
export function received({ name, message, stack, code, facts }: SentError): Error {
  const classes = { NotFound, NotReady, ReadSideDown };
  const error =
    name === 'BadQuestion'
      ? new BadQuestion(String(code), message, facts as Record<string, unknown>)
      : Object.hasOwn(classes, name)
        ? new classes[name as keyof typeof classes](message)
        : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
