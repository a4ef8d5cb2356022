import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsIn, IsOptional, Matches } from 'class-validator';
import type { Kind } from '#domain';
import type { Narrowing } from './narrowing.js';

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
function Codes(name: string, pattern: RegExp, example: string): PropertyDecorator {
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
  return Codes(name, /^[A-Z]{2,5}$/, example);
}

const KINDS: readonly Kind[] = ['military', 'humanitarian', 'financial'];

/** What a pledge can stand at. */
const STATUSES = ['made', 'committed', 'withdrawn', 'lapsed', 'merged'] as const;

/** Takes one or more of these words to narrow an answer by; all where none is given. */
export function AnyOf(name: string, words: readonly string[]): PropertyDecorator {
  return all(IsOptional(), SomeOf(name, words));
}

/** Takes a month to narrow an answer by. */
function Month(name: string): PropertyDecorator {
  const message = `${name} must be a month such as 2022-02`;
  return all(IsOptional(), Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { message }));
}

/** Takes capabilities by the names that sources give them to narrow an answer by; each by itself, for a name may have commas. */
export function Capabilities(name: string): PropertyDecorator {
  const message = `${name} must be a capability such as air defence, or up to 50 of them, each as a ${name} of its own`;
  return all(
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : [value].flat())),
    ...[ArrayUnique({ message }), ArrayMaxSize(50, { message })],
    Matches(/^[^\p{Cc}]{1,200}$/u, { each: true, message }),
  );
}

/** Takes the code of a currency. */
export function Currency(name: string): PropertyDecorator {
  return Matches(/^[A-Z]{3}$/, { message: `${name} must be a currency code such as EUR` });
}

const NAMES = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Takes the id of a set of rates. */
export function OneRateSet(name: string): PropertyDecorator {
  return Matches(NAMES, { message: `${name} must be the id of a rate set such as kiel-r18` });
}

/** Takes the id of a table of gross domestic products; there may be none. */
export function OneGdpTable(name: string): PropertyDecorator {
  const message = `${name} must be the id of a table of gross domestic products such as world-bank-2021`;
  return all(IsOptional(), Matches(NAMES, { message }));
}

/** Takes the ids of up to 10 sets of rates. */
export function RateSets(name: string): PropertyDecorator {
  const message = `${name} must be the id of a rate set such as kiel-r18, or up to 10 of them, each once`;
  return someIds(message);
}

/** Takes the ids of up to 10 published price lists. */
export function PriceLists(name: string): PropertyDecorator {
  const message = `${name} must be the id of a price list such as kiel-prices-r07-EUR, or up to 10 of them, each once`;
  return someIds(message);
}

/** Takes 1 to 10 ids of what is published. */
function someIds(message: string): PropertyDecorator {
  return all(
    Several(),
    ...[ArrayNotEmpty({ message }), ArrayUnique({ message }), ArrayMaxSize(10, { message })],
    Matches(NAMES, { each: true, message }),
  );
}

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

/** What questions of donations are narrowed by. */
export class DonationParameters implements Narrowing {
  @Parties('donor')
  donor?: readonly string[];
  @AnyOf('kind', KINDS)
  kind?: readonly string[];
  @Capabilities('capability')
  capability?: readonly string[];
  @AnyOf('status', STATUSES)
  status?: readonly string[];
  @Codes('release', NAMES, 'kiel-r18, or none for pledges that no source brought')
  release?: readonly string[];
  @Month('from')
  from?: string;
  @Month('to')
  to?: string;
}

/** What questions of money take that are answered in one currency by one rate set, of some donations or all. */
export class MoneyParameters extends DonationParameters {
  @Currency('in')
  in!: string;
  @OneRateSet('rates')
  rates!: string;
}
