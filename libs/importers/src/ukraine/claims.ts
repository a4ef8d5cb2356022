import { FOUNDED, codeOf, type Nation } from './nations.js';
import { told, type Evidence, type Told } from './told.js';

const MARKS: Readonly<Record<Evidence, 'found' | 'memory' | 'inferred'>> = {
  F: 'found',
  M: 'memory',
  I: 'inferred',
};

/** Who said a fact, and how sure it is; the first letter of `mark` counts, what follows it is noted. */
export function claimed(subject: string, field: string, value: string, on: string, mark: string, source = ''): Told {
  const evidence = MARKS[mark.charAt(0) as Evidence];
  return told('RecordClaim', on, {
    ...{ subject, field, value, evidence, source: source === '' ? 'the keepers of this history' : source },
    ...(mark.length > 1 && { note: mark }),
  });
}

/** Since when each nation is known to belong to the group, and each ally to the alliance, with how that is known. */
export function membershipClaims(nations: readonly Nation[]): readonly Told[] {
  return nations.flatMap((nation) => {
    const { evidence, nato_accession: acceded, udcg_first_seen: seen } = nation;
    const party = codeOf(nation);
    const inGroup = claimed(
      `udcg.member.${party}`,
      'since',
      seen || FOUNDED,
      seen || FOUNDED,
      seen ? evidence : `M ${evidence}`,
    );
    return acceded ? [inGroup, claimed(`nato.member.${party}`, 'since', acceded, acceded, 'M')] : [inGroup];
  });
}
