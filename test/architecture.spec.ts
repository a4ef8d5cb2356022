import { createRequire } from 'node:module';
import { ScratchCopy } from './support/scratch-copy.js';

const { forbidden } = createRequire(__filename)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

interface Lint {
  filePath: string;
  messages: { ruleId: string; message: string; line: number }[];
}

/** A file that breaks each rule, by the rule's name. */
const violations: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'kernel-alone': ['libs/eventsourcing/src/seeded.ts', "import 'big.js';"],
  'law-knows-nobody': ['libs/domain/src/seeded.ts', "import 'kysely';"],
  'views-know-words': ['libs/views/src/seeded.ts', "import '../../stores/src/index.js';"],
  'views-know-types-only': ['libs/policies/src/seeded.ts', "import '../../domain/src/index.js';"],
  'adapters-know-the-kernel': ['libs/stores/src/seeded.ts', "import '../../read-side/src/index.js';"],
  'eventstoredb-in-one-place': ['libs/platform/src/seeded-client.ts', "import '@eventstore/db-client';"],
  'eventstoredb-when-chosen': ['libs/stores/src/seeded-store.ts', "import './eventstoredb/connect.js';"],
  'importers-make-commands': ['libs/importers/src/seeded.ts', "import '../../stores/src/index.js';"],
  'client-knows-no-lib': ['libs/client/src/seeded.ts', "import '../../eventsourcing/src/index.js';"],
  'nest-in-platform': ['libs/read-side/src/seeded.ts', "import '@nestjs/common';"],
  'terminal-loads-no-server': ['apps/cli/src/seeded-too.ts', "import '../../../libs/platform/src/index.js';"],
  'telemetry-in-one-file': ['libs/platform/src/seeded-too.ts', "import '@opentelemetry/api';"],
  'no-way-back': ['libs/platform/src/seeded.ts', "import '../../../apps/cli/src/seeded.js';"],
  'testing-in-tests': ['apps/cli/src/seeded.ts', "import '../../../libs/testing/src/index.js';"],
  'tests-serve-nobody': ['libs/views/src/seeded.spec.ts', "import '../../../test/support/allies.js';"],
  'no-circles': ['apps/worker/src/seeded-too.ts', "import './seeded.js';"],
  'nothing-unresolved': ['apps/api/src/seeded.ts', "import 'no-such-package';"],
};

describe('the rule of dependencies', () => {
  it('has a seeded violation for each of its rules', () => {
    expect(Object.keys(violations).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it('fails on each of them, at the file that breaks it', async () => {
    using scratch = new ScratchCopy({
      ...Object.fromEntries(Object.values(violations)),
      'apps/worker/src/seeded.ts': "import './seeded-too.js';",
    });
    const args = ['apps', 'libs', '--config', '.dependency-cruiser.cjs', '-T', 'json'];
    const { stdout } = await scratch.run('depcruise', ...args);
    const found = (JSON.parse(stdout) as Cruise).summary.violations;
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
      using scratch = new ScratchCopy({ [file]: impurities.map(([, line]) => `${line}\n`).join('') });
      const { stdout } = await scratch.run('eslint', '--format', 'json', file);
      const [seen] = JSON.parse(stdout) as [Lint];
      impurities.forEach(([rule, line], index) => {
        const rules = seen.messages.filter((message) => message.line === index + 1).map(({ ruleId }) => ruleId);
        expect({ line, rules }).toEqual({ line, rules: expect.arrayContaining([rule]) as string[] });
      });
    },
    60_000,
  );
});
