import { FOUNDED, codeOf, type Nation } from './nations.js';
import { told, type Told } from './told.js';

/** How sure each mark of the data is: found in a public source, said from memory, or inferred. */
const MARKS: ReadonlyMap<string, 'found' | 'memory' | 'inferred'> = new Map([
  ['F', 'found'],
  ['M', 'memory'],
  ['I', 'inferred'],
]);

/** Who says what no source is named for. */
const KEEPERS = 'the keepers of this history';

const FIRST_PURL_PACKAGE = '2025-08-04';

/** What the ledger calls a thing that the data calls otherwise. */
const ABOUT: Readonly<Record<string, { readonly subject: string; readonly field: string }>> = {
  'sweden.package19.transfers.2025-05-22': { subject: 'swe-package-19', field: 'transfers.2025-05-22' },
};

/** Contradictions that this history itself takes a side in, and why. */
const TAKEN: Readonly<Record<string, string>> = {
  'sweden.package19.transfers.2025-05-22':
    'The items are allocated, each for itself; the headline is kept as an announcement that draws on the package.',
};

/** What is noted beside a claim. */
interface Beside {
  readonly source?: string;
  readonly note?: string;
}

/** A row of `timeline.csv`; `date` is a day or a month. */
export interface Dated {
  readonly date: string;
  readonly event: string;
  readonly evidence: string;
  readonly source: string;
}

/** A row of `source_conflicts.csv`: two statements about one thing, whose last word names the field; or one that a reader may take for another. */
export interface Contradiction {
  readonly claim: string;
  readonly value_a: string;
  readonly source_a: string;
  readonly value_b: string;
  readonly source_b: string;
  readonly note: string;
}

/** How sure a mark says that something is: its first letter counts. */
export function evidenceOf(mark: string): 'found' | 'memory' | 'inferred' {
  const evidence = MARKS.get(mark.charAt(0));
  if (!evidence) throw new Error(`${mark} begins with none of the marks ${[...MARKS.keys()].join(', ')}`);
  return evidence;
}

/** A claim of the history, by those who keep it where no source is named; what a mark says beyond its first letter is noted. */
export function claimed(
  subject: string,
  field: string,
  value: string,
  day: string,
  mark: string,
  { source = '', note = '' }: Beside = {},
): Told {
  const notes = [mark.length > 1 ? mark : '', note].filter((part) => part !== '').join('; ');
  return told('RecordClaim', day, {
    ...{ subject, field, value, evidence: evidenceOf(mark), source: source === '' ? KEEPERS : source },
    ...(notes !== '' && { note: notes }),
  });
}

/** Since when each nation is known to belong to the group, and each ally to the alliance, with how that is known. */
export function membershipClaims(nations: readonly Nation[]): readonly Told[] {
  return nations.flatMap((nation) => {
    const { evidence, nato_accession: acceded, udcg_first_seen: seen } = nation;
    const party = codeOf(nation);
    const since = (subject: string, day: string, mark: string) => claimed(subject, 'since', day, day, mark);
    const inGroup = since(`udcg.member.${party}`, seen || FOUNDED, seen ? evidence : `M ${evidence}`);
    return acceded ? [inGroup, since(`nato.member.${party}`, acceded, 'M')] : [inGroup];
  });
}

/** What happened when, by the day or month; what was only announced by the day on which it was. */
export function timelineClaims(timeline: readonly Dated[]): readonly Told[] {
  return timeline.map(({ date, event, evidence, source }) => {
    const day = /announced (\d{4}-\d\d-\d\d)/.exec(event)?.[1] ?? atOnce(date);
    return claimed(`timeline.${date}`, 'event', event, day, evidence, { source });
  });
}

/** Statements that contradict each other, and what settles them, where the notes say so. */
export function contradictions(pairs: readonly Contradiction[], history: readonly Told[]): readonly Told[] {
  const claims = history.flatMap(({ type, data, occurredAt }) =>
    type === 'RecordClaim' ? [{ ...(data as { subject: string; field: string }), occurredAt }] : [],
  );
  const about = pairs.map((pair) => {
    const at = pair.claim.lastIndexOf('.');
    const { subject, field } = ABOUT[pair.claim] ?? {
      subject: pair.claim.slice(0, at),
      field: pair.claim.slice(at + 1),
    };
    const first = claims.find((one) => one.subject === subject && one.field === field);
    return { ...pair, subject, field, first, day: first?.occurredAt ?? dayIn(pair) };
  });
  return [...about.flatMap(statements), ...about.flatMap(settled)];
}

/** How a contradiction is settled: by its note in favour of the first statement, or by what this history itself tells in favour of the second. */
function settled(pair: Contradiction & { subject: string; field: string; day: string }): readonly Told[] {
  const { claim, subject, field, day, note, value_a: first, value_b: second } = pair;
  const taken = TAKEN[claim];
  if (taken !== undefined) return [told('ResolveConflict', day, { subject, field, chosen: second, reason: taken })];
  return note.includes('resolve to')
    ? [told('ResolveConflict', day, { subject, field, chosen: first, reason: note })]
    : [];
}

/** The statements of a pair, without the first where the history itself states it already. */
function statements(
  pair: Contradiction & { subject: string; field: string; day: string; first: unknown },
): readonly Told[] {
  const { subject, field, day, first, note } = pair;
  const said = (value: string, source: string) => claimed(subject, field, value, day, 'F', { source, note });
  return [
    ...(first ? [] : [said(pair.value_a, pair.source_a)]),
    ...(pair.value_b === '' ? [] : [said(pair.value_b, pair.source_b)]),
  ];
}

/** The first day of a month; a day is itself. */
function atOnce(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}

/** The first day, or month, that the sources of a pair name; the one pair without is about the first package of PURL. */
function dayIn({ claim, source_a: a, source_b: b, note }: Contradiction): string {
  const day = /\d{4}-\d\d(?:-\d\d)?/.exec([claim, a, b, note].join(' '))?.[0];
  return day === undefined ? FIRST_PURL_PACKAGE : atOnce(day);
}
