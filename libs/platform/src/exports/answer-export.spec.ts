import {
  boolean,
  integer,
  json,
  list,
  measuredIn,
  money,
  optional,
  orNull,
  part,
  question,
  sql,
  text,
  textArray,
} from '#eventsourcing';
import { collected } from '#testing';
import { answerExport } from './answer-export.js';
import { csvOf } from './csv.js';

class Nothing {}
const asked = question<Nothing, Record<string, unknown>, object>('asked', {
  about: 'What is asked.',
  fields: {
    in: text('The currency of the answer.', 'currency'),
    without: textArray('The parties that are left out.'),
    share: optional(measuredIn('percent', money('A part.'))),
    next: orNull(part('What comes next.', { on: text('The day.') })),
    rows: list('A row for each donor.', {
      donor: text('The party that gives.', 'party'),
      month: optional(text('The month.')),
      pledged: optional(
        part('What it announced.', {
          amount: measuredIn('the currency `in`', money('What it comes to.')),
          explain: text('What it is made of.'),
        }),
      ),
      years: optional(json('In which years.')),
      followed: orNull(boolean('Whether it followed.')),
      goods: optional(list('What is given.', { item: text('What it is.') })),
    }),
    total: part('All of it.', { amount: money('What it comes to.') }),
    changes: list('What changed.', { key: text('Of what.'), rows: integer('How much.') }),
  },
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
    { donor: 'GBR', pledged: { amount: '2.00', explain: '/a' }, years: [2024], followed: true },
    { donor: 'FRA', followed: null, goods: [{ item: 'Trucks' }] },
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
      ['field in', 'text; The currency of the answer.'],
      ['field without', 'text[]; The parties that are left out.'],
      ['field next', 'What comes next.'],
    ]);
  });

  it('has each list, and each figure by itself, as a part in the columns that are declared, without those that no row has', async () => {
    const parts = exported.tables.map(async ({ name, columns, batches }) => ({
      name,
      columns: columns.map((column) => column.name),
      rows: (await collected(batches())).flat(),
    }));
    expect(await Promise.all(parts)).toEqual([
      {
        name: 'rows',
        columns: ['donor', 'donorName', 'pledged.amount', 'pledged.explain', 'years', 'followed', 'goods'],
        rows: [
          ['GBR', 'United Kingdom', '2.00', '/a', [2024], true, undefined],
          ['FRA', 'France', undefined, undefined, undefined, null, [{ item: 'Trucks' }]],
        ],
      },
      { name: 'total', columns: ['amount'], rows: [['2.00']] },
      { name: 'changes', columns: ['key', 'rows'], rows: [] },
    ]);
  });

  it('says of each column what it holds and means', async () => {
    const [head = ''] = await collected(csvOf(exported));
    expect(head.split('\r\n').filter((line) => line.startsWith('# column'))).toEqual([
      '# column donor of rows: text; The party that gives.',
      '# column donorName of rows: text; What donor is called.',
      '# column pledged.amount of rows: money in the currency `in`; What it announced. What it comes to.',
      '# column pledged.explain of rows: text; What it announced. What it is made of.',
      '# column years of rows: json; In which years.',
      '# column followed of rows: boolean; Whether it followed.',
      '# column goods of rows: json; What is given.',
      '# column amount of total: money; What it comes to.',
      '# column key of changes: text; Of what.',
      '# column rows of changes: integer; How much.',
    ]);
  });
});
