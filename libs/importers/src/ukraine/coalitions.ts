import { claimed, evidenceOf } from './claims.js';
import { codeOf, GROUP, type Nation } from './nations.js';
import { told, type Told } from './told.js';

/** A row of `capability_coalitions.csv`; `start` is a day, a year or both stages of a beginning, in words. */
export interface CoalitionRow {
  readonly code: string;
  readonly name: string;
  readonly leads: string;
  readonly start: string;
  readonly notes: string;
  readonly sources: string;
}

/** What is known of a coalition beside its row: its first day, what of that day is not found, and who came when. */
interface Known {
  readonly on: string;
  readonly mark: string;
  /** The day on which the leads after the first came. */
  readonly shared?: string;
  /** Who came without leading, and the day on or by which they were there. */
  readonly joined?: { readonly on: string; readonly parties: readonly string[] };
}

const IN_2023 = { on: '2023-10-11', mark: 'I: the year is found, the day is the one on which the model was unveiled' };

const KNOWN: Readonly<Record<string, Known>> = {
  AIR_FORCE: IN_2023,
  IAMD: { on: '2023-11-22', mark: 'F' },
  ARTILLERY: { on: '2024-01-18', mark: 'M' },
  ARMOUR: {
    ...{ on: '2024-01-23', mark: 'F', shared: '2024-03-26' },
    joined: { on: '2024-03-26', parties: ['SWE', 'GBR'] },
  },
  MARITIME: { on: '2023-12-11', mark: 'M' },
  IT: { on: '2023-09-19', mark: 'M', joined: { on: '2024-10-31', parties: ['SWE'] } },
  DEMINING: IN_2023,
  DRONE: { on: '2024-01-23', mark: 'F', shared: '2024-02-14' },
  EW: { on: '2025-04-11', mark: 'F' },
};

/** When the leads of the eight coalitions of that day endorsed their roadmaps. */
const ENDORSED = '2025-01-09';
const ROADMAP = {
  ...{ roadmap: 'Roadmap through 2027', until: '2027-12-31' },
  claims: [
    {
      ...{ source: 'kyivindependent; fooshya (defense.gov copy); polskieradio', said: ENDORSED },
      note: 'The year is found, its last day is inferred.',
    },
  ],
};

const SWEDISH = 'Government of Sweden, press release';
const payment = (
  coalitionId: string,
  on: string,
  amount: string,
  currency: string,
  { drawsOn, note }: { readonly drawsOn?: string; readonly note?: string },
): Told =>
  told(
    'RecordFundPayment',
    on,
    {
      ...{ coalitionId, paymentId: `swe-${on.slice(0, 7)}`, amount: { amount, currency, basis: 'claimed' } },
      ...(drawsOn !== undefined && { drawsOn }),
      claims: [{ source: SWEDISH, ...(note === undefined ? { said: on } : { note }) }],
    },
    'SWE',
  );

/** What Sweden gave to the funds: in May 2024 by itself, in May 2025 out of its nineteenth package. */
const payments: readonly Told[] = [
  payment('maritime', '2024-05-01', '3000000', 'EUR', { note: 'The month is found, its first day is inferred.' }),
  payment('demining', '2025-05-22', '100000000', 'SEK', { drawsOn: 'swe-package-19' }),
  payment('drone', '2025-05-22', '300000000', 'SEK', { drawsOn: 'swe-package-19' }),
  payment('maritime', '2025-05-22', '50000000', 'SEK', { drawsOn: 'swe-package-19' }),
  payment('it', '2025-05-22', '30000000', 'SEK', { drawsOn: 'swe-package-19' }),
];

/** The coalitions, each under those that led it on its first day, with who came later, its roadmap, and what Sweden paid into funds. */
export function coalitions(rows: readonly CoalitionRow[], nations: readonly Nation[]): readonly Told[] {
  return [...rows.flatMap((row) => coalition(row, leadsOf(row, nations))), ...payments];
}

function coalition(row: CoalitionRow, leads: readonly string[]): readonly Told[] {
  const known = KNOWN[row.code];
  if (!known) throw new Error(`nothing says when the coalition ${row.code} began`);
  const { on, mark, shared, joined } = known;
  const coalitionId = idOf(row);
  const [first = '', ...others] = leads;
  const led = shared === undefined ? leads : [first];
  const claim = { source: row.sources, note: `How its first day is known: ${evidenceOf(mark)}.` };
  const form = { coalitionId, groupId: GROUP, capability: row.name, leads: led, claims: [claim] };
  const join = (party: string, day: string) => told('JoinCoalition', day, { coalitionId, party }, party);
  const share = (party: string, day: string) => [
    join(party, day),
    told('ReplaceLead', day, { coalitionId, to: party }, first),
  ];
  return [
    told('FormCoalition', on, { ...form, ...notesOf(row, 'description') }, first),
    ...(shared === undefined ? [] : others.flatMap((party) => share(party, shared))),
    ...(joined ? joined.parties.map((party) => join(party, joined.on)) : []),
    ...(on < ENDORSED ? [told('EndorseRoadmap', ENDORSED, { coalitionId, ...ROADMAP }, first)] : []),
    ...claims(row, known, leads),
  ];
}

/** The id of a coalition is its code as a word, so that its claims and the contradictions about it have one subject. */
function idOf({ code }: CoalitionRow): string {
  return code.toLowerCase().replaceAll('_', '');
}

function leadsOf({ leads }: CoalitionRow, nations: readonly Nation[]): readonly string[] {
  return leads.split(';').map((name) => {
    const nation = nations.find((one) => one.name === name);
    if (!nation) throw new Error(`${name} leads a coalition and is none of the nations`);
    return codeOf(nation);
  });
}

/** Who leads a coalition is found; how sure its first day is, the mark says. */
function claims(row: CoalitionRow, { on, mark, joined }: Known, leads: readonly string[]): readonly Told[] {
  const subject = `coalition.${idOf(row)}`;
  const source = row.sources;
  const note = 'They were there by that day.';
  return [
    claimed(subject, 'leads', leads.join(', '), on, 'F', { source, ...notesOf(row, 'note') }),
    claimed(subject, 'start', row.start, on, mark, { source }),
    ...(joined ? [claimed(subject, 'members', joined.parties.join(', '), joined.on, 'F', { source, note })] : []),
  ];
}

function notesOf<Field extends string>({ notes }: CoalitionRow, field: Field): Partial<Record<Field, string>> {
  return (notes === '' ? {} : { [field]: notes }) as Partial<Record<Field, string>>;
}
