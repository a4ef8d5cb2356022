import { FOUNDED, codeOf, type Nation } from './nations.js';
import { told, type Evidence, type Told } from './told.js';

const MARKS: Readonly<Record<Evidence, 'found' | 'memory' | 'inferred'>> = {
  F: 'found',
  M: 'memory',
  I: 'inferred',
};

/** Since when each nation is known to belong to the group, and each ally to the alliance, with how that is known. */
export function membershipClaims(nations: readonly Nation[]): readonly Told[] {
  return nations.flatMap((nation) => {
    const { evidence, nato_accession: acceded, udcg_first_seen: seen } = nation;
    const party = codeOf(nation);
    const inGroup = since(`udcg.member.${party}`, seen || FOUNDED, seen ? evidence : `M ${evidence}`);
    return acceded ? [inGroup, since(`nato.member.${party}`, acceded, 'M')] : [inGroup];
  });
}

/** Since when something is so, and how sure that is: the first letter of `mark` counts, what follows it is noted. */
function since(subject: string, day: string, mark: string): Told {
  return told('RecordClaim', day, {
    ...{ subject, field: 'since', value: day, evidence: MARKS[mark.charAt(0) as Evidence] },
    source: 'the keepers of this history',
    ...(mark.length > 1 && { note: mark }),
  });
}
