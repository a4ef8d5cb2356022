import fc from 'fast-check';
import { readDay, readMonthCount } from './day.js';

describe('an announcement date', () => {
  it.each([
    ['2022-03-20', '2022-03-20'],
    ['2022-03-20 00:00:00', '2022-03-20'],
    ['16/02/2023', '2023-02-16'],
    ['4/6/2022', '2022-04-06'],
    ['2922-02-09', '2922-02-09'],
  ])('is exact: %s', (text, day) => {
    expect(readDay(text)).toEqual({ day });
  });

  it.each([
    ['until 12/31/2022', '2022-12-31'],
    ['until 4/6/2022', '2022-04-06'],
    ['until 06.02.2024', '2024-02-06'],
    ['until 06/31/2022', '2022-06-30'],
    ['until 6/2022', '2022-06-30'],
    ['from 01/01/2023 until 12/31/2023', '2023-12-31'],
    ['between 3/20/2022 and 7/1/2022', '2022-07-01'],
    ['between 3/4/22 & 3/11/22', '2022-03-11'],
    ['since 2/24/2022', '2022-02-24'],
    ['not specified, 03/22', '2022-03-31'],
    ['unclear, 10/2022', '2022-10-31'],
    ['unclear 02/2024', '2024-02-29'],
  ])('is inexact and keeps its words: %s', (text, day) => {
    expect(readDay(text)).toEqual({ day, inexact: text });
  });

  it.each(['', 'unclear', 'Undisclosed', 'unspecified', '.'])('is not told: %j', (text) => {
    expect(readDay(text)).toBe('untold');
  });

  it.each(['soon', 'spring 2022', 'until 13/32/2022', '13/13/2022', '00/00/2022', '2022-13-01', '2022-00-10', '44562'])(
    'is none that a rule reads: %s',
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );

  it('is read back as it was written, whichever way it is written', () => {
    const days = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
        expect(readDay(iso)).toEqual({ day: iso });
        expect(readDay(`until ${month}/${day}/${year}`)).toMatchObject({ day: iso });
        expect(readDay(`until ${day}.${month}.${year}`)).toMatchObject({ day: iso });
        if (day > 12) expect(readDay(`${day}/${month}/${year}`)).toEqual({ day: iso });
      }),
    );
  });

  it('is a day of the calendar or none, whatever the text', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^(until |unclear, )?\d{1,4}[/.-]\d{1,4}([/.-]\d{1,4})?$/));
    fc.assert(
      fc.property(texts, (text) => {
        const told = readDay(text);
        if (typeof told === 'object') expect(Temporal.PlainDate.from(told.day).toString()).toBe(told.day);
      }),
    );
  });
});

describe('a count of months', () => {
  it.each([
    ['1', '2022-01-31'],
    ['16', '2023-04-30'],
    ['26', '2024-02-29'],
  ])('ends with the month: %s', (text, day) => {
    expect(readMonthCount(text)).toBe(day);
  });

  it.each(['', '0', '.', 'x'])('is none: %j', (text) => {
    expect(readMonthCount(text)).toBeUndefined();
  });
});
