import { textOf } from './support/markdown.js';
import { ScratchCopy } from './support/scratch-copy.js';

jest.setTimeout(180_000);

/** What is added to a file: the whole of it, or each text after the first place where another one stands. */
type Edit = string | readonly (readonly [after: string, text: string])[];

/** Something that is added, as the table of the README names it; `called` is what is written there in one letter. */
interface Addition {
  readonly what: string;
  readonly called: Readonly<Record<string, string>>;
  readonly edits: Readonly<Record<string, Edit>>;
}

const command: Addition = {
  what: 'a command with its event',
  called: { x: 'hub' },
  edits: {
    'libs/domain/src/hub/hub.commands.ts': [
      [
        "from '../values/words.js';\n",
        `
/** Records that a hub was inspected on a day. */
export class InspectHub {
  @IsId() hubId!: string;
  @IsDay() on!: string;
}
`,
      ],
    ],
    'libs/domain/src/hub/hub.ts': [
      [
        "import type * as commands from './hub.commands.js';\n",
        "\nexport type HubInspected = Event<'HubInspected', { hubId: string; on: string }>;",
      ],
      ['export type HubEvent =', ' HubInspected |'],
      ["readonly status: 'open';\n", 'readonly inspected?: string;\n'],
      ['  may: {\n', "InspectHub: ['coordinator', 'policy'],\n"],
      [
        '  decide: {\n',
        `InspectHub: ({ data: { hubId, on } }, state) =>
          opened(state, hubId).inspected === on ? [] : [{ type: 'HubInspected', data: { hubId, on } }],\n`,
      ],
      [
        '  evolve: {\n',
        'HubInspected: (state, { data: { hubId, on } }) => ({ ...opened(state, hubId), inspected: on }),\n',
      ],
    ],
    'libs/domain/src/hub/hub.spec.ts': [
      [
        "describe('a hub', () => {\n",
        `
  const inspection = { hubId, on: '2024-06-10' };
  const inspected: Past = { type: 'HubInspected', data: inspection };
  it('is inspected', () => given(opened).when('InspectHub', inspection, coordinator).then(inspected));
  it('is inspected once a day (R34)', () =>
    given(opened, inspected).when('InspectHub', inspection, coordinator).thenNothing());
`,
      ],
    ],
  },
};

const view: Addition = {
  what: 'a view',
  called: { y: 'inspections' },
  edits: {
    'libs/views/src/inspections.ts': `
import type { HubInspected } from '#domain';
import { text, view } from '#eventsourcing';

type InspectionRow = { readonly on: string };

/** When each hub was inspected last. */
export const inspections = view<InspectionRow, HubInspected>('inspections', {
  columns: { on: text() },
  key: ({ data }) => data.hubId,
  on: { HubInspected: (_, { data: { on } }) => ({ on }) },
});
`,
    'libs/views/src/inspections.spec.ts': `
import { specifyView } from '#testing';
import { views } from './index.js';
import { inspections } from './inspections.js';

describe('the inspection of a hub', () => {
  it('is the last one', () => {
    specifyView(inspections)({ type: 'HubInspected', data: { hubId: 'rzeszow', on: '2024-06-10' } }).then('rzeszow', {
      on: '2024-06-10',
    });
  });
  it('is among all views', () => expect(views).toContain(inspections));
});
`,
    'libs/views/src/views.ts': [["from './imports.js';\n", "export { inspections } from './inspections.js';\n"]],
  },
};

const question: Addition = {
  what: 'a question',
  called: { q: 'inspected' },
  edits: {
    'libs/views/src/inspected.ts': `
import { integer, question, sql } from '#eventsourcing';
import { hubs } from './hubs.js';

/** How many are inspected is asked for with nothing but the two times. */
export class InspectedParameters {}

/** How many hubs there are to inspect. */
export const inspected = question<InspectedParameters, { readonly hubs: number }, { readonly hubs: number }>('inspected', {
  about: 'How many hubs there are to inspect.',
  fields: { hubs: integer('How many hubs there are.') },
  parameters: InspectedParameters,
  reads: [hubs],
  ask: (_, tables) => sql\`select count(*)::int as hubs from \${tables.visible(hubs)} hub\`,
  answer: ([row]) => ({ hubs: row?.hubs ?? 0 }),
});
`,
    'libs/views/src/inspected.spec.ts': `
import { askOf } from '#testing';
import { questions } from './index.js';
import { inspected } from './inspected.js';

describe('the hubs to inspect', () => {
  it('are counted', async () => {
    const asked = await askOf(inspected);
    expect(await asked.ask({})).toEqual({ hubs: 0 });
    await asked.close();
  });
  it('are among all questions', () => expect(questions).toContain(inspected));
});
`,
    'libs/views/src/questions.ts': [["from './funnel.js';\n", "export { inspected } from './inspected.js';\n"]],
  },
};

