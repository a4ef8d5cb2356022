import type { Column } from './view.js';

/** A value of an answer: a column with what it is measured in, where it is measured, and the words that it is one of, where they are few. */
export interface Value extends Column, Wanting {
  /** As it stands after "in": `percent`, or the field that names it. */
  readonly unit?: string;
  readonly words?: readonly string[];
}

/** Fields that belong together: an object in an answer, or a list of them. */
export interface Part extends Wanting {
  readonly kind: 'part' | 'list';
  readonly about: string;
  readonly fields: Fields;
}

/** How a field may be wanting: unless it says so it is always there, and never null. */
interface Wanting {
  readonly nullable?: boolean;
  readonly optional?: boolean;
}

/** A field of an answer: a value, or a part that has fields itself. */
export type Field = Value | Part;

/** The fields of an answer or of a part of it, in their order. In a figure, `explain` is the address of what it is made of. */
export type Fields = Readonly<Record<string, Field>>;

/** The kinds of fields that an answer has beside columns, and how they may be wanting, as a question declares them. */
export const list = (about: string, fields: Fields): Part => ({ kind: 'list', about, fields });
export const part = (about: string, fields: Fields): Part => ({ kind: 'part', about, fields });
export const oneOf = (words: readonly string[], about: string): Value => ({ kind: 'text', about, words });
export const measuredIn = (unit: string, value: Value): Value => ({ ...value, unit });
export const orNull = <F extends Field>(field: F): F => ({ ...field, nullable: true });
export const optional = <F extends Field>(field: F): F => ({ ...field, optional: true });

/** Whether a field has fields itself. */
export function isPart(field: Field): field is Part {
  return 'fields' in field;
}
