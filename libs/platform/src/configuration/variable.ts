import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** An environment variable: its name, what it is to hold, in words, and an example. */
export interface Variable {
  readonly name: string;
  readonly field: string;
  readonly expected: string;
  readonly example: string;
}

const declared = new Map<object, readonly Variable[]>();

/** Declares that a field is read from this environment variable. */
export function FromVariable(name: string, expected: string, example: string): PropertyDecorator {
  return (target, field) => {
    const before = variablesOf(target.constructor);
    declared.set(target.constructor, [...before, { name, field: String(field), expected, example }]);
  };
}

/** A whole number between two others, or one of them. */
export function IsWhole(least: number, most: number): PropertyDecorator {
  return (target, field) => {
    for (const decorate of [Type(() => Number), IsInt(), Min(least), Max(most)]) decorate(target, field);
  };
}

/** The variables that a class is read from, in the order of its fields. */
export function variablesOf(type: object): readonly Variable[] {
  return declared.get(type) ?? [];
}
