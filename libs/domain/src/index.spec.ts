import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateSync } from 'class-validator';
import { aggregates, positionFields } from './index.js';

const types = aggregates.flatMap(({ law, commands }) =>
  Object.entries(commands).map(([type, command]) => ({ law, type, command: command as new () => object })),
);

describe('the law', () => {
  it('names each command once', () => {
    const names = types.map(({ type }) => type);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has its streams for itself, named without a dash', () => {
    const streams = aggregates.map(({ law }) => law.stream);
    expect(new Set(streams).size).toBe(streams.length);
    expect(streams.filter((stream) => stream.includes('-'))).toEqual([]);
  });

  it.each(aggregates.map(({ law, commands }) => [law.stream, law, commands] as const))(
    'of %s has a row for each of its commands, and no other',
    (_, law, commands) => {
      const names = Object.keys(commands).sort();
      expect(Object.keys(law.decide).sort()).toEqual(names);
      expect(Object.keys(law.may).sort()).toEqual(names);
    },
  );

  it.each(types.map(({ type, law, command }) => [type, law.id, command] as const))(
    'refuses an empty %s before it is decided, its %s first of all',
    (_, id, command) => {
      const errors = validateSync(new command());
      expect(errors.map(({ property }) => property)).toContain(id);
    },
  );

  it('lists the events that say a position of the log', () => {
    const catalogue = readFileSync(join(import.meta.dirname, '../../../docs/catalogue.md'), 'utf8');
    const saying = [...catalogue.matchAll(/^\| `(\w+)` .*`position: string`/gm)].map(([, name]) => name ?? '');
    const commands = types.map(({ type }) => type);
    expect(saying.filter((name) => !commands.includes(name)).sort()).toEqual(Object.keys(positionFields).sort());
  });
});
