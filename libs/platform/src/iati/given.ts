import type { Page, RowAnswer } from '#read-side';
import { keyed, type AllocationRow, type CommitmentRow, type Given, type PledgeRow } from './pledge-rows.js';

/** Pages of rows in the order of the pledges that they belong to. */
export interface Pages {
  readonly pledges: AsyncIterable<Page>;
  readonly commitments: AsyncIterable<Page>;
  readonly allocations: AsyncIterable<Page>;
}

/**
 * Each pledge with its rows of the other views, a page of pledges at a time. The three are read side by side in one order, so that no
 * more is held than a page of each and the rows of one pledge; `donorsOf` answers who gives the pledges that others draw on, `isPublished` which are left out.
 */
export async function* givenIn(
  { pledges, commitments, allocations }: Pages,
  donorsOf: (pledges: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  isPublished: (pledge: PledgeRow) => boolean,
): AsyncGenerator<readonly Given[]> {
  const moved = new Following(commitments);
  const set = new Following(allocations);
  for await (const { rows } of pledges) {
    const page = rows.map((row) => keyed<PledgeRow>(row)).filter(({ row }) => isPublished(row));
    const drawnOn = new Set(page.flatMap(({ row }) => row.drawsOn ?? []));
    const donors = drawnOn.size === 0 ? new Map<string, string>() : await donorsOf([...drawnOn]);
    const given: Given[] = [];
    for (const pledge of page)
      given.push({
        pledge,
        commitments: (await moved.of(pledge.key)).map((row) => keyed<CommitmentRow>(row)),
        allocations: (await set.of(pledge.key)).map((row) => keyed<AllocationRow>(row)),
        drawnFrom: donors.get(pledge.row.drawsOn ?? ''),
      });
    yield given;
  }
}

/** Rows in the order of their pledges, taken pledge by pledge. */
class Following {
  readonly #rows: AsyncIterator<RowAnswer, undefined>;
  #next: RowAnswer | undefined;
  #isRead = false;

  constructor(pages: AsyncIterable<Page>) {
    this.#rows = rowsIn(pages);
  }

  /** The rows of a pledge that comes after all that were asked for before; those of pledges between them are passed by. */
  async of(pledge: string): Promise<readonly RowAnswer[]> {
    const own: RowAnswer[] = [];
    for (let row = await this.#peek(); row && pledgeOf(row) <= pledge; row = await this.#peek()) {
      if (pledgeOf(row) === pledge) own.push(row);
      this.#isRead = false;
    }
    return own;
  }

  async #peek(): Promise<RowAnswer | undefined> {
    if (!this.#isRead) {
      const next = await this.#rows.next();
      this.#next = next.done ? undefined : next.value;
      this.#isRead = true;
    }
    return this.#next;
  }
}

function pledgeOf({ row }: RowAnswer): string {
  return row.pledge as string;
}

async function* rowsIn(pages: AsyncIterable<Page>): AsyncGenerator<RowAnswer, undefined> {
  for await (const { rows } of pages) yield* rows;
  return undefined;
}
