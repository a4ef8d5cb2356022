import { pacing } from './pace.js';
import { NotThisFormat } from './plan.js';
import { readTable } from './table.js';

const read = (text: string | Uint8Array, columns: readonly string[] = ['a', 'b']) =>
  readTable(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    columns,
    numbers: 'no',
    pace: pacing(),
  });

const failing = async (text: string | Uint8Array) => {
  const error = await read(text).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotThisFormat);
  return (error as NotThisFormat).message;
};

describe('a table', () => {
  it('is read by the names of its columns, with a byte order mark, breaks within quotes and blanks', async () => {
    const { rows, rejects } = await read('\ufeff no,b ,a\r\n7,"two\nlines",\u00a0x \r\n');
    expect(rows.map(({ row, cell }) => [row, cell('a'), cell('b'), cell('c')])).toEqual([[7, 'x', 'two\nlines', '']]);
    expect(rejects).toEqual([]);
  });

  it('counts its rows as a sheet does where they have no number', async () => {
    const { rows } = await read('a,b\n1,2\n\n3,4\n');
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('knows a row by its cells, in whatever order the columns stand', async () => {
    const [one, other, changed] = await Promise.all([read('a,b\n1,2\n'), read('b,a\n2,1\n'), read('a,b\n2,1\n')]);
    expect(one.rows[0]?.hash).toBe(other.rows[0]?.hash);
    expect(one.rows[0]?.hash).not.toBe(changed.rows[0]?.hash);
  });

  it('turns away rows of another shape, and a number that was there before, and keeps the others', async () => {
    const { rows, rejects } = await read('no,a,b\n2,x\n3,x,y,z\n4,x,y\n4,x,y\n');
    expect(rows.map(({ row }) => row)).toEqual([4]);
    expect(rejects).toEqual([
      { row: 2, column: 'b', value: 'x', reason: 'the row has 2 cells where the header has 3' },
      { row: 3, column: 'b', value: 'z', reason: 'the row has 4 cells where the header has 3' },
      { row: 4, column: 'no', value: '4', reason: 'another row has the same number' },
    ]);
  });

  it('names every column that is missing', async () => {
    expect(await failing('c\n1\n')).toBe('The header has no column "a", "b".');
  });

  it('is none where a column is there twice, a quote stays open, or nothing is there', async () => {
    expect(await failing('a,b,a\n')).toBe('The header has twice the column "a".');
    expect(await failing('')).toBe('The file is empty.');
    expect(await failing('a,b\n1,2\n"3,4\n')).toMatch(/^The file is not valid CSV at line \d/);
  });

  it('is none where the file is a sheet and no text', async () => {
    expect(await failing(Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe))).toMatch(/^The file is not text in UTF-8/);
  });
});
