import 'reflect-metadata';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { IsDefined, IsInt, IsString, registerDecorator, ValidateNested, validateSync } from 'class-validator';
import fc from 'fast-check';
import { aggregates } from '#domain';
import { exampleOf } from '../openapi/example.js';
import { schemasOf, type Json } from '../openapi/schemas.js';
import { acceptanceOf } from './acceptance.js';
import type { Aggregate, CommandClass } from './command-table.js';

const shapes = (aggregates as readonly Aggregate[]).flatMap(({ commands }) => Object.values(commands));
const schemas = schemasOf(shapes);
const STRICT = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** What class-validator makes of a body: an instance, or nothing where it finds fault with it. */
function validated(shape: CommandClass, body: object): object | undefined {
  const instance = plainToInstance(shape, body);
  return validateSync(instance, STRICT).length === 0 ? instance : undefined;
}

const wrong = fc.constantFrom<unknown>(
  ...[undefined, null, '', 'x', ' ', 'a'.repeat(5_001), '-1', '\u0000', '2024-13-01', 0, -1, 1.5, true],
  ...[[], {}, [null], [[]], [{}], ['DEU', 'DEU'], { other: 1 }],
);

/** Values of a schema, right ones for the most part, of every field that it has. */
function valueOf(schema: Json, field: string): fc.Arbitrary<unknown> {
  const { $ref, type, properties, items, required = [] } = schema;
  if (typeof $ref === 'string') return valueOf(schemas[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {}, field);
  if (type === 'array')
    return fc.oneof(
      { weight: 9, arbitrary: fc.array(valueOf(items as Json, field), { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: wrong },
    );
  if (type === 'object' && properties) {
    const fields = Object.entries(properties as Record<string, Json>).map(([name, of]) => [name, valueOf(of, name)]);
    const requiredKeys = required as never[];
    const whole = fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys });
    const other = fc.tuple(whole, wrong).map(([body, value]) => ({ ...body, anotherField: value }));
    return fc.oneof({ weight: 30, arbitrary: whole }, { weight: 1, arbitrary: other }, { weight: 1, arbitrary: wrong });
  }
  const right = fc.constant(exampleOf(schema, schemas, field));
  return fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

class Later {
  @IsInt() size!: number;
}
class Typed {
  @Type(() => Later) part!: Later;
  @IsString() name!: string;
}
class Transformed {
  @Transform(({ value }) => String(value)) @IsString() name!: string;
}
class Chosen {
  @IsString({ groups: [] }) @IsDefined({ context: {} }) name!: string;
}
const Patient = () => (target: object, propertyName: string) => {
  registerDecorator({
    async: true,
    name: 'patient',
    target: target.constructor,
    propertyName,
    validator: { validate: () => Promise.resolve(true) },
  });
};
class Waiting {
  @Patient() name!: string;
}
class Tree {
  @IsString() name!: string;
  @ValidateNested() @Type(() => Later) part!: Later;
}

describe('a body that is accepted at once', () => {
  it.each(shapes.map((shape) => [shape.name, shape] as const))('is an example of %s', (name, shape) => {
    const example = exampleOf(schemas[name] ?? {}, schemas) as object;
    expect(acceptanceOf(shape)(example)).toStrictEqual(validated(shape, example));
    expect(acceptanceOf(shape)(example)).toBeInstanceOf(shape);
  });

  it('is one that class-validator finds no fault with, and has become the same', () => {
    let accepted = 0;
    const cases = fc.constantFrom(...shapes).chain((shape) => {
      const bodies = valueOf(schemas[shape.name] ?? {}, shape.name).filter(
        (body) => typeof body === 'object' && !!body,
      );
      return fc.tuple(fc.constant(shape), bodies);
    });
    fc.assert(
      fc.property(cases, ([shape, body]) => {
        const taken = acceptanceOf(shape)(body);
        if (!taken) return;
        accepted++;
        expect(taken).toStrictEqual(validated(shape, structuredClone(body)));
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  it('is of a class of its own and no other kind of object', () => {
    expect(acceptanceOf(Tree)({ name: 'a', part: { size: 1 } })).toStrictEqual(
      Object.assign(new Tree(), { name: 'a', part: Object.assign(new Later(), { size: 1 }) }),
    );
    for (const body of [new Tree(), [], { name: 'a', part: new Later() }, { name: new Date(), part: { size: 1 } }])
      expect(acceptanceOf(Tree)(body)).toBeUndefined();
  });

  it.each([
    ['is transformed', Transformed, { name: 'a' }],
    ['is checked later', Waiting, { name: 'a' }],
    ['has a class but no rule', Typed, { name: 'a', part: { size: 1 } }],
  ])('is none of a class of which a field %s', (_, shape, body) => {
    expect(acceptanceOf<object>(shape)(body)).toBeUndefined();
  });

  it('keeps to the rules that a class shares with others', () => {
    expect(acceptanceOf(Chosen)({ name: 'a' })).toStrictEqual(Object.assign(new Chosen(), { name: 'a' }));
    expect(acceptanceOf(Chosen)({})).toBeUndefined();
  });
});
