import { collected } from '#testing';
import { csvOf } from './csv.js';
import { once, type Export } from './export.js';

const texts = (...values: readonly unknown[]): Export => ({
  name: 'texts',
  about: [],
  inParts: false,
  tables: [{ name: 'texts', columns: [{ name: 'text' }], batches: () => once(values.map((value) => [value])) }],
  lines: () => once([]),
});

async function csv(of: Export): Promise<string> {
  return (await collected(csvOf(of))).join('');
}

describe('a cell of CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', `"'\t=1"`],
    ['\r\n=1', `"'\r\n=1"`],
    ['-12.50', '-12.50'],
    ['+3', '+3'],
    ['a=b', 'a=b'],
    ['', '""'],
    [null, ''],
    ['a,b;c', '"a,b;c"'],
    ['# no comment', '"# no comment"'],
    ['say "a"', '"say ""a"""'],
    [12, '12'],
    [false, 'false'],
    [['=1'], '"[""=1""]"'],
  ])('of %j is %s', async (value, written) => {
    expect(await csv(texts(value))).toBe(`text\r\n${written}\r\n`);
  });
});

describe('the head of CSV', () => {
  it('is on lines of its own, and no part of it is run where cells are cut at commas', async () => {
    const about = [['without', 'a "quoted"\r\ntext, =1+1;@b']] as const;
    expect(await csv({ ...texts(), about })).toBe("# without: a 'quoted' text, '=1+1;'@b\r\ntext\r\n");
  });

  it('says what each column means', async () => {
    const columns = [{ name: 'made', kind: 'money' as const, about: 'What was said.' }, { name: 'other' }];
    const tables = [{ name: 'x', columns, batches: () => once([]) }];
    expect(await csv({ ...texts(), tables })).toBe('# column made: money; What was said.\r\nmade,other\r\n');
  });
});

describe('parts of CSV', () => {
  it('stand below one another in the columns of all of them', async () => {
    const table = (name: string, columns: readonly string[], ...rows: readonly (readonly unknown[])[]) => ({
      name,
      columns: columns.map((column) => ({ name: column })),
      batches: () => once(rows),
    });
    const tables = [table('rows', ['donor', 'amount'], ['DEU', '1.00']), table('totals', ['amount'], ['1.00'])];
    expect(await csv({ ...texts(), inParts: true, tables })).toBe(
      'part,donor,amount\r\nrows,DEU,1.00\r\ntotals,,1.00\r\n',
    );
  });
});
