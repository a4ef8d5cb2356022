import type { Column } from '#eventsourcing';
import { views } from './index.js';

const columns = views.flatMap((view) =>
  Object.entries<Column>(view.columns).map(([name, column]) => ({ ...column, name: `${view.name}.${name}` })),
);

describe('a column of a view', () => {
  it('is told of in one sentence', () => {
    expect(columns.filter(({ about }) => !about?.endsWith('.')).map(({ name }) => name)).toEqual([]);
  });

  it('leaves room for the column of names beside it', () => {
    const taken = new Set(columns.map(({ name }) => name));
    expect(columns.filter(({ name, codes }) => codes && taken.has(`${name}Name`)).map(({ name }) => name)).toEqual([]);
  });

  it('says of which codes it is where it is of the party or in the currency', () => {
    const named = /\.(party|parties|donor|recipient|owner|currency|base|chairs|leads|members|voters)$/;
    const silent = columns.filter(({ name, kind, codes }) => named.test(name) && kind.startsWith('text') && !codes);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
