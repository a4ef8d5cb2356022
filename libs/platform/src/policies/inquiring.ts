import { BadQuestion, type Inquiry, type RecordedEvent, type Row } from '#eventsourcing';
import { NotFound, NotReady, type ReadSide } from '#read-side';
import { PolicyBroken } from './errand.js';
import { pagesOf } from './pages.js';

const PATIENCE_MS = 2_000;
const PAGE = 1_000;

/**
 * All rows that an inquiry asks for, as they were when the event was recorded. Throws `NotReady` while the read side is not there yet
 * and where the view has stopped, `PolicyBroken` for what cannot be asked.
 */
export async function rowsFor(
  readSide: ReadSide,
  { position, at: asOf }: RecordedEvent,
  { view, where: asked }: Inquiry,
): Promise<readonly (Row & { readonly key: string })[]> {
  if (!(await readSide.waitFor(position, PATIENCE_MS)))
    throw new NotReady(`the read side has not come to position ${position} yet`);
  const where = Object.entries(asked).map(([column, values]) => ({ column, in: [values].flat() }));
  const rows: (Row & { readonly key: string })[] = [];
  try {
    for await (const page of pagesOf(readSide, view, { where, asOf, knownAt: { position }, limit: PAGE })) {
      rows.push(...page.rows.map(({ key, row }) => ({ ...row, key })));
    }
  } catch (error) {
    if (!(error instanceof BadQuestion || error instanceof NotFound)) throw error;
    throw new PolicyBroken(`the view ${view} cannot be asked: ${error.message}`);
  }
  return rows;
}
