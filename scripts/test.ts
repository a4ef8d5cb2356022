/**
 * Everything CI runs, step by step, closed by one line that sums up: `N passed, N failed[, N skipped]`.
 * `node scripts/test.ts check` stops after the fast part: types, style, structure and unit specs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface JestSummary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'steadfast-test-'));
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
};

function run(command: string, ...args: string[]): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) console.error(error.message);
  return status === 0;
}

/** A program that only says yes or no counts as one test. */
function program(command: string, ...args: string[]): Count {
  const ok = run(command, ...args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Jest's own counts; a suite that could not run at all counts as one failure, and so does a run that left no summary. */
function jest(project: string, ...args: string[]): Count {
  const summary = join(scratch, `${project}.json`);
  const ok = run(
    'jest',
    '--selectProjects',
    project,
    '--testTimeout',
    '60000',
    '--json',
    '--outputFile',
    summary,
    ...args,
  );
  try {
    const seen = JSON.parse(readFileSync(summary, 'utf8')) as JestSummary;
    const failed = seen.numFailedTests + seen.numRuntimeErrorTestSuites;
    return {
      passed: seen.numPassedTests,
      failed: !ok && failed === 0 ? 1 : failed,
      skipped: seen.numPendingTests + seen.numTodoTests,
    };
  } catch {
    console.error(`jest left no summary of ${project}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const fast = [
  () => program('tsc', '-p', 'tsconfig.json'),
  () => program('eslint', '--max-warnings', '0', '.'),
  () => program('prettier', '--check', '--log-level', 'warn', '.'),
  () => program('depcruise', 'apps', 'libs', '--config', '.dependency-cruiser.cjs'),
  () => jest('unit'),
];
const slow = [
  () => program('node', 'scripts/ensure-built.js'),
  () => jest('system', '--maxWorkers', '2'),
  () => program('node', 'scripts/bench.ts', '--quick'),
];

const sum: Count = { passed: 0, failed: 0, skipped: 0 };
for (const step of process.argv[2] === 'check' ? fast : [...fast, ...slow]) {
  const { passed, failed, skipped } = step();
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed === 0 ? 0 : 1;
