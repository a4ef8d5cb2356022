import type { At } from '#read-side';

/** A page that leads on to the next. */
type Paged = At & { readonly next?: string };

/**
 * The first page and every one after it, each read when it is asked for, all of one state: throws where a view stopped or went on
 * between two of them, so that what was sent is seen to be cut short.
 */
export async function* pagesFrom<P extends Paged>(first: P, read: (cursor: string) => Promise<P>): AsyncGenerator<P> {
  for (let page = first; ;) {
    yield page;
    if (page.next === undefined) return;
    page = await read(page.next);
    if (stopsOf(page) !== stopsOf(first)) throw new Error('a view stopped or went on while it was sent');
  }
}

function stopsOf({ failures }: At): string {
  return failures.map(({ view, position }) => `${view}@${String(position)}`).join();
}
