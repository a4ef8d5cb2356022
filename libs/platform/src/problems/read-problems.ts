import { BadQuestion } from '#eventsourcing';
import { NotFound, NotReady, ReadSideDown } from '#read-side';
import { Problem } from './problem.js';
import { readExplanations } from './read-explanations.js';

/** The problem that an error of the read side is to the client, or `undefined` where it is none of these. */
export function readProblem(error: unknown): Problem | undefined {
  if (error instanceof BadQuestion) {
    const code = readExplanations[error.code] ? error.code : 'CannotBeAnswered';
    return new Problem(code, sentence(error.message), error.facts);
  }
  if (error instanceof NotFound) return new Problem('NotFound', sentence(error.message));
  if (error instanceof NotReady) return new Problem('NotReady', sentence(error.message), {}, { 'retry-after': '1' });
  if (error instanceof ReadSideDown)
    return new Problem('ReadSideDown', 'The read side does not run.', {}, { 'retry-after': '5' });
  return undefined;
}

function sentence(text: string): string {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
