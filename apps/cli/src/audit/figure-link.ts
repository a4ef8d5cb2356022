import { CannotStart } from '#platform/terminal';
import type { Subject } from './address-of.js';
import { subjectOf } from './subject.js';

/** Where a figure is explained: the question with its times, and the label that the figure has in the answer. */
export interface FigureLink {
  readonly subject: Subject;
  readonly label: string;
}

/** The parameters of an explanation that its question does not take. */
const OF_PAGES = ['explain', 'limit', 'cursor', 'download'];

/** The figure that a link leads to, of the ledger at an address alone, for it is followed with a token. Throws `CannotStart`. */
export function figureLink(link: string, ledger: string): FigureLink {
  const { kind, name, parameters } = subjectOf(link, ledger);
  const label = parameters.get('explain');
  if (kind !== 'questions' || label === null)
    throw new CannotStart([
      `${link} leads to no figure: take the text of "explain" in an answer, such as '/questions/controls?explain=taskWithoutOwner'.`,
    ]);
  const own = [...parameters].filter(([parameter]) => !OF_PAGES.includes(parameter));
  return { subject: { kind, name, parameters: new URLSearchParams(own) }, label };
}
