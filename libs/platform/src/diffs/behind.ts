import type { Explanation } from '#read-side';

type Explained = Explanation['rows'][number];

/** Where a reading of rows stands: the cursor of a page, `null` for the first, and the last key that was read. */
export interface Place {
  readonly before: string | null;
  readonly after: string | null;
  readonly key: string | null;
}

/** A row behind a figure at two moments, where it is not the same at both, or adds another amount; null where it is not behind it. */
export interface RowBehind {
  readonly key: string;
  readonly before: Explained | null;
  readonly after: Explained | null;
}

/** Reads a page of what is behind a figure, by its cursor. */
export type ReadPage = (cursor: string | undefined) => Promise<Explanation>;

/**
 * The rows behind a figure that are not the same at two moments, by key, from a place on: up to a limit, and the place to go on from where
 * there may be more. One page of each moment is held at a time.
 */
export async function differingBehind(
  read: { readonly before: ReadPage; readonly after: ReadPage },
  place: Place,
  limit: number,
): Promise<{ readonly view: string; readonly rows: readonly RowBehind[]; readonly next?: Place }> {
  const before = await Rows.from(read.before, place.before);
  const after = await Rows.from(read.after, place.after);
  const rows: RowBehind[] = [];
  for (let key = firstOf(before, after); key !== undefined; key = firstOf(before, after)) {
    if (rows.length === limit) {
      const last = rows.at(-1)?.key ?? null;
      return { view: after.view, rows, next: { before: before.cursor, after: after.cursor, key: last } };
    }
    const [was, is] = [await before.take(key), await after.take(key)];
    const isNew = place.key === null || inOrder(key, place.key) > 0;
    if (isNew && textOf(was) !== textOf(is)) rows.push({ key, before: was, after: is });
  }
  return { view: after.view, rows };
}

/** Rows in the order of their keys, page by page. */
class Rows {
  #index = 0;

  private constructor(
    private readonly read: ReadPage,
    private page: Explanation,
    /** The cursor of the page that the next row is on. */
    public cursor: string | null,
  ) {}

  static async from(read: ReadPage, cursor: string | null): Promise<Rows> {
    return new Rows(read, await read(cursor ?? undefined), cursor);
  }

  get view(): string {
    return this.page.view;
  }

  get key(): string | undefined {
    return this.page.rows[this.#index]?.key;
  }

  /** The next row where it is of this key, which is then read. */
  async take(key: string): Promise<Explained | null> {
    const row = this.page.rows[this.#index];
    if (row?.key !== key) return null;
    this.#index++;
    if (this.#index === this.page.rows.length && this.page.next !== undefined) {
      this.cursor = this.page.next;
      this.page = await this.read(this.cursor);
      this.#index = 0;
    }
    return row;
  }
}

function firstOf(one: Rows, other: Rows): string | undefined {
  if (one.key === undefined || other.key === undefined) return one.key ?? other.key;
  return inOrder(one.key, other.key) < 0 ? one.key : other.key;
}

/** The order in which the read side lists keys: that of their bytes. */
function inOrder(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function textOf(row: Explained | null): string {
  return JSON.stringify(row && [row.row, row.adds]);
}
