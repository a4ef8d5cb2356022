import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsIn, IsOptional, Matches } from 'class-validator';

/** Takes one value, several, or several in one separated by commas, as a list. */
export function Several(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : [value].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : each)),
  );
}

/** Takes one or more of these words. */
export function SomeOf(name: string, words: readonly string[]): PropertyDecorator {
  const message = `${name} must be one or more of ${words.join(', ')}, each once`;
  return all(Several(), ArrayNotEmpty({ message }), ArrayUnique({ message }), IsIn(words, { each: true, message }));
}

/** Takes up to 200 codes to narrow an answer by; all where none is given. */
function Narrowing(name: string, pattern: RegExp, example: string): PropertyDecorator {
  const message = `${name} must be one or more codes such as ${example}, each once`;
  return all(
    IsOptional(),
    Several(),
    ...[ArrayNotEmpty({ message }), ArrayUnique({ message }), ArrayMaxSize(200, { message })],
    Matches(pattern, { each: true, message }),
  );
}

/** Takes the codes of parties to narrow an answer by. */
export function Parties(name: string, example = 'DEU'): PropertyDecorator {
  return Narrowing(name, /^[A-Z]{2,5}$/, example);
}

/** Takes kinds of aid to narrow an answer by. */
export function Kinds(name: string): PropertyDecorator {
  return Narrowing(name, /^[a-z]{1,40}$/, 'military');
}

/** Takes the code of a currency. */
export function Currency(name: string): PropertyDecorator {
  return Matches(/^[A-Z]{3}$/, { message: `${name} must be a currency code such as EUR` });
}

const RATES = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Takes the id of a set of rates. */
export function OneRateSet(name: string): PropertyDecorator {
  return Matches(RATES, { message: `${name} must be the id of a rate set such as kiel-r18` });
}

/** Takes the ids of up to 10 sets of rates. */
export function RateSets(name: string): PropertyDecorator {
  const message = `${name} must be the id of a rate set such as kiel-r18, or up to 10 of them, each once`;
  return all(
    Several(),
    ...[ArrayNotEmpty({ message }), ArrayUnique({ message }), ArrayMaxSize(10, { message })],
    Matches(RATES, { each: true, message }),
  );
}

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

/** What questions of money take that are answered in one currency by one rate set, of some donors and kinds or all. */
export class MoneyParameters {
  @Currency('in')
  in!: string;
  @OneRateSet('rates')
  rates!: string;
  @Parties('donor')
  donor?: readonly string[];
  @Kinds('kind')
  kind?: readonly string[];
}
