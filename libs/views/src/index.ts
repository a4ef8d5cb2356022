import { activity } from './activity.js';
import { allocations } from './allocations.js';
import { authorities } from './authorities.js';
import { breaches } from './breaches.js';
import { chair } from './chair.js';
import { claims } from './claims.js';
import { commitments } from './commitments.js';
import { conflicts } from './conflicts.js';
import { consignmentLines } from './consignment-lines.js';
import { consignments } from './consignments.js';
import { corrections } from './corrections.js';
import { courses } from './courses.js';
import { contributions } from './contributions.js';
import { deadlines } from './deadlines.js';
import { holds } from './holds.js';
import { hubs } from './hubs.js';
import { decisions } from './decisions.js';
import { discrepancies } from './discrepancies.js';
import { forum } from './forum.js';
import { imports } from './imports.js';
import { matches } from './matches.js';
import { meetings } from './meetings.js';
import { officeHolders } from './office-holders.js';
import { packages } from './packages.js';
import { parked } from './parked.js';
import { parties } from './parties.js';
import { pledges } from './pledges.js';
import { policies } from './policies.js';
import { prices } from './prices.js';
import { rates } from './rates.js';
import { repairs } from './repairs.js';
import { requirementLines } from './requirement-lines.js';
import { requirements } from './requirements.js';
import { slots } from './slots.js';
import { taskContributions } from './task-contributions.js';
import { tasks } from './tasks.js';
import { totals } from './totals.js';
import { concentration } from './concentration.js';
import { continuity } from './continuity.js';
import { coverage } from './coverage.js';
import { decisionClocks } from './decision-clocks.js';
import { controls } from './controls.js';
import { dataQuality } from './data-quality.js';
import { donors } from './donors.js';
import { funnel } from './funnel.js';
import { meetingPack } from './meeting-pack.js';
import { situation } from './situation.js';
import { transfers } from './transfers.js';

/** Every view. */
export const views = [
  activity,
  allocations,
  authorities,
  breaches,
  chair,
  claims,
  commitments,
  conflicts,
  consignmentLines,
  consignments,
  corrections,
  courses,
  contributions,
  deadlines,
  discrepancies,
  holds,
  hubs,
  decisions,
  forum,
  imports,
  matches,
  meetings,
  officeHolders,
  packages,
  parked,
  parties,
  pledges,
  policies,
  prices,
  rates,
  repairs,
  requirementLines,
  requirements,
  slots,
  taskContributions,
  tasks,
  transfers,
] as const;

/** Every question. */
export const questions = [
  concentration,
  continuity,
  controls,
  coverage,
  dataQuality,
  decisionClocks,
  donors,
  funnel,
  meetingPack,
  situation,
  totals,
] as const;

export {
  activity,
  allocations,
  authorities,
  breaches,
  chair,
  claims,
  commitments,
  conflicts,
  consignmentLines,
  consignments,
  corrections,
  courses,
  contributions,
  deadlines,
  discrepancies,
  holds,
  hubs,
  decisions,
  forum,
  imports,
  matches,
  meetings,
  officeHolders,
  packages,
  parked,
  parties,
  pledges,
  policies,
  prices,
  rates,
  repairs,
  requirementLines,
  requirements,
  slots,
  taskContributions,
  tasks,
  totals,
  transfers,
};
