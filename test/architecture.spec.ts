import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const { forbidden } = createRequire(__filename)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

interface Lint {
  filePath: string;
  messages: { ruleId: string; message: string; line: number }[];
}

/** A copy of the project with seeded files in it, gone when the test ends. */
class Scratch implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'steadfast-seeded-'));

  constructor(seeds: Readonly<Record<string, string>>) {
    for (const part of [
      'apps',
      'libs',
      'package.json',
      'tsconfig.json',
      'eslint.config.js',
      '.dependency-cruiser.cjs',
    ]) {
      cpSync(join(root, part), join(this.path, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'));
    for (const [file, text] of Object.entries(seeds)) {
      mkdirSync(dirname(join(this.path, file)), { recursive: true });
      writeFileSync(join(this.path, file), text);
    }
  }

  /** What a program of the project prints when run in the copy, whatever its exit code. */
  run(program: string, ...args: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { cwd: this.path, maxBuffer: 64 * 2 ** 20 };
      execFile(join(root, 'node_modules/.bin', program), args, options, (error, stdout, stderr) => {
        if (stdout === '') reject(new Error(stderr, { cause: error }));
        else resolve(stdout);
      });
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A file that breaks each rule, by the rule's name. */
const violations: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'kernel-alone': ['libs/eventsourcing/src/seeded.ts', "import 'big.js';"],
  'law-knows-nobody': ['libs/domain/src/seeded.ts', "import 'kysely';"],
  'views-know-words': ['libs/views/src/seeded.ts', "import '../../stores/src/index.js';"],
  'views-know-types-only': ['libs/policies/src/seeded.ts', "import '../../domain/src/index.js';"],
  'adapters-know-the-kernel': ['libs/stores/src/seeded.ts', "import '../../read-side/src/index.js';"],
  'importers-make-commands': ['libs/importers/src/seeded.ts', "import '../../stores/src/index.js';"],
  'nest-in-platform': ['libs/read-side/src/seeded.ts', "import '@nestjs/common';"],
  'no-way-back': ['libs/platform/src/seeded.ts', "import '../../../apps/cli/src/seeded.js';"],
  'testing-in-tests': ['apps/cli/src/seeded.ts', "import '../../../libs/testing/src/index.js';"],
  'no-circles': ['apps/worker/src/seeded-too.ts', "import './seeded.js';"],
  'nothing-unresolved': ['apps/api/src/seeded.ts', "import 'no-such-package';"],
};

describe('the rule of dependencies', () => {
  it('has a seeded violation for each of its rules', () => {
    expect(Object.keys(violations).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it('fails on each of them, at the file that breaks it', async () => {
    using scratch = new Scratch({
      ...Object.fromEntries(Object.values(violations)),
      'apps/worker/src/seeded.ts': "import './seeded-too.js';",
    });
    const output = await scratch.run('depcruise', 'apps', 'libs', '--config', '.dependency-cruiser.cjs', '-T', 'json');
    const found = (JSON.parse(output) as Cruise).summary.violations;
    for (const [name, [file]] of Object.entries(violations)) {
      const where = found.filter(({ rule }) => rule.name === name).map(({ from }) => from);
      expect({ name, where }).toEqual({ name, where: expect.arrayContaining([file]) as string[] });
    }
  }, 60_000);
});

/** Lines that bring a clock, chance, the machine or waiting into the law, by the rule that stops them. */
const impurities: readonly [rule: string, line: string][] = [
  ['no-restricted-globals', 'export const now = () => new Date();'],
  ['no-restricted-globals', 'export const home = () => process.cwd();'],
  ['no-restricted-globals', 'export const id = () => crypto.randomUUID();'],
  ['no-restricted-syntax', 'export const chance = () => Math.random();'],
  ['no-restricted-syntax', 'export const later = async () => 1;'],
  ['no-restricted-imports', "export { readFileSync } from 'node:fs';"],
];

describe('the purity of the law', () => {
  it.each(['domain', 'views', 'policies'])(
    'is guarded in libs/%s',
    async (lib) => {
      const file = `libs/${lib}/src/seeded.ts`;
      using scratch = new Scratch({ [file]: impurities.map(([, line]) => `${line}\n`).join('') });
      const [seen] = JSON.parse(await scratch.run('eslint', '--format', 'json', file)) as [Lint];
      impurities.forEach(([rule, line], index) => {
        const rules = seen.messages.filter((message) => message.line === index + 1).map(({ ruleId }) => ruleId);
        expect({ line, rules }).toEqual({ line, rules: expect.arrayContaining([rule]) as string[] });
      });
    },
    60_000,
  );
});
