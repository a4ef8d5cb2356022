import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Line, Money } from './money.js';
import {
  IsDay,
  IsDifference,
  IsId,
  IsParty,
  IsPositiveQuantity,
  IsRate,
  IsText,
  ListOf,
  One,
  Optional,
} from './words.js';

class Sample {
  @Optional() @IsId() id?: string;
  @Optional() @IsParty() party?: string;
  @Optional() @IsDay() day?: string;
  @Optional() @IsPositiveQuantity() some?: string;
  @Optional() @IsRate() rate?: string;
  @Optional() @IsDifference() difference?: string;
  @Optional() @IsText(10) text?: string;
  @Optional() @ListOf(() => Line, 2) lines?: Line[];
  @Optional() @One(() => Money) amount?: Money;
}

/** The fields that are refused. */
function refused(fields: object): string[] {
  const errors = validateSync(plainToInstance(Sample, fields), { whitelist: true, forbidNonWhitelisted: true });
  return errors.map(({ property }) => property);
}

describe('a field', () => {
  it.each([
    [{ id: 'pledge-kiel-r18-AUM5' }],
    [{ party: 'NSATU' }],
    [{ day: '2024-02-29' }],
    [{ some: '0.5' }],
    [{ rate: '0.000001' }],
    [{ difference: '-3600000000' }],
    [{ difference: '0.01' }],
    [{ text: 'ß\t\n\u{1F600}' }],
    [
      {
        lines: [
          { item: 'gun', quantity: '0' },
          { item: 'shell', quantityUnknown: 'withheld' },
        ],
      },
    ],
    [{ amount: { amount: '999999999999999999.999999999', currency: 'EUR', basis: 'book' } }],
    [{}],
  ])('is taken as it is: %j', (fields) => {
    expect(refused(fields)).toEqual([]);
  });

  it.each([
    ['id', ''],
    ['id', '-a'],
    ['id', 'a'.repeat(101)],
    ['id', 'a/b'],
    ['id', 'a\n'],
    ['id', null],
    ['party', 'deu'],
    ['day', '2024-02-30'],
    ['day', '2024-02-03T00:00:00Z'],
    ['day', '0001-01-01'],
    ['some', '0.000'],
    ['some', '-1'],
    ['rate', '0'],
    ['rate', '-1'],
    ['rate', 1.5],
    ['difference', '-0'],
    ['difference', '+1'],
    ['difference', '0.00'],
    ['text', 'a\u0000'],
    ['text', '\uD800'],
    ['text', ''],
    ['text', 'longer than ten'],
    ['lines', [[{ item: 'gun' }]]],
    ['lines', ['gun']],
    ['lines', [null]],
    ['lines', { item: 'gun' }],
    ['lines', { length: 1 }],
    ['lines', [{ item: 'a' }, { item: 'b' }, { item: 'c' }]],
    ['lines', [{ item: 'gun', quantity: '1', quantityUnknown: 'withheld' }]],
    ['lines', [{ item: 'gun', calibre: '155' }]],
    ['amount', { amount: 5 }],
    ['amount', { amount: '1e5' }],
    ['amount', 'five'],
    ['amount', [{ amount: '5' }]],
    ['amount', null],
  ])('%s is refused where it is %j', (field, value) => {
    expect(refused({ [field]: value })).toEqual([field]);
  });
});
