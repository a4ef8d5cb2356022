import type { Stage } from './stage.js';

/** The council of the alliance. */
export const COUNCIL = 'nac';

/** The allies before Finland and Sweden joined. */
export const THIRTY = [
  ...['ALB', 'BEL', 'BGR', 'CAN', 'CZE', 'DEU', 'DNK', 'ESP', 'EST', 'FRA', 'GBR', 'GRC', 'HRV', 'HUN', 'ISL', 'ITA'],
  ...['LTU', 'LUX', 'LVA', 'MKD', 'MNE', 'NLD', 'NOR', 'POL', 'PRT', 'ROU', 'SVK', 'SVN', 'TUR', 'USA'],
];

/** Lets the allies of a later day join the council, each of the last two on its own. */
export async function joinCouncil(stage: Stage, ...later: readonly string[]): Promise<void> {
  const join = (party: string, on: string) =>
    stage.historian('NATO').does('JoinForum', { forumId: COUNCIL, party }, on);
  for (const party of THIRTY) await join(party, '2020-03-27');
  if (later.includes('FIN')) await join('FIN', '2023-04-04');
  if (later.includes('SWE')) await join('SWE', '2024-03-07');
}
