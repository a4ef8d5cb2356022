import type { AnyView } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import { Problem } from '../problems/problem.js';

/** The view of a name; throws `UnknownView` naming those that there are. */
export function viewNamed(readSide: ReadSide, name: string): AnyView {
  const found = readSide.views.find((view) => view.name === name);
  if (found) return found;
  const views = readSide.views.map((view) => view.name);
  throw new Problem('UnknownView', `There is no view ${JSON.stringify(name)}; there are ${views.join(', ')}.`, {
    views,
  });
}
