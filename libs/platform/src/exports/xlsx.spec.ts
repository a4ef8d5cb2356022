import { buffer } from 'node:stream/consumers';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import yauzl from 'yauzl';
import { collected } from '#testing';
import { once, type Export, type Table } from './export.js';
import { xlsxOf } from './xlsx.js';

const rows: Table = {
  name: 'pledges',
  columns: [
    { name: 'title', kind: 'text', about: 'What it is called.' },
    { name: 'made', kind: 'money' },
    { name: 'open', kind: 'boolean' },
    { name: 'other' },
  ],
  batches: () =>
    once([
      ['=1+1', '1000000.50', true, '2.50'],
      ['a <b> & "c"\u0007 _x0041_', '1234567890123456.78', false, '250'],
      [null, null, null, ['DEU']],
    ]),
};
const exported: Export = {
  name: 'pledges',
  about: [['asOf', '2026-01-01T00:00:00.000Z']],
  inParts: false,
  tables: [rows],
  lines: () => once([]),
};

/** The files in a workbook, by path. */
async function filesOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    files.set(entry.fileName, (await buffer(stream)).toString());
  }
  return files;
}

describe('an export as a workbook', () => {
  it('is made of XML that is well formed, and says what the sheets are', async () => {
    const files = await filesOf(await buffer(xlsxOf(exported)));
    expect([...files.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect([...files.values()].map((text) => new SyntaxValidator().validate(text))).toEqual([...files].map(() => true));
    expect(files.get('xl/workbook.xml')).toContain(
      '<sheet name="about" sheetId="1" r:id="rId1"/><sheet name="pledges"',
    );
  });

  it('has numbers as numbers as far as a spreadsheet holds them, and texts as texts', async () => {
    const files = await filesOf(await buffer(xlsxOf(exported)));
    expect(cellsOf(files.get('xl/worksheets/sheet2.xml') ?? '')).toEqual([
      ['title', 'made', 'open', 'other'],
      ['=1+1', { number: '1000000.50' }, { boolean: '1' }, { number: '2.50' }],
      ['a <b> & "c"\ufffd _x005F_x0041_', '1234567890123456.78', { boolean: '0' }, '250'],
      [null, null, null, '["DEU"]'],
    ]);
  });

  it('says first what its reader has to know', async () => {
    const files = await filesOf(await buffer(xlsxOf(exported)));
    expect(cellsOf(files.get('xl/worksheets/sheet1.xml') ?? '').slice(0, 3)).toEqual([
      ['what', 'value', 'column', 'holds', 'means'],
      ['asOf', '2026-01-01T00:00:00.000Z', null, null, null],
      ['column', 'pledges', 'title', 'text', 'What it is called.'],
    ]);
  });

  it('is the same bytes whenever it is written', async () => {
    const first = await buffer(xlsxOf(exported));
    jest.useFakeTimers({ now: new Date('2030-01-01'), doNotFake: ['nextTick', 'setImmediate'] });
    const second = await buffer(xlsxOf(exported));
    jest.useRealTimers();
    expect(second.equals(first)).toBe(true);
  });

  it('breaks off where its rows do', async () => {
    const broken: Table = {
      ...rows,
      batches: async function* () {
        yield* once([['a']]);
        throw new Error('the rows are gone');
      },
    };
    await expect(collected(xlsxOf({ ...exported, tables: [broken] }))).rejects.toThrow('the rows are gone');
  });
});

type Cell =
  { readonly '@t'?: string; readonly v?: string; readonly is?: { readonly t: { readonly '#text': string } } } | '';

function cellsOf(sheet: string): unknown[][] {
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false, parseTagValue: false },
    isArray: (name) => name === 'row' || name === 'c',
  });
  const { worksheet } = parser.parse(sheet) as {
    worksheet: { sheetData: { row: readonly { c: readonly Cell[] }[] } };
  };
  return worksheet.sheetData.row.map(({ c }) => c.map(valueOf));
}

function valueOf(cell: Cell): unknown {
  if (cell === '') return null;
  if (cell.is) return cell.is.t['#text'];
  return cell['@t'] === 'b' ? { boolean: cell.v } : { number: cell.v };
}
