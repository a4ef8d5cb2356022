import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { holds, once, type Column, type Export, type Table } from './export.js';
import { sheetOf } from './sheet.js';
import { escaped, XML } from './xml.js';

/** The earliest time of a ZIP archive, for every file in it: the same content is the same bytes. */
const OPTIONS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An export as a workbook (XLSX, ECMA-376), written as it is read: a sheet `about` with what its reader has to know, and one for each table. */
export function xlsxOf({ about, tables }: Export): Readable {
  const sheets = [aboutSheet(about, tables), ...tables];
  const names = sheets.map(({ name }) => name.slice(0, 31));
  const output = new PassThrough();
  const breakOff = (error: Error) => output.destroy(error);
  const zip = new ZipFile();
  zip.on('error', breakOff);
  zip.outputStream.pipe(output);
  for (const [path, text] of framework(names)) zip.addBuffer(Buffer.from(text), path, OPTIONS);
  for (const [index, { columns, batches }] of sheets.entries())
    zip.addReadStreamLazy(sheetPath(index), OPTIONS, (take) => {
      take(null, Readable.from(sheetOf(columns, batches()), { objectMode: false }).on('error', breakOff));
    });
  zip.end();
  return output;
}

function aboutSheet(about: Export['about'], tables: readonly Table[]): Table {
  const columns: Column[] = ['what', 'value', 'column', 'holds', 'means'].map((name) => ({ name, kind: 'text' }));
  const rows = tables.flatMap(({ name, columns: of }) =>
    of.map((column) => ['column', name, column.name, holds(column), column.about]),
  );
  return { name: 'about', columns, batches: () => once([...about, ...rows]) };
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${String(index + 1)}.xml`;
}

/** Everything but the sheets. */
function framework(names: readonly string[]): readonly (readonly [path: string, text: string])[] {
  const overrides = names.map(
    (_, index) => `<Override PartName="/${sheetPath(index)}" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  const related = names.map((_, index) =>
    relation(String(index + 1), 'worksheet', `worksheets/sheet${String(index + 1)}.xml`),
  );
  const styles = relation(String(names.length + 1), 'styles', 'styles.xml');
  const fonts = '<fonts count="2"><font/><font><b/></font></fonts>';
  const fills =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
  const formats = '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>';
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    ['_rels/.rels', `${XML}${relations(relation('1', 'officeDocument', 'xl/workbook.xml'))}`],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `${XML}${relations(...related, styles)}`],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}">${fonts}${fills}<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>${formats}</styleSheet>`,
    ],
  ];
}

function relations(...each: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}
