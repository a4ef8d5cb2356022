import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage as types } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Shape<T extends object = object> = new () => T;

/** An instance of a class out of a body, if the body is right; `undefined` where it may be wrong, which `understand` then finds out. */
export type Acceptance<T extends object = object> = (body: object) => T | undefined;

/** What is to be so of a field's value, in its object; fields whose `conditions` do not hold may have any. */
interface Field {
  readonly name: string;
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly rules: readonly ((value: unknown, object: object) => boolean)[];
  /** The class of what the field holds, one or many of it. */
  readonly part: Acceptance | undefined;
}

const known = new WeakMap<Shape, Acceptance>();

/**
 * The acceptance of a class: its rules, as class-validator was told of them, brought once into the order in which a right body passes them. What it
 * accepts, class-validator accepts as well; classes with rules of kinds that no command has are accepted by it alone.
 */
export function acceptanceOf<T extends object>(shape: Shape<T>): Acceptance<T> {
  const acceptance = known.get(shape) ?? made(shape);
  known.set(shape, acceptance);
  return acceptance as Acceptance<T>;
}

function made(shape: Shape): Acceptance {
  const fields = fieldsOf(shape);
  if (!fields) return () => undefined;
  const byName = new Map(fields.map((field) => [field.name, field]));
  return (body) => {
    if (Object.getPrototypeOf(body) !== Object.prototype) return undefined;
    const instance = new shape() as Record<string, unknown>;
    for (const [name, value] of Object.entries(body)) {
      const field = byName.get(name);
      if (!field) return undefined;
      const taken = field.part ? partsOf(field.part, value) : copied(value);
      if (taken === undefined && value !== undefined) return undefined;
      instance[name] = taken;
    }
    return fields.every((field) => isRight(field, instance)) ? instance : undefined;
  };
}

function isRight({ name, conditions, rules }: Field, object: Readonly<Record<string, unknown>>): boolean {
  const value = object[name];
  return !conditions.every((holds) => holds(object, value)) || rules.every((holds) => holds(value, object));
}

/** What a field of parts holds, as instances of their class; `undefined` where one of them may be wrong. */
function partsOf(part: Acceptance, value: unknown): unknown {
  if (!Array.isArray(value)) return isObject(value) ? part(value) : undefined;
  const parts: object[] = [];
  for (const item of value as readonly unknown[]) {
    const taken = isObject(item) && !Array.isArray(item) ? part(item) : undefined;
    if (!taken) return undefined;
    parts.push(taken);
  }
  return parts;
}

/** A copy of JSON; `undefined` where it is none. */
function copied(value: unknown): unknown {
  if (!isObject(value)) return value;
  const isArray = Array.isArray(value);
  if (!isArray && Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  return isArray
    ? value.map(copied)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The fields of a class with their rules; `undefined` where one has a rule of a kind that is not known here. */
function fieldsOf(shape: Shape): readonly Field[] | undefined {
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(shape, '', false, false);
  const fields = Object.entries(storage.groupByPropertyName(rules)).map(([name, own]) => fieldOf(shape, name, own));
  return fields.length > 0 && fields.every((field) => field !== undefined) ? fields : undefined;
}

function fieldOf(shape: Shape, name: string, metadatas: readonly Metadata[]): Field | undefined {
  const of = (...wanted: readonly string[]) => metadatas.filter(({ type }) => wanted.includes(type));
  const [conditional, nested] = [of(ValidationTypes.CONDITIONAL_VALIDATION), of(ValidationTypes.NESTED_VALIDATION)];
  const rules = of(ValidationTypes.CUSTOM_VALIDATION, ValidationTypes.IS_DEFINED).map(ruleOf);
  const type = types.findTypeMetadata(shape, name) as ReturnType<typeof types.findTypeMetadata> | undefined;
  const others =
    metadatas.length - rules.length - conditional.length - nested.length - of(ValidationTypes.WHITELIST).length;
  const isKnown =
    others === 0 && rules.every((rule) => rule !== undefined) && nested.length > 0 === (type !== undefined);
  if (!isKnown || isTransformed(shape, name)) return undefined;
  return {
    name,
    conditions: conditional.map(({ constraints }) => constraints[0] as Field['conditions'][number]),
    rules,
    part: type && partOf(() => type.typeFunction() as Shape),
  };
}

/** The acceptance of a class that may be told of later, or within itself. */
function partOf(shape: () => Shape): Acceptance {
  let acceptance: Acceptance | undefined;
  return (body) => (acceptance ??= acceptanceOf(shape()))(body);
}

function ruleOf({
  constraintCls,
  constraints,
  each,
  validateIf,
  propertyName,
}: Metadata): Field['rules'][number] | undefined {
  const checks = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  if (validateIf || checks.some(({ async }) => async)) return undefined;
  return (value, object) => {
    const given = { targetName: object.constructor.name, property: propertyName, object, value, constraints };
    const passes = (one: unknown) => checks.every(({ instance }) => instance.validate(one, given) === true);
    return each && Array.isArray(value) ? value.every(passes) : passes(value);
  };
}

function isTransformed(shape: Shape, name: string): boolean {
  const transforms = types.findTransformMetadatas(shape, name, TransformationType.PLAIN_TO_CLASS);
  return transforms.length > 0 || types.getStrategy(shape) !== 'none';
}
