import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { acceptanceOf } from './acceptance.js';
import { Problem } from '../problems/problem.js';
import { rememberRulesOfShapes } from './rules-of-shapes.js';

/** What is wrong with a field: its path from the body's root (`lines[0].quantity`), and what is expected of it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

const DEEPEST = 16;
const MOST_ERRORS = 50;
/** Names that every object has: class-transformer passes over them in silence, and some change what an object is. */
const FORBIDDEN = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const STRICT = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

rememberRulesOfShapes();

/** An instance of a class out of a body of JSON; throws the problem `BodyNotUnderstood` naming every field that is wrong. */
export function understand<T extends object>(shape: new () => T, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw notUnderstood([{ field: '', message: `the body must be a JSON object, not ${kindOf(body)}` }]);
  const hostile = hostilePart(body, '', 1);
  if (hostile) throw notUnderstood([hostile]);
  return acceptanceOf(shape)(body) ?? validated(shape, body);
}

function validated<T extends object>(shape: new () => T, body: object): T {
  const instance = plainToInstance(shape, body);
  const errors = validateSync(instance, STRICT);
  if (errors.length > 0) throw notUnderstood(errors.flatMap((error) => fieldErrors(error, '')));
  return instance;
}

function notUnderstood(errors: readonly FieldError[]): Problem {
  const shown = errors.slice(0, MOST_ERRORS);
  const detail = shown.map(({ message }) => message).join('; ');
  return new Problem('BodyNotUnderstood', `${detail}.`, { errors: shown });
}

function kindOf(body: unknown): string {
  if (body === null) return 'null';
  if (body === undefined) return 'nothing';
  return Array.isArray(body) ? 'an array' : `a ${typeof body}`;
}

/** Keys that could change what an object is, and nesting deeper than any command has, are turned away before they are looked into. */
function hostilePart(value: object, path: string, depth: number): FieldError | undefined {
  if (depth > DEEPEST) return { field: path, message: `${path} is nested deeper than ${DEEPEST} levels` };
  for (const [key, part] of Object.entries(value)) {
    const at = joined(path, Array.isArray(value) ? `[${key}]` : key);
    if (FORBIDDEN.has(key)) return { field: at, message: `${at} is a name that no field may have` };
    const found = typeof part === 'object' && part !== null ? hostilePart(part as object, at, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function fieldErrors({ property, constraints = {}, children = [] }: ValidationError, path: string): FieldError[] {
  const field = joined(path, /^\d+$/.test(property) ? `[${property}]` : property);
  const own = Object.entries(constraints).map(([rule, message]) => ({
    field,
    message: worded(rule, message, property, field),
  }));
  return [...own, ...children.flatMap((child) => fieldErrors(child, field))];
}

function worded(rule: string, message: string, property: string, field: string): string {
  if (rule === 'whitelistValidation') return `${field} is not a field of this command`;
  return message.startsWith(`${property} `) ? `${field}${message.slice(property.length)}` : `${field}: ${message}`;
}

function joined(path: string, key: string): string {
  return path === '' || key.startsWith('[') ? `${path}${key}` : `${path}.${key}`;
}
