import { CannotStart } from '#platform/terminal';

/** The address of what a figure is made of, as answers have it. */
export interface FigureLink {
  readonly question: string;
  readonly label: string;
  /** The parameters of the question, its times among them, without those of a page. */
  readonly parameters: URLSearchParams;
}

/** The parameters of an explanation that its question does not take. */
const OF_PAGES = ['explain', 'limit', 'cursor', 'download'];

/** The figure that a link leads to, of the ledger at an address alone, for it is followed with a token. Throws `CannotStart`. */
export function figureLink(link: string, ledger: string): FigureLink {
  const url = URL.canParse(link, ledger) ? new URL(link, ledger) : undefined;
  const [, question] = /^\/questions\/([^/]+)$/.exec(url?.pathname ?? '') ?? [];
  const label = url?.searchParams.get('explain') ?? undefined;
  if (!url || question === undefined || label === undefined)
    throw new CannotStart([
      `${link} leads to no figure: take the text of "explain" in an answer, such as '/questions/controls?explain=taskWithoutOwner'.`,
    ]);
  if (url.origin !== new URL(ledger).origin)
    throw new CannotStart([`${link} is of another ledger than ${ledger}: give --url ${url.origin}.`]);
  for (const name of OF_PAGES) url.searchParams.delete(name);
  return { question: decodeURIComponent(question), label, parameters: url.searchParams };
}
