import { question, sql } from '#eventsourcing';
import { collected } from '#testing';
import { answerExport } from './answer-export.js';

class Nothing {}
const asked = question<Nothing, Record<string, unknown>, object>('asked', {
  about: 'What is asked.',
  parameters: Nothing,
  reads: [],
  ask: () => sql`select`,
  answer: () => ({}),
});
const at = {
  asOf: '2026-01-01T00:00:00.000Z',
  knownAt: { position: 5n, time: '2026-01-01T00:00:00.000Z' },
  position: 6n,
  failures: [{ view: 'pledges', position: 4n, eventId: 'event-4', type: 'PledgeMade', message: 'no' }],
};
const body = {
  asOf: at.asOf,
  in: 'EUR',
  without: ['USA', 'DEU'],
  next: null,
  rows: [
    { donor: 'GBR', pledged: { amount: '2.00', explain: '/a' }, years: [2024] },
    { donor: 'FRA', followed: null },
  ],
  total: { amount: '2.00' },
  changes: [],
};

describe('an answer as an export', () => {
  const exported = answerExport(asked, { without: 'USA,DEU', download: 'csv' }, { ...at, answer: {} }, body);

  it('says what concerns the whole', () => {
    expect([exported.name, ...exported.about]).toEqual([
      'asked-2026-01-01-5',
      ['question', 'asked'],
      ['about', 'What is asked.'],
      ['asOf', '2026-01-01T00:00:00.000Z'],
      ['knownAt', '2026-01-01T00:00:00.000Z'],
      ['position', '5'],
      ['stopped', 'pledges at position 4'],
      ['address', '/questions/asked?without=USA%2CDEU&asOf=2026-01-01T00%3A00%3A00.000Z&knownAt=5'],
      ['in', 'EUR'],
      ['without', 'USA, DEU'],
      ['next', ''],
    ]);
  });

  it('has each list, and each figure by itself, as a part', async () => {
    const parts = exported.tables.map(async ({ name, columns, batches }) => ({
      name,
      columns: columns.map((column) => column.name),
      rows: (await collected(batches())).flat(),
    }));
    expect(await Promise.all(parts)).toEqual([
      {
        name: 'rows',
        columns: ['donor', 'pledged.amount', 'pledged.explain', 'years', 'followed'],
        rows: [
          ['GBR', '2.00', '/a', [2024], undefined],
          ['FRA', undefined, undefined, undefined, null],
        ],
      },
      { name: 'total', columns: ['amount'], rows: [['2.00']] },
      { name: 'changes', columns: [], rows: [] },
    ]);
  });
});
