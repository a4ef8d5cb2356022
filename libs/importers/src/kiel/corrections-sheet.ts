import { NotThisFormat, type Importer, type Reading } from '../plan.js';
import type { TableRow } from '../table.js';
import { cut } from './cell.js';
import { pledgeIdOf } from './activity.js';
import { SOURCE } from './naming.js';
import { dayIn, planSheet, sheetId, type Sheet, type Statement } from './sheet.js';

const NAME = 'corrections';
const LONGEST = 1000;

/** The log of updates and corrections that a release of the tracker publishes: rows with their number, without a header. */
export const kielCorrections: Importer = {
  about:
    'The updates and corrections that the tracker publishes beside a release of its main data: each becomes a claim.',
  plan: (file, reading) =>
    planSheet(file, { name: NAME, nameless: true, reading }, (rows) => correctionsIn(rows, reading)),
};

/** A paragraph, with the headings it stands under; `headings` are their rows where it is the first under them. */
interface Paragraph {
  readonly release: { readonly number: string; readonly day: string };
  readonly section: string;
  readonly headings: readonly TableRow[];
  readonly rows: TableRow[];
}

function correctionsIn(rows: readonly TableRow[], { release }: Reading): Sheet {
  const paragraphs = paragraphsIn(rows);
  const own = paragraphs[0]?.release.number;
  if (own === undefined) throw new NotThisFormat('No row begins a release, such as Release 7 (until October 3, 2022).');
  return {
    said: paragraphs.flatMap((one) => claimsIn(one, { release, isOwn: one.release.number === own })),
    rejects: [],
  };
}

/** Rows that follow each other without a gap are one paragraph; those of the title and headings belong to the one after them. */
function paragraphsIn(rows: readonly TableRow[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let release: Paragraph['release'] | undefined;
  let [section, headings, last] = ['', [] as TableRow[], -1];
  for (const row of rows) {
    const text = textIn(row);
    const begun = releaseIn(text);
    const heading = /^Major ([a-z/ ]+)$/.exec(text)?.[1];
    const open = paragraphs.at(-1);
    if (begun) [release, section] = [begun, ''];
    else if (heading !== undefined) section = named(heading);
    if (begun || heading !== undefined || !release) headings.push(row);
    else if (open && headings.length === 0 && (row.row === last + 1 || row.at(2) === '')) open.rows.push(row);
    else {
      paragraphs.push({ release, section, headings, rows: [row] });
      headings = [];
    }
    last = row.row;
  }
  paragraphs.at(-1)?.rows.push(...headings);
  return paragraphs;
}

function releaseIn(text: string): Paragraph['release'] | undefined {
  const number = /^Release (\d+) \(until/.exec(text)?.[1];
  const day = number === undefined ? undefined : dayIn(text);
  return number === undefined || day === undefined ? undefined : { number, day };
}

/** `new deliveries/disbursements` as `new-deliveries-disbursements`. */
function named(heading: string): string {
  return heading.trim().replaceAll(/[^a-z]+/g, '-');
}

function textIn(row: TableRow): string {
  return [row.at(2), row.at(3)].filter((text) => text !== '').join(' ');
}

/** A paragraph as claims: about each activity that it begins with, where it is of this very release, else about the release that it is of. */
function claimsIn(
  { release: { number, day }, section, headings, rows }: Paragraph,
  { release, isOwn }: { readonly release: string; readonly isOwn: boolean },
): readonly Statement[] {
  const text = rows.map(textIn).join(' ').replaceAll(/\s+/g, ' ');
  const ids = /^((?:[A-Z]{3}\d+(?:, )?)+):/.exec(text)?.[1]?.split(', ') ?? [];
  const subjects = isOwn && ids.length > 0 ? ids.map((id) => pledgeIdOf(release, id)) : [`${SOURCE}.release.${number}`];
  const field = [section, rows[0]?.row].filter((part) => part !== '').join('.');
  const from = [...headings, ...rows];
  return subjects.map((subject, index) => ({
    intent: {
      type: 'RecordClaim',
      data: {
        ...{ subject, field, value: cut(text, LONGEST), said: day, evidence: 'found' },
        source: `Ukraine Support Tracker of the Kiel Institute, release ${release}: updates and corrections`,
      },
    },
    day,
    target: `${sheetId(NAME, release)} ${subject} ${field}`,
    from,
    home: index === 0 ? from : [],
  }));
}
