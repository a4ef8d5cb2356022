// What a program needs that is no server: #platform would load the whole of it, which takes a second.
export * from './cannot-start.js';
export * from './commands/command-table.js';
export * from './configuration/configuration.js';
export * from './configuration/read-configuration.js';
export * from './identity/local-issuer.js';
export * from './log/without-secrets.js';
export * from './reads/moment.js';
