// Sources and ES modules are turned into CommonJS for Jest (jest.transform.cjs); unit specs stand beside what they specify.
const shared = {
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform: { '^.+\\.(ts|[cm]?js)$': '<rootDir>/jest.transform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?:typescript|@swc)/'],
  moduleNameMapper: {
    '^#(eventsourcing|domain|views|policies|stores|read-side|platform|importers|testing|client)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
};

module.exports = {
  projects: [
    { ...shared, displayName: 'unit', testRegex: '/(libs|apps)/.*\\.spec\\.ts$' },
    { ...shared, displayName: 'system', testRegex: '/test/.*\\.spec\\.ts$' },
  ],
};
