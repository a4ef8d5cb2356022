import { told, type Told } from './told.js';

/** A row of `nations.csv`. */
export interface Nation {
  readonly code: string;
  readonly name: string;
  readonly status: 'NATO' | 'partner' | 'organisation';
  readonly nato_accession: string;
  readonly udcg_first_seen: string;
  readonly evidence: string;
}

/** The contact group, and the council of the alliance. */
export const [GROUP, COUNCIL] = ['udcg', 'nac'];

/** The group's first meeting, from which on its members are counted where nothing says when they came. */
export const FOUNDED = '2022-04-26';

/** The codes of the file that the ledger writes otherwise. */
const CODES: Readonly<Record<string, string>> = { EUU: 'EU' };

/** The code by which the ledger knows a nation or organisation of the file. */
export function codeOf({ code }: Nation): string {
  return CODES[code] ?? code;
}

/** Who belongs to the group, and since when each ally has a voice in the alliance. */
export function memberships(nations: readonly Nation[]): readonly Told[] {
  const admitted = nations.map((nation) =>
    told('AdmitParty', nation.udcg_first_seen || FOUNDED, { groupId: GROUP, party: codeOf(nation) }),
  );
  const allies = nations.filter(({ status }) => status === 'NATO');
  const joined = allies.map((nation) =>
    told('JoinForum', nation.nato_accession, { forumId: COUNCIL, party: codeOf(nation) }),
  );
  return [...admitted, ...joined];
}
