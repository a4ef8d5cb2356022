/** Runs the benchmarks and prints each figure beside its floor of the same run; `--quick` shortens them, `--json FILE` also writes them. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDouble } from '../test/bench/double.ts';
import { benchEngine } from '../test/bench/engine.ts';
import { benchHttp } from '../test/bench/http.ts';
import { benchQuestions } from '../test/bench/questions.ts';
import { benchRebuild } from '../test/bench/rebuild.ts';
import type { BenchRow } from '../test/bench/row.ts';
import { benchStore } from '../test/bench/store.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
  allowPositionals: true,
});
const suites = {
  store: benchStore,
  engine: benchEngine,
  rebuild: benchRebuild,
  questions: benchQuestions,
  http: benchHttp,
  double: benchDouble,
};
const chosen = Object.entries(suites).filter(([name]) => positionals.length === 0 || positionals.includes(name));

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  /** What ran on the machine in the minute before: with more than a little, figures say nothing and ratios little. */
  load: loadavg()[0] ?? NaN,
  at: new Date().toISOString(),
};
const { cpu, cores, memoryGiB, node, at, load } = machine;
console.log(`${cpu}, ${cores} cores, ${memoryGiB} GiB, Node ${node}, ${at}, load ${load.toFixed(1)}\n`);

const results: Record<string, readonly BenchRow[]> = {};
for (const [name, bench] of chosen) {
  const rows = await bench({ quick: values.quick });
  results[name] = rows;
  console.log(name);
  for (const row of rows) console.log(`  ${lineOf(row)}`);
  console.log();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);

function lineOf({ name, value, unit, floor, ratio }: BenchRow): string {
  const figure = `${name.padEnd(58)} ${format(value).padStart(12)} ${unit.padEnd(9)}`;
  return ratio === undefined ? figure : `${figure} ${ratio.toFixed(2).padStart(6)} of ${floor ?? ''}`;
}

function format(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
