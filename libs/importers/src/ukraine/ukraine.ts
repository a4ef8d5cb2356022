import { parse } from 'csv-parse/sync';
import { chairs } from './chairs.js';
import { contradictions, membershipClaims, timelineClaims, type Contradiction, type Dated } from './claims.js';
import { coalitions, type CoalitionRow } from './coalitions.js';
import { grossDomesticProducts, type Produced } from './gdp.js';
import { holds } from './holds.js';
import { meetings, type MeetingRow } from './meetings.js';
import { memberships, type Nation } from './nations.js';
import { pledges } from './pledges.js';
import { tasks } from './tasks.js';
import { momentOf, type Told } from './told.js';

const TABLE = { bom: true, columns: true, skip_empty_lines: true } as const;

/** The history of the coordination of aid to Ukraine, in the order in which it is told; `read` gives the text of a file of its data. */
export async function ukraine(read: (file: string) => Promise<string>): Promise<readonly Told[]> {
  const rows = async <Row>(file: string) => parse<Row>(await read(file), TABLE);
  const nations = await rows<Nation>('nations.csv');
  const history = [
    ...[...memberships(nations), ...membershipClaims(nations), ...chairs, ...tasks, ...pledges, ...holds],
    ...meetings(await rows<MeetingRow>('udcg_meetings.csv')),
    ...coalitions(await rows<CoalitionRow>('capability_coalitions.csv'), nations),
    ...timelineClaims(await rows<Dated>('timeline.csv')),
    ...grossDomesticProducts(await rows<Produced>('gdp_2021.csv')),
  ];
  return inTime([...history, ...contradictions(await rows<Contradiction>('source_conflicts.csv'), history)]);
}

/** Of facts of one moment, those told first come first. */
function inTime(facts: readonly Told[]): readonly Told[] {
  return facts.toSorted((a, b) => Temporal.Instant.compare(momentOf(a), momentOf(b)));
}
