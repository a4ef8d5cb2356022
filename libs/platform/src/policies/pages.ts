import type { ListRequest, Page, ReadSide } from '#read-side';

/** All pages of a list, each read when it is asked for. */
export async function* pagesOf(
  readSide: ReadSide,
  view: string,
  request: Omit<ListRequest, 'cursor'>,
): AsyncGenerator<Page, void> {
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await readSide.list(view, { ...request, cursor });
    cursor = page.next;
    yield page;
  }
}
