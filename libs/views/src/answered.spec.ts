import { isPart, type Field, type Fields, type Part, type Value } from '#eventsourcing';
import { questions } from './index.js';

const fieldsIn = (fields: Fields, within: string): readonly (readonly [name: string, field: Field])[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    [`${within}.${name}`, field] as const,
    ...(isPart(field) ? fieldsIn(field.fields, `${within}.${name}`) : []),
  ]);
const all = questions.flatMap(({ name, fields }) => fieldsIn(fields, name));
const values = all.filter((each): each is readonly [string, Value] => !isPart(each[1]));
const parts = all.filter((each): each is readonly [string, Part] => isPart(each[1]));
const namesOf = (some: typeof all) => some.map(([name]) => name);

describe('a field of an answer', () => {
  it('is told of in one sentence', () => {
    expect(namesOf(all.filter(([, { about }]) => !/^[A-Z][^.]*(\.[^ .][^.]*)*\.$/.test(about ?? '')))).toEqual([]);
  });

  it('says of which codes it is where it is of a party or a currency', () => {
    const named = /\.(without|recipient|donors?|currency|in)$/;
    const silent = values.filter(([name, { kind, codes }]) => named.test(name) && kind.startsWith('text') && !codes);
    expect(namesOf(silent)).toEqual([]);
  });

  it('leaves room for the column of names beside it', () => {
    const taken = new Set(namesOf(all));
    expect(namesOf(values.filter(([name, { codes }]) => codes && taken.has(`${name}Name`)))).toEqual([]);
  });

  it('says what it is measured in where it is money', () => {
    expect(namesOf(values.filter(([, { kind, unit }]) => kind === 'money' && unit === undefined))).toEqual([]);
  });

  it('is in a part that has some', () => {
    expect(namesOf(parts.filter(([, { fields }]) => Object.keys(fields).length === 0))).toEqual([]);
  });
});
