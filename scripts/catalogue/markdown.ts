/** The cells of a row of a table. */
export type Cells = readonly string[];

/** A section with a sentence and, where it has rows, a table. */
export function section(title: string, sentence: string, rows: readonly Cells[]): readonly string[] {
  return [`## ${title}`, '', sentence, '', ...(rows.length > 1 ? table(rows) : ['There is none.', ''])];
}

/** A table; its first row is the header. */
export function table([header = [], ...rows]: readonly Cells[]): readonly string[] {
  const line = (cells: Cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line), ''];
}