const policy: Addition = {
  what: 'a policy',
  called: { p: 'inspect-hubs' },
  edits: {
    'libs/policies/src/inspect-hubs.ts': `
import type { HubCapacityChanged, HubOpened, InspectHub, Plain } from '#domain';
import { policy, type Command, type Intent } from '#eventsourcing';

type Asked = Command<'InspectHub', Plain<InspectHub>>;

/** A hub is inspected on the day on which it opens, or takes more. */
export const inspectHubs = policy<HubOpened | HubCapacityChanged, Asked>('inspect-hubs', {
  HubOpened: ({ data: { hubId }, occurredAt }) => [inspect(hubId, occurredAt)],
  HubCapacityChanged: ({ data: { hubId }, occurredAt }) => [inspect(hubId, occurredAt)],
});

function inspect(hubId: string, occurredAt: string): Intent<Asked> {
  return { type: 'InspectHub', data: { hubId, on: occurredAt.slice(0, 10) } };
}
`,
    'libs/policies/src/inspect-hubs.spec.ts': `
import { specifyPolicy } from '#testing';
import { policies } from './index.js';
import { inspectHubs } from './inspect-hubs.js';

describe('a hub that opens', () => {
  it('is inspected', () => {
    const data = { hubId: 'rzeszow', name: 'Rzeszow', host: 'POL', capacityPerDay: 2 };
    specifyPolicy(inspectHubs)({ type: 'HubOpened', data, occurredAt: '2024-06-10T09:00:00.000Z' }).then({
      ...{ type: 'InspectHub', data: { hubId: 'rzeszow', on: '2024-06-10' } },
    });
  });
  it('is looked after by one of the policies', () => expect(policies).toContain(inspectHubs));
});
`,
    'libs/policies/src/index.ts': [
      ["import type { AnyPolicy } from '#eventsourcing';\n", "import { inspectHubs } from './inspect-hubs.js';\n"],
      ['export const policies: readonly AnyPolicy[] = [\n', '  inspectHubs,\n'],
    ],
  },
};

const INCREMENTAL = ['--incremental', '--tsBuildInfoFile', '.tsbuildinfo'];
const additions = [command, view, question, policy];

/** A row that is left out, and where the compiler misses it. */
const missing: readonly [what: string, file: string, row: RegExp, misses: string][] = [
  ['the row of a command in decide', 'libs/domain/src/hub/hub.ts', /InspectHub: \(\{[^]*?\}\],\n/, 'InspectHub'],
  ['the row of an event in evolve', 'libs/domain/src/hub/hub.ts', /HubInspected: \(state.*\n/, 'HubInspected'],
  ['the row of an event in a view', 'libs/views/src/inspections.ts', /HubInspected: \(_.* /, 'HubInspected'],
  [
    'the row of an event in a policy',
    'libs/policies/src/inspect-hubs.ts',
    / HubCapacityChanged: .*\n/,
    'HubCapacityChanged',
  ],
  ['what is published of the answer to a question', 'libs/views/src/inspected.ts', / {2}fields: .*\n/, 'fields'],
];

let copy: ScratchCopy;

beforeAll(() => {
  copy = new ScratchCopy();
  for (const [file, edit] of additions.flatMap(({ edits }) => Object.entries(edits))) {
    copy.write(file, typeof edit === 'string' ? edit : edit.reduce(after, copy.read(file)));
  }
});
afterAll(() => {
  copy[Symbol.dispose]();
});

function after(text: string, [place, added]: readonly [string, string]): string {
  if (!text.includes(place)) throw new Error(`there is no ${JSON.stringify(place)} after which to add something`);
  return text.replace(place, () => place + added);
}

/** What the compiler has against the copy, or `compiles`. */
async function compiled(): Promise<string> {
  const { code, stdout } = await copy.run('tsc', '-p', 'tsconfig.json', ...INCREMENTAL);
  return code === 0 ? 'compiles' : stdout;
}

describe('the table of the README', () => {
  it.each(additions)('says which three files $what touches', ({ what, called, edits }) => {
    const [, touched = ''] = new RegExp(`^\\| ${what} +\\| (.*) \\|$`, 'm').exec(textOf('README.md')) ?? [];
    const named = [...touched.matchAll(/`([^`]+)`/g)].map(([, file = '']) =>
      file.replace(/^[a-z](?=\.)/, (letter) => called[letter] ?? letter),
    );
    const files = Object.keys(edits);
    expect(named).toHaveLength(3);
    expect(files.map((file) => named.find((name) => file.endsWith(`/${name}`)))).toEqual(named);
  });
});

describe('a command, a view, a question and a policy that are added so', () => {
  it('compile', async () => {
    expect(await compiled()).toBe('compiles');
  });

  it('do what their specs say', async () => {
    const specs = additions.flatMap(({ edits }) => Object.keys(edits).filter((file) => file.endsWith('.spec.ts')));
    const args = ['-c', 'jest.config.cjs', '--selectProjects', 'unit', '--json', '--runTestsByPath', ...specs];
    const { stdout, stderr } = await copy.run('jest', ...args);
    const { success, numPassedTestSuites } = JSON.parse(stdout) as { success: boolean; numPassedTestSuites: number };
    expect({ success, numPassedTestSuites, stderr }).toMatchObject({
      success: true,
      numPassedTestSuites: specs.length,
    });
  });

  it.each(missing)('do not compile without %s', async (_, file, row, misses) => {
    const whole = copy.read(file);
    copy.write(file, whole.replace(row, ''));
    expect(copy.read(file)).not.toBe(whole);
    const said = await compiled();
    copy.write(file, whole);
    expect(said).toMatch(new RegExp(`^${file}[^]*Property '${misses}' is missing`));
  });
});
