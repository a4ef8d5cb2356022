import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

/** A part of a JSON document. */
export type Json = Readonly<Record<string, unknown>>;

type Shape = new () => object;

const options = {
  classTransformerMetadataStorage: defaultMetadataStorage,
  refPointerPrefix: '#/components/schemas/',
  additionalConverters: {
    [ValidationTypes.CUSTOM_VALIDATION]: {},
    matches: ({ constraints }: { constraints?: readonly unknown[] }) => ({
      type: 'string' as const,
      pattern: (constraints?.[0] as RegExp).source,
    }),
  },
};

/** The schema of a class, and of every class its fields are made of, by class name; made of their validation alone. */
export function schemasOf(shapes: readonly Shape[]): Record<string, Json> {
  const schemas: Record<string, Json> = {};
  const todo = [...shapes];
  for (let shape = todo.pop(); shape; shape = todo.pop()) {
    if (Object.hasOwn(schemas, shape.name)) continue;
    const schema = targetConstructorToSchema(shape, options);
    schemas[shape.name] = { ...schema, additionalProperties: false };
    todo.push(...partsOf(shape, Object.keys(schema.properties ?? {})));
  }
  return schemas;
}

function partsOf(shape: Shape, fields: readonly string[]): Shape[] {
  return fields.flatMap((field) => {
    const part = typeOf(shape, field)?.typeFunction();
    return typeof part === 'function' && part !== Number && part !== String && part !== Date ? [part as Shape] : [];
  });
}

function typeOf(shape: Shape, field: string): { typeFunction(): unknown } | undefined {
  return defaultMetadataStorage.findTypeMetadata(shape, field);
}
