import { digestOf, type AnyView } from '#eventsourcing';
import { columnsOf } from './columns.js';

/** What a view's rows depend on besides the log, as a digest: its name, columns and folds, and the edition of the code they call. */
export function fingerprintOf(view: AnyView, edition: string): string {
  const folds = Object.entries(view.on).map(([type, fold]) => [type, String(fold)]);
  const others = view.any ? [String(view.any)] : [];
  return digestOf([edition, view.name, columnsOf(view), view.indexed ?? [], String(view.key), folds.sort(), ...others]);
}
