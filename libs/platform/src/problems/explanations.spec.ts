import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadQuestion } from '#eventsourcing';
import { explanations } from './explanations.js';
import { readProblem } from './read-problems.js';
import { refusals } from './refusals.js';

const RAISED = [
  /\bRejection\(\s*'(\w+)'/g,
  /\bensure\((?:[^;]|\n)*?,\s*'([A-Z]\w+)'[,)]/g,
  /\bhold\((?:[^;]|\n)*?,\s*'[A-Z]\d+',\s*'([A-Z]\w+)'[,)]/g,
];

const UNANSWERED = [/\bBadQuestion\(\s*'(\w+)'/g];

/** The codes that the sources below these directories refuse with, wherever they are written out. */
function codesRaised(...directories: readonly string[]): string[] {
  return codesIn(directories, RAISED);
}

function codesIn(directories: readonly string[], patterns: readonly RegExp[]): string[] {
  const sources = directories.flatMap((directory) =>
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => readFileSync(join(directory, name), 'utf8')),
  );
  const codes = sources.flatMap((source) =>
    patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, code]) => code ?? '')),
  );
  return [...new Set(codes)].filter((code) => /[a-z]/.test(code)).sort();
}

describe('the problem pages', () => {
  it('explain every refusal of the law, and none that there is not', () => {
    expect(Object.keys(refusals).sort()).toEqual(codesRaised('libs/domain/src', 'libs/eventsourcing/src'));
  });

  it('explain whatever cannot be answered', () => {
    const codes = codesIn(['libs/read-side/src', 'libs/views/src'], UNANSWERED);
    const answered = codes.map((code) => readProblem(new BadQuestion(code, 'no')));
    expect(answered.map((problem) => problem?.status)).toEqual(codes.map(() => 400));
    expect(codes.filter((code) => !explanations[code])).toEqual([]);
    expect(codes).toContain('BadCursor');
  });

  it('give each code a status, a title and a sentence', () => {
    for (const [code, { status, title, text }] of Object.entries(explanations)) {
      expect([code, status >= 400 && status < 600, title.length > 0, /[.]$/.test(text)]).toEqual([
        code,
        true,
        true,
        true,
      ]);
    }
  });
});
