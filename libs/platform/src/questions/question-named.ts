import type { AnyQuestion } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import { Problem } from '../problems/problem.js';

/** The question of a name; throws `UnknownQuestion` naming those that there are. */
export function questionNamed(readSide: ReadSide, name: string): AnyQuestion {
  const found = readSide.questions.find((question) => question.name === name);
  if (found) return found;
  const questions = readSide.questions.map((question) => question.name);
  throw new Problem(
    'UnknownQuestion',
    `There is no question ${JSON.stringify(name)}; there are ${questions.join(', ')}.`,
    { questions },
  );
}
