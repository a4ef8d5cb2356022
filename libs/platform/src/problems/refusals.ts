import type { Explanation } from './explanations.js';

const sentences = {
  FutureNotAllowed: 'The command says that it happens in the future, and this command is only about what has happened.',
  NotTheDonor: 'Only the donor of a pledge makes, commits, changes or withdraws it (R1).',
} as const satisfies Record<string, string>;

/** The refusals of the law, each with the rule it states. */
export const refusals: Readonly<Record<string, Explanation>> = Object.fromEntries(
  Object.entries(sentences).map(([code, text]) => [code, { status: 409, title: titleOf(code), text }]),
);

function titleOf(code: string): string {
  const words = code.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `Refused: ${words}`;
}
