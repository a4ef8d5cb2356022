import { Big } from 'big.js';
import { escaped } from '../exports/xml.js';
import { element, narrative } from './element.js';
import { leftOutOf } from './left-out.js';
import { isSome, type Given, type PledgeRow } from './pledge-rows.js';
import type { Publisher } from './publisher.js';
import { called, transactionsOf, transactionXml, typeOf } from './transactions.js';

/** IATI's code list ActivityStatus, as far as a pledge can be in it. */
const STATUS = { pipeline: '1', implementation: '2', closed: '4', cancelled: '5' } as const;

/** How one activity is related to another: as its parent, or as a sibling (RelatedActivityType). */
const RELATED = { parent: '1', sibling: '3' } as const;

/** A pledge as an activity of IATI 2.03, its elements in the order of the schema. */
export function activityXml(given: Given, publisher: Publisher): string {
  const { key, row, validFrom } = given.pledge;
  const identifierOf = (pledge: string) => `${publisher.ref}-${pledge}`;
  const kind = row.kind ?? 'unknown';
  const about = `${row.kind === null ? 'Aid' : `${capitalised(row.kind)} aid`} pledged by ${called(row.donor)}.`;
  const isBegun = row.status === 'committed' || isSome(row.delivered);
  return element(
    'iati-activity',
    {
      ...{ 'xml:lang': 'en', 'default-currency': row.currency ?? undefined },
      humanitarian: row.kind === 'humanitarian' ? '1' : undefined,
    },
    element('iati-identifier', {}, escaped(identifierOf(key))),
    element(
      'reporting-org',
      { ref: publisher.ref, type: publisher.type, 'secondary-reporter': '1' },
      narrative(publisher.name),
    ),
    element('title', {}, narrative(row.title ?? `Pledge ${key}`)),
    element('description', { type: '1' }, narrative(about)),
    ...leftOutOf(given, identifierOf).map((sentence) => element('description', { type: '4' }, narrative(sentence))),
    element('participating-org', { type: typeOf(row.donor), role: '1' }, narrative(called(row.donor))),
    ...otherIdentifier(row),
    element('activity-status', { code: statusOf(row) }),
    element('activity-date', { type: isBegun ? '2' : '1', 'iso-date': (row.since ?? validFrom).slice(0, 10) }),
    element('recipient-country', { code: publisher.recipient }),
    element('sector', { vocabulary: '99', code: kind }, narrative(`${capitalised(kind)} aid`)),
    ...transactionsOf(given).map((one) => transactionXml(one, given, identifierOf) ?? ''),
    ...related(row.drawsOn, RELATED.parent, identifierOf),
    ...related(row.mergedInto, RELATED.sibling, identifierOf),
    row.conditional ? element('conditions', { attached: '1' }) : '',
  );
}

/** What the source that a pledge was imported from calls it. */
function otherIdentifier({ foreignId, source, release }: PledgeRow): readonly string[] {
  if (foreignId === null) return [];
  const owner = [source, release].filter((part) => part !== null).join(' ');
  const owned = owner === '' ? '' : element('owner-org', {}, narrative(owner));
  return [element('other-identifier', { ref: foreignId, type: 'A9' }, owned)];
}

function related(pledge: string | null, type: string, identifierOf: (pledge: string) => string): readonly string[] {
  return pledge === null ? [] : [element('related-activity', { ref: identifierOf(pledge), type })];
}

function statusOf(row: PledgeRow): string {
  const hasEnded = row.status !== 'made' && row.status !== 'committed';
  if (hasEnded) return isSome(row.delivered) ? STATUS.closed : STATUS.cancelled;
  if (row.status === 'made') return isSome(row.delivered) ? STATUS.implementation : STATUS.pipeline;
  const isWhole = row.committed !== null && isSome(row.committed) && new Big(row.delivered).gte(row.committed);
  return isWhole && !row.deliveredAtLeast ? STATUS.closed : STATUS.implementation;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
