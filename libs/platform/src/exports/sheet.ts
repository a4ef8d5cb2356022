import type { ColumnKind } from '#eventsourcing';
import type { Column } from './export.js';
import { escaped, XML } from './xml.js';

/** The most rows that a sheet holds, and the most characters that a cell does (ECMA-376 leaves it to the tools; these are Excel's). */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
const NUMBERS: readonly (ColumnKind | undefined)[] = ['money', 'quantity', 'integer'];
const BOLD = ' s="1"';

/** A sheet of SpreadsheetML (ECMA-376) a batch of rows at a time; throws where there are more rows than a sheet holds. */
export async function* sheetOf(
  columns: readonly Column[],
  batches: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield `<row>${columns.map(({ name }) => textCell(name, BOLD)).join('')}</row>`;
  let rows = 1;
  for await (const batch of batches) {
    rows += batch.length;
    if (rows > MOST_ROWS) throw new Error(`a sheet holds ${MOST_ROWS} rows, and there are more`);
    yield batch
      .map((row) => `<row>${columns.map(({ kind }, place) => cell(row[place], kind)).join('')}</row>`)
      .join('');
  }
  yield '</sheetData></worksheet>';
}

function cell(value: unknown, kind: ColumnKind | undefined): string {
  if (value === null || value === undefined) return '<c/>';
  if (typeof value === 'boolean') return `<c t="b"><v>${value ? '1' : '0'}</v></c>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return isNumber(value, kind) ? `<c><v>${text}</v></c>` : textCell(text);
}

/** What a spreadsheet holds to the last digit; where a column does not say what it holds, decimals look like `0.00`. */
function isNumber(value: unknown, kind: ColumnKind | undefined): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  const looks = NUMBERS.includes(kind) ? /^-?\d+(\.\d+)?$/ : kind === undefined ? /^-?\d+\.\d+$/ : undefined;
  return typeof value === 'string' && !!looks?.test(value) && value.replace(/\D/g, '').length <= 15;
}

/** A text that nothing is made of: neither a formula nor, as `_x0041_` would be, another letter. */
function textCell(text: string, style = ''): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  const written = escaped(cut.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${written}</t></is></c>`;
}
