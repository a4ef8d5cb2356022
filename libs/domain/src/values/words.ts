import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsISO8601,
  IsObject,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { Type } from 'class-transformer';

/** An ISO 3166-1 alpha-3 code, or an organisation's (`NATO`, `EU`, `EIB`, `EPF`, `NSATU`). */
export type Party = string;

/** A property decorator that is made of several. */
export function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

/** The field may be left out; `null` is not leaving it out. */
export const Optional = () => ValidateIf((_, value) => value !== undefined);

/** An identity chosen by the sender, which becomes part of a stream's name. */
export const IsId = (options?: ValidationOptions) =>
  Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
    message: '$property must be 1 to 100 letters, digits, dots, dashes or underscores, the first a letter or digit',
    ...options,
  });

/** A party's code. */
export const IsParty = (options?: ValidationOptions) =>
  Matches(/^[A-Z]{2,5}$/, { message: '$property must be a party code such as DEU or NATO', ...options });

/** An ISO 4217 code. */
export const IsCurrency = () =>
  Matches(/^[A-Z]{3}$/, { message: '$property must be a currency code such as EUR (ISO 4217)' });

/** A decimal that is not negative, as a string: up to 18 digits before the point and 9 after it. */
export const IsQuantity = () =>
  Matches(/^\d{1,18}(\.\d{1,9})?$/, { message: '$property must be a decimal string such as "1250000.50"' });

/** A decimal greater than zero, as a string: up to 18 digits before the point and 9 after it. */
export const IsPositiveQuantity = () =>
  Matches(/^(?=[\d.]*[1-9])\d{1,18}(\.\d{1,9})?$/, {
    message: '$property must be a decimal string greater than zero, such as "12"',
  });

/** A decimal other than zero, below it or above it, as a string: up to 18 digits before the point and 9 after it. */
export const IsDifference = () =>
  Matches(/^-?(?=[\d.]*[1-9])\d{1,18}(\.\d{1,9})?$/, {
    message: '$property must be a decimal string other than zero, such as "-3600000000"',
  });

/** A decimal greater than zero, as a string: up to 12 digits before the point and 18 after it. */
export const IsRate = () =>
  Matches(/^(?=[\d.]*[1-9])\d{1,12}(\.\d{1,18})?$/, {
    message: '$property must be a decimal string greater than zero, such as "1.0759"',
  });

/** A day, `YYYY-MM-DD`, from 1900 to 2199. */
export const IsDay = () =>
  all(
    Matches(/^(19|20|21)\d\d-\d\d-\d\d$/, { message: '$property must be a day such as 2024-07-09' }),
    IsISO8601({ strict: true }, { message: '$property must be a day of the calendar' }),
  );

/** A time with its zone, ISO 8601, from 1900 to 2199; `utc` says it as the ledger does. */
export const IsTime = () =>
  all(
    Matches(/^(19|20|21)\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/, {
      message: '$property must be a time with a zone such as 2024-07-09T10:00:00Z',
    }),
    IsISO8601({ strict: true }, { message: '$property must be a time of the calendar' }),
  );

/** Text without control characters (which PostgreSQL does not take) but line breaks and tabs. */
export const IsText = (max: number, options?: ValidationOptions) =>
  all(
    Length(1, max, options),
    Matches(/^[\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\u{10FFFF}]*$/u, {
      message: '$property must be text without control characters',
      ...options,
    }),
  );

/** A list of nested objects, none of which is a list itself. */
export const ListOf = (of: () => new () => object, max: number, min = 0) =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(of),
  );

/** A nested object, which is not a list. */
export const One = (of: () => new () => object) => all(IsObject(), ValidateNested(), Type(of));
