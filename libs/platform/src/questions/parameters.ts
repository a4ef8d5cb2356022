import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import type { AnyQuestion } from '#eventsourcing';
import { Problem } from '../problems/problem.js';
import { onlyTakes, valuesOf, type Query } from '../reads/query.js';
import { TIMES } from '../reads/times.js';

/** The parameters of every question that are not its own. */
export const QUESTION_PARAMETERS = [...TIMES, 'explain', 'limit', 'cursor', 'download'] as const;

/** The names of a question's own parameters, as its class declares them. */
export function parameterNames({ parameters }: AnyQuestion): readonly string[] {
  const declared = getMetadataStorage().getTargetValidationMetadatas(parameters, '', false, false);
  return [...new Set(declared.map(({ propertyName }) => propertyName))];
}

/**
 * An instance of a question's class out of an address, which takes parameters beside the question's own; throws `QueryNotUnderstood`
 * naming every parameter that is wrong.
 */
export function parametersOf(
  question: AnyQuestion,
  query: Query,
  beside: readonly string[] = QUESTION_PARAMETERS,
): object {
  const names = parameterNames(question);
  onlyTakes(query, [...names, ...beside]);
  const given = names.flatMap((name): [string, unknown][] => {
    const values = valuesOf(query, name);
    return values.length === 0 ? [] : [[name, values.length === 1 ? values[0] : values]];
  });
  const instance = plainToInstance<object, object>(question.parameters, Object.fromEntries(given));
  // A question that takes nothing has a class that nothing is known of.
  const options = { validationError: { target: false, value: false }, forbidUnknownValues: false };
  const errors = validateSync(instance, options);
  if (errors.length > 0) throw wrong(errors);
  return instance;
}

/** Throws where a question has a parameter by the name of one that all questions take. */
export function ensureAskable(question: AnyQuestion): void {
  const taken = parameterNames(question).find((name) => (QUESTION_PARAMETERS as readonly string[]).includes(name));
  if (taken !== undefined)
    throw new Error(`the question ${question.name} has a parameter ${taken}, which all questions take`);
}

function wrong(errors: readonly ValidationError[]): Problem {
  const found = errors.flatMap(({ property, constraints = {} }) =>
    Object.values(constraints).map((message) => ({ field: property, message })),
  );
  const detail = found.map(({ message }) => message).join('; ');
  return new Problem('QueryNotUnderstood', `${detail}.`, { parameter: errors[0]?.property, errors: found });
}
