import { GROUP } from './nations.js';
import { told, type Told } from './told.js';

const [AUSTIN, HEALEY, PISTORIUS] = [
  { party: 'USA', holder: 'Lloyd Austin', office: 'Secretary of Defense' },
  { party: 'GBR', holder: 'John Healey', office: 'Secretary of State for Defence' },
  { party: 'DEU', holder: 'Boris Pistorius', office: 'Federal Minister of Defence' },
];

/** Who chaired the group: the United States until its minister left office, nobody, the United Kingdom, and Germany beside it. */
export const chairs: readonly Told[] = [
  told('AppointChair', '2022-04-26', { groupId: GROUP, parties: ['USA'], holders: [AUSTIN] }),
  told(
    'EndChairTerm',
    '2025-01-20',
    { groupId: GROUP, party: 'USA', reason: 'The Secretary of Defense left office; no nation had taken the chair.' },
    'USA',
  ),
  told('AppointChair', '2025-02-12', { groupId: GROUP, parties: ['GBR'], holders: [HEALEY] }),
  told('AppointChair', '2025-04-11', { groupId: GROUP, parties: ['DEU'], holders: [HEALEY, PISTORIUS] }),
];
