import { specify } from '#testing';
import { Import } from './import.js';

const given = specify(Import, { by: 'UDCG', at: '2024-08-06T09:00:00.000Z', roles: ['historian'] });

const importId = 'kiel-r18';
const start = { importId, source: 'kiel', release: 'r18', file: 'main.csv', sha256: 'a'.repeat(64), rows: 3 };
const started = { type: 'ImportStarted' as const, data: start };
const breach = { importId, row: 2, rule: 'R7', code: 'NoSource', stream: 'pledge-kiel-r18-AUM1', detail: 'no source' };
const recorded = { type: 'BreachRecorded' as const, data: breach };
const finish = { importId, rows: 3, added: 3, unchanged: 0, breaches: 1, rejects: 0 };
const finished = { type: 'ImportFinished' as const, data: finish };

describe('an import', () => {
  it('starts', () => given().when('StartImport', start).then(started));
  it('of the same file is the same one (R31)', () => given(started).when('StartImport', start).thenNothing());
  it('of another file starts anew', () => {
    const another = { ...start, sha256: 'b'.repeat(64) };
    return given(started).when('StartImport', another).then({ type: 'ImportStarted', data: another });
  });
  it('records what breaks a rule (R32)', () => given(started).when('RecordBreach', breach).then(recorded));
  it('records each breach once', () => given(started, recorded).when('RecordBreach', breach).thenNothing());
  it('finishes with what it came to', () => given(started, recorded).when('FinishImport', finish).then(finished));
  it('stays as it finished when a later run adds nothing', () =>
    given(started, finished)
      .when('FinishImport', { ...finish, added: 0, unchanged: 3 })
      .thenNothing());
  it('is started before anything else', () =>
    given().when('FinishImport', finish).thenRejected('NoSuchImport', { importId }));
});
