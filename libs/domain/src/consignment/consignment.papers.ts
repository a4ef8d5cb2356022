import { ensure, type Event } from '#eventsourcing';
import { compare } from '../values/decimal.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import {
  changing,
  ensureBefore,
  ensureMoves,
  plannedOne,
  type Consignment,
  type ConsignmentStage,
  type OfConsignment,
} from './consignment.state.js';

interface SerialsOf {
  lineId: string;
  item: string;
  serials: readonly string[];
}

export type ConsentGranted = Event<
  'ConsentGranted',
  OfConsignment & { nation: Party; items: readonly string[]; document?: string }
>;
export type ConsentRefused = Event<
  'ConsentRefused',
  OfConsignment & { nation: Party; items: readonly string[]; reason: string }
>;
/** The serial numbers that came to the inventory. */
export type SerialsRecorded = Event<'SerialsRecorded', OfConsignment & { lines: readonly SerialsOf[] }>;
export type SerialsStruck = Event<'SerialsStruck', OfConsignment & { lines: readonly SerialsOf[]; reason: string }>;

export type PapersEvent = ConsentGranted | ConsentRefused | SerialsRecorded | SerialsStruck;
type PapersCommand = 'GrantConsent' | 'RefuseConsent' | 'RecordSerials' | 'StrikeSerials';

/** What has to be on paper before goods move: the consent of those who made them (R15), and their serial numbers (R16). */
export const papers: ConsignmentStage<PapersCommand, PapersEvent> = {
  may: {
    GrantConsent: ['operator', 'historian'],
    RefuseConsent: ['operator', 'historian'],
    RecordSerials: ['operator', 'coordinator', 'historian'],
    StrikeSerials: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    GrantConsent: ({ data: { consignmentId, document }, metadata }, state) => {
      const consignment = plannedOne(state, consignmentId);
      const { party: nation } = metadata.by;
      const items = itemsOf(consignment, nation);
      const before = consignment.consents.get(nation);
      if (before?.granted && before.words === (document ?? before.words)) return [];
      ensureBefore(consignment, 'dispatched', metadata);
      const { donor } = consignment;
      return [{ type: 'ConsentGranted', data: plain({ consignmentId, donor, nation, items, document }) }];
    },

    RefuseConsent: ({ data: { consignmentId, reason }, metadata }, state) => {
      const consignment = plannedOne(state, consignmentId);
      const { party: nation } = metadata.by;
      const items = itemsOf(consignment, nation);
      const before = consignment.consents.get(nation);
      if (before && !before.granted && before.words === reason) return [];
      ensureBefore(consignment, 'dispatched', metadata);
      return [{ type: 'ConsentRefused', data: { consignmentId, donor: consignment.donor, nation, items, reason } }];
    },

    RecordSerials: ({ data, metadata }, state) => {
      const { consignmentId } = data;
      const consignment = plannedOne(state, consignmentId);
      const { donor } = consignment;
      ensureMoves(metadata.by, donor);
      const lines = serialsOf(consignment, data.lines, (serial, known) => !known.includes(serial));
      if (lines.length === 0) return [];
      ensureBefore(consignment, 'handedOver', metadata);
      ensureUnique(consignment, lines);
      for (const { lineId, item, serials } of lines) {
        const { known, quantity } = lineOf(consignment, lineId);
        const count = String(known.length + serials.length);
        ensure(compare(count, quantity) <= 0, 'QuantityExceeds', { lineId, item, serials: count, allowed: quantity });
      }
      return [{ type: 'SerialsRecorded', data: plain({ consignmentId, donor, lines }) }];
    },

    StrikeSerials: ({ data, metadata }, state) => {
      const { consignmentId, reason } = data;
      const consignment = plannedOne(state, consignmentId);
      const { donor } = consignment;
      ensureMoves(metadata.by, donor);
      const lines = serialsOf(consignment, data.lines, (serial, known) => known.includes(serial));
      if (lines.length === 0) return [];
      ensureBefore(consignment, 'handedOver', metadata);
      return [{ type: 'SerialsStruck', data: plain({ consignmentId, donor, lines, reason }) }];
    },
  },

  evolve: {
    ConsentGranted: changing<ConsentGranted>((consignment, { data: { nation, document = '' }, occurredAt }) => ({
      ...consignment,
      consents: new Map(consignment.consents).set(nation, { granted: true, words: document, from: occurredAt }),
    })),
    ConsentRefused: changing<ConsentRefused>((consignment, { data: { nation, reason }, occurredAt }) => ({
      ...consignment,
      consents: new Map(consignment.consents).set(nation, { granted: false, words: reason, from: occurredAt }),
    })),
    SerialsRecorded: changing<SerialsRecorded>((consignment, { data: { lines } }) =>
      withSerials(consignment, lines, (known, serials) => [...known, ...serials]),
    ),
    SerialsStruck: changing<SerialsStruck>((consignment, { data: { lines } }) =>
      withSerials(consignment, lines, (known, serials) => known.filter((serial) => !serials.includes(serial))),
    ),
  },
};

