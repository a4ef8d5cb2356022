export { StoreClosed, type Pace } from './appending.js';
export { MemoryStore } from './memory.js';
export { CannotOpenLog } from './sqlite/log-file.js';
export { openSqliteReader, ReadOnly, type SqliteReaderOptions } from './sqlite/sqlite-reader.js';
export { CommitFailed, openSqliteStore, type SqliteOptions } from './sqlite/sqlite-store.js';
