import 'reflect-metadata';
import { IsInt, IsString, ValidateNested, getMetadataStorage } from 'class-validator';
import { Type } from 'class-transformer';
import { understand } from './understand.js';

class Part {
  @IsInt() size!: number;
}

class Whole {
  @IsString() name!: string;
  @ValidateNested() @Type(() => Part) part!: Part;
}

class LargerWhole extends Whole {
  @IsString() more!: string;
}

const wrong = (body: unknown, shape: new () => object = Whole) => {
  try {
    return understand(shape, body);
  } catch (error) {
    return (error as { body: { errors: unknown } }).body.errors;
  }
};

describe('a body', () => {
  it('is understood by the rules of its class and of those within it, however often', () => {
    for (let time = 0; time < 3; time++) {
      expect(understand(Whole, { name: 'a', part: { size: 1 } })).toEqual({ name: 'a', part: { size: 1 } });
      expect(wrong({ name: 1, part: { size: 'a', other: 1 }, another: 2 })).toEqual([
        { field: 'another', message: 'another is not a field of this command' },
        { field: 'name', message: 'name must be a string' },
        { field: 'part.other', message: 'part.other is not a field of this command' },
        { field: 'part.size', message: 'part.size must be an integer number' },
      ]);
    }
  });

  it('is understood by the rules that a class has from another', () => {
    expect(wrong({ name: 1, more: 2, part: { size: 1 } }, LargerWhole)).toEqual([
      { field: 'more', message: 'more must be a string' },
      { field: 'name', message: 'name must be a string' },
    ]);
  });

  it('is not understood anew by rules that are known', () => {
    const storage = getMetadataStorage();
    const known = storage.getTargetValidationMetadatas(Whole, '', false, false);
    expect(storage.getTargetValidationMetadatas(Whole, '', false, false)).toBe(known);
    expect(storage.groupByPropertyName(known)).toBe(storage.groupByPropertyName(known));
    const within = storage.getTargetValidationMetadatas(Part, 'Whole', false, false);
    expect(storage.getTargetValidationMetadatas(Part, 'Whole', false, false)).toBe(within);
    expect(storage.getTargetValidationMetadatas(Whole, '', false, false, ['some'])).toEqual([]);
  });
});