/** States that every nation that made goods of a consignment had consented at a time (R15). */
export function ensureConsented({ donor, lines, consents }: Consignment, time: string): void {
  const nations = new Set([...lines.values()].flatMap(({ listed: { origin } }) => origin ?? []));
  const missing = [...nations].filter((nation) => {
    const consent = consents.get(nation);
    return nation !== donor && !(consent?.granted && consent.from <= time);
  });
  ensure(missing.length === 0, 'ConsentMissing', { nations: missing });
}

/** States that the serial numbers of what is monitored are known, as many as of each line are handed over (R16). */
export function ensureInventoried(
  { lines, serials }: Consignment,
  handed: readonly { readonly lineId: string; readonly quantity: string }[],
): void {
  for (const { lineId, quantity } of handed) {
    const listed = lines.get(lineId)?.listed;
    const recorded = String(serials.get(lineId)?.length ?? 0);
    const known = !listed?.monitored || compare(recorded, quantity) >= 0;
    ensure(known, 'SerialsMissing', { lineId, item: listed?.item, recorded, needed: quantity });
  }
}

function itemsOf({ donor, lines }: Consignment, nation: Party): string[] {
  const listed = [...lines.values()].map((line) => line.listed).filter(({ origin }) => origin !== donor);
  const items = new Set(listed.filter(({ origin }) => origin === nation).map(({ item }) => item));
  const origins = [...new Set(listed.flatMap(({ origin }) => origin ?? []))];
  ensure(items.size > 0, 'NotTheOrigin', { origins });
  return [...items];
}

function lineOf({ lines, serials }: Consignment, lineId: string) {
  const line = lines.get(lineId);
  ensure(line, 'NoSuchLine', { lineId });
  return { known: serials.get(lineId) ?? [], item: line.listed.item, quantity: line.listed.quantity };
}

/** The serial numbers of each line that count beside those known of it; lines without any are left out. */
function serialsOf(
  consignment: Consignment,
  lines: readonly Pick<SerialsOf, 'lineId' | 'serials'>[],
  counts: (serial: string, known: readonly string[]) => boolean,
): readonly SerialsOf[] {
  return lines.flatMap(({ lineId, serials: given }) => {
    const { known, item } = lineOf(consignment, lineId);
    const serials = given.filter((serial) => counts(serial, known));
    return serials.length > 0 ? [{ lineId, item, serials }] : [];
  });
}

/** States that no serial number of an item is in the inventory twice. */
function ensureUnique(consignment: Consignment, lines: readonly SerialsOf[]): void {
  const known = [...consignment.serials].map(([lineId, serials]) => ({
    ...lineOf(consignment, lineId),
    lineId,
    serials,
  }));
  const met = new Map<string, string>();
  for (const { item, lineId, serials } of [...known, ...lines]) {
    for (const serial of serials) {
      const key = `${serial}/${item}`;
      const other = met.get(key);
      ensure(other === undefined, 'SerialDuplicate', { serial, item, lineId: other });
      met.set(key, lineId);
    }
  }
}

function withSerials(
  consignment: Consignment,
  lines: readonly SerialsOf[],
  change: (known: readonly string[], serials: readonly string[]) => readonly string[],
): Consignment {
  const serials = new Map(consignment.serials);
  for (const line of lines) serials.set(line.lineId, change(serials.get(line.lineId) ?? [], line.serials));
  return { ...consignment, serials };
}
