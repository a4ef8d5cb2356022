import type {
  ConsignmentHeld,
  ConsignmentPlanned,
  FreeConsignment,
  HoldConsignment,
  HoldLifted,
  HoldPlaced,
  Plain,
} from '#domain';
import { policy, type Command } from '#eventsourcing';

type Change = HoldPlaced | HoldLifted | ConsignmentPlanned | ConsignmentHeld;
type Asked = Command<'HoldConsignment', Plain<HoldConsignment>> | Command<'FreeConsignment', Plain<FreeConsignment>>;

/**
 * A donor's hold is noted on each of its consignments in scope, and so is its end. What was planned while the hold was placed, or held
 * while it was lifted, is looked at once more, since neither saw the other then (R14).
 */
export const holdConsignments = policy<Change, Asked>('hold-consignments', {
  HoldPlaced: ({ data: { donor, holdId, items, from } }) => ({
    view: 'consignments',
    where: { donor },
    then: (rows) =>
      rows
        .filter((row) => isAbout(items, goodsOf(row)) && endOf(row) >= from)
        .map(({ key }) => ({ type: 'HoldConsignment', data: { consignmentId: key, holdId } })),
  }),

  HoldLifted: ({ data: { donor, holdId } }) => ({
    view: 'consignments',
    where: { donor, heldBy: holdId },
    then: (rows) => rows.map(({ key }) => ({ type: 'FreeConsignment', data: { consignmentId: key, holdId } })),
  }),

  ConsignmentPlanned: ({ data: { consignmentId, donor, manifest } }) => ({
    view: 'holds',
    where: { donor, status: 'placed' },
    then: (rows) =>
      rows
        .filter(({ items }) =>
          isAbout(
            items,
            manifest.flatMap(({ item, category = item }) => [item, category]),
          ),
        )
        .map(({ hold }) => ({ type: 'HoldConsignment', data: { consignmentId, holdId: String(hold) } })),
  }),

  ConsignmentHeld: ({ data: { consignmentId, donor, holdId } }) => ({
    view: 'holds',
    where: { donor, hold: holdId, status: 'lifted' },
    then: (rows) => rows.map(() => ({ type: 'FreeConsignment', data: { consignmentId, holdId } })),
  }),
});

/** Whether a hold on these items and categories, or on everything, is about one of the goods. */
function isAbout(scope: unknown, goods: readonly unknown[]): boolean {
  return !Array.isArray(scope) || goods.some((one) => scope.includes(one));
}

/** The items and categories of a consignment's row. */
function goodsOf({ items, categories }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [items, categories].flat();
}

/** When there was nothing left of a consignment's row to stop: a time beyond all others while there is. */
function endOf({ handedOverAt }: Readonly<Record<string, unknown>>): string {
  return typeof handedOverAt === 'string' ? handedOverAt : '9999';
}
