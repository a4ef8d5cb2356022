/** A piece of SQL whose values travel as parameters, never in its text; made by `sql`, and put together by nesting. */
export class Sql {
  /** `text` has one part more than there are values. */
  constructor(
    readonly text: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The statement with numbered placeholders, and what to put in them. */
  statement(): { readonly text: string; readonly values: readonly unknown[] } {
    return {
      text: this.text.reduce((before, part, index) => `${before}$${String(index)}${part}`),
      values: this.values,
    };
  }
}

/** SQL as a template: pieces put into it become part of it, everything else a parameter. */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const text = [strings[0] ?? ''];
  const values: unknown[] = [];
  const write = (piece: string) => {
    text.push((text.pop() ?? '') + piece);
  };
  parts.forEach((part, index) => {
    if (part instanceof Sql) {
      write(part.text[0] ?? '');
      text.push(...part.text.slice(1));
      values.push(...part.values);
      write(strings[index + 1] ?? '');
    } else {
      values.push(part);
      text.push(strings[index + 1] ?? '');
    }
  });
  return new Sql(text, values);
}

/** The quoted name of a column, table or schema. */
export function quoted(identifier: string): Sql {
  return new Sql([`"${identifier.replaceAll('"', '""')}"`], []);
}

/** Pieces one after the other with something between them. */
export function joined(pieces: readonly Sql[], between: string): Sql {
  return pieces.reduce((before, piece) => sql`${before}${new Sql([between], [])}${piece}`);
}

/** The condition that a column holds one of these texts; true where none are given. */
export function among(column: Sql, values: readonly string[] | undefined): Sql {
  if (!values) return sql`true`;
  return values.length === 0
    ? sql`false`
    : sql`${column} in (${joined(
        values.map((value) => sql`${value}::text`),
        ', ',
      )})`;
}
