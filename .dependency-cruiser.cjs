const only = (name, comment, from, ...to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: '.', pathNot: [from, ...to] },
});

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const lib = (...names) => `^libs/(${names.join('|')})/`;

/** The rule of dependencies; test/architecture.spec.ts shows each rule failing on a seeded violation. */
module.exports = {
  forbidden: [
    only('kernel-alone', 'The kernel depends on nothing but node:crypto.', '^libs/eventsourcing/', '^crypto$'),
    only(
      'law-knows-nobody',
      'The law knows the kernel, the validation of its commands, and exact decimals.',
      '^libs/domain/',
      lib('eventsourcing'),
      npm('class-validator', 'class-transformer', 'big\\.js', '@types/big\\.js'),
    ),
    only(
      'views-know-words',
      'Views and policies know the kernel and the words of the law.',
      '^libs/(views|policies)/',
      lib('eventsourcing', 'domain'),
      npm('class-validator', 'class-transformer', 'big\\.js', '@types/big\\.js', 'kysely'),
    ),
    {
      name: 'views-know-types-only',
      comment: 'Of the law, views and policies take types and no code.',
      severity: 'error',
      from: { path: '^libs/(views|policies)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-know-the-kernel',
      comment: 'Stores, the read side and importers rest on the kernel, not on each other nor on the platform.',
      severity: 'error',
      from: { path: '^libs/(stores|read-side)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/eventsourcing/'] },
    },
    {
      name: 'eventstoredb-in-one-place',
      comment: "Only one folder of the stores knows EventStoreDB's client.",
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^libs/stores/src/eventstoredb/' },
      to: { path: '(^|/)node_modules/@eventstore/' },
    },
    {
      name: 'eventstoredb-when-chosen',
      comment: 'What knows the client is loaded when EventStoreDB is chosen, and not before.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['^libs/stores/src/eventstoredb/', '\\.spec\\.ts$'] },
      to: { path: '^libs/stores/src/eventstoredb/', dynamic: false },
    },
    {
      name: 'importers-make-commands',
      comment: 'Importers know the kernel and the commands of the law.',
      severity: 'error',
      from: { path: '^libs/importers/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/', pathNot: ['^libs/importers/', '^libs/(eventsourcing|domain)/'] },
    },
    only(
      'client-knows-no-lib',
      'The client stands alone, for programs that have nothing else of this repository: it knows HTTP and no machine.',
      '^libs/client/',
      npm('eventsource-parser', 'openapi-fetch', 'openapi-typescript-helpers'),
    ),
    {
      name: 'nest-in-platform',
      comment: 'Only the platform, and the apps that start it, know NestJS.',
      severity: 'error',
      from: { pathNot: ['^libs/platform/', '^apps/', '^test/', '\\.spec\\.ts$'] },
      to: { path: '(^|/)node_modules/@nestjs/' },
    },
    {
      name: 'terminal-loads-no-server',
      comment:
        'What is done from a terminal answers at once: of the platform it loads #platform/terminal and single files.',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^libs/platform/src/index', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'telemetry-in-one-file',
      comment: 'What traces is loaded only where it is asked for: one file knows OpenTelemetry, and is imported later.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^libs/platform/src/tracing/open-telemetry' },
      to: { path: '(^|/)node_modules/@(opentelemetry|fastify/otel)/' },
    },
    {
      name: 'no-way-back',
      comment: 'No lib knows an app, and only apps and tests know the platform.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'testing-in-tests',
      comment: 'What tests are made of is not shipped.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['\\.spec\\.ts$', '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'tests-serve-nobody',
      comment: 'What specs of libraries are made of is in libs/testing; the tests of the whole are for themselves.',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-circles',
      comment: 'Files do not import each other in a loop.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['types', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
