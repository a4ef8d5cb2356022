import { NotReady, type ListRequest, type Page, type ReadSide } from '#read-side';

/** All pages of a list, each read when it is asked for; throws `NotReady` where the view has stopped, for it says what was. */
export async function* pagesOf(
  readSide: ReadSide,
  view: string,
  request: Omit<ListRequest, 'cursor'>,
): AsyncGenerator<Page, void> {
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await readSide.list(view, { ...request, cursor });
    if (page.failures.length > 0) throw new NotReady(`the view ${view} has stopped`);
    cursor = page.next;
    yield page;
  }
}
