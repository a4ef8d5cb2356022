import { specifyView, type Told } from '#testing';
import type { ImportFinished, ImportStarted } from '#domain';
import { imports } from './imports.js';

const given = specifyView(imports);
const importId = 'kiel-r18';
const T1 = '2024-08-06T09:00:00.000Z';
const T2 = '2024-08-06T09:01:00.000Z';
const file = { source: 'kiel', release: 'r18', file: 'main.csv', sha256: 'a'.repeat(64) };
const started: Told<ImportStarted> = { type: 'ImportStarted', data: { importId, ...file, rows: 3 }, occurredAt: T1 };
const result = { added: 3, unchanged: 0, breaches: 1, rejects: 0 };
const finished: Told<ImportFinished> = {
  type: 'ImportFinished',
  data: { importId, rows: 3, ...result },
  occurredAt: T2,
};

describe('an import', () => {
  it('runs once it is started', () => {
    given(started).then(importId, {
      ...{ status: 'running', ...file, rows: 3, added: null, unchanged: null, breaches: null, rejects: null },
      ...{ started: T1, finished: null },
    });
  });
  it('is finished with what it came to', () => {
    given(started, finished).then(importId, {
      ...{ status: 'finished', ...file, rows: 3, ...result, started: T1, finished: T2 },
    });
  });
  it('is finished even where its start is not known yet', () => {
    given(finished).then(importId, {
      ...{ status: 'finished', source: null, release: null, file: null, sha256: null, rows: 3, ...result },
      ...{ started: null, finished: T2 },
    });
  });
});
