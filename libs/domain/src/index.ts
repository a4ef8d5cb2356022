import { Repair, type RepairEvent } from './repair/repair.js';
import * as repairCommands from './repair/repair.commands.js';
import { Training, type TrainingEvent } from './training/training.js';
import * as trainingCommands from './training/training.commands.js';
import { PooledPackage, type PooledPackageEvent } from './pooled-package/pooled-package.js';
import * as pooledPackageCommands from './pooled-package/pooled-package.commands.js';
import { GdpTable, type GdpTableEvent } from './gdp-table/gdp-table.js';
import * as gdpTableCommands from './gdp-table/gdp-table.commands.js';
import { PriceList, type PriceListEvent } from './price-list/price-list.js';
import * as priceListCommands from './price-list/price-list.commands.js';
import { Claims, type ClaimsEvent } from './claim/claim.js';
import * as claimCommands from './claim/claim.commands.js';
import { Authority, type AuthorityEvent } from './authority/authority.js';
import * as authorityCommands from './authority/authority.commands.js';
import { correctionsOver, type AnyDecider, type CorrectionEvent } from '#eventsourcing';
import { Coalition, type CoalitionEvent } from './coalition/coalition.js';
import * as coalitionCommands from './coalition/coalition.commands.js';
import { Consignment, type ConsignmentEvent } from './consignment/consignment.js';
import * as consignmentCommands from './consignment/consignment.commands.js';
import { ContactGroup, type ContactGroupEvent } from './contact-group/contact-group.js';
import * as contactGroupCommands from './contact-group/contact-group.commands.js';
import { Decision, type DecisionEvent } from './decision/decision.js';
import * as decisionCommands from './decision/decision.commands.js';
import { Forum, type ForumEvent } from './forum/forum.js';
import * as forumCommands from './forum/forum.commands.js';
import * as correctionCommands from './correction/correction.commands.js';
import { Hold, type HoldEvent } from './hold/hold.js';
import * as holdCommands from './hold/hold.commands.js';
import { Hub, type HubEvent } from './hub/hub.js';
import * as hubCommands from './hub/hub.commands.js';
import { Import, type ImportEvent } from './import/import.js';
import * as importCommands from './import/import.commands.js';
import { Match, type MatchEvent } from './match/match.js';
import * as matchCommands from './match/match.commands.js';
import { Meeting, type MeetingEvent } from './meeting/meeting.js';
import * as meetingCommands from './meeting/meeting.commands.js';
import { Pledge, type PledgeEvent } from './pledge/pledge.js';
import * as pledgeCommands from './pledge/pledge.commands.js';
import { PolicyRun, type PolicyRunEvent } from './policy-run/policy-run.js';
import * as policyRunCommands from './policy-run/policy-run.commands.js';
import { RateSet, type RateSetEvent } from './rate-set/rate-set.js';
import * as rateSetCommands from './rate-set/rate-set.commands.js';
import { Requirement, type RequirementEvent } from './requirement/requirement.js';
import * as requirementCommands from './requirement/requirement.commands.js';
import { Task, type TaskEvent } from './task/task.js';
import * as taskCommands from './task/task.commands.js';

const ownStreams = [
  { law: ContactGroup, commands: contactGroupCommands },
  { law: Forum, commands: forumCommands },
  { law: Decision, commands: decisionCommands },
  { law: Meeting, commands: meetingCommands },
  { law: Task, commands: taskCommands },
  { law: Pledge, commands: pledgeCommands },
  { law: RateSet, commands: rateSetCommands },
  { law: Import, commands: importCommands },
  { law: Requirement, commands: requirementCommands },
  { law: Match, commands: matchCommands },
  { law: PooledPackage, commands: pooledPackageCommands },
  { law: PolicyRun, commands: policyRunCommands },
  { law: Consignment, commands: consignmentCommands },
  { law: Hub, commands: hubCommands },
  { law: Hold, commands: holdCommands },
  { law: Authority, commands: authorityCommands },
  { law: Claims, commands: claimCommands },
  { law: PriceList, commands: priceListCommands },
  { law: GdpTable, commands: gdpTableCommands },
  { law: Training, commands: trainingCommands },
  { law: Repair, commands: repairCommands },
  { law: Coalition, commands: coalitionCommands },
] as const;

/** Every law and the classes of its commands; that of corrections is laid over all others. */
export const aggregates = [
  ...ownStreams,
  { law: correctionsOver(ownStreams.map(({ law }) => law as AnyDecider)), commands: correctionCommands },
] as const;

/** Every event of the domain. */
export type DomainEvent =
  | CoalitionEvent
  | ConsignmentEvent
  | ContactGroupEvent
  | CorrectionEvent
  | PledgeEvent
  | RateSetEvent
  | ImportEvent
  | PolicyRunEvent
  | HubEvent
  | HoldEvent
  | ForumEvent
  | DecisionEvent
  | RequirementEvent
  | AuthorityEvent
  | TaskEvent
  | MatchEvent
  | PooledPackageEvent
  | ClaimsEvent
  | PriceListEvent
  | GdpTableEvent
  | TrainingEvent
  | RepairEvent
  | MeetingEvent;

export * from './coalition/coalition.building.js';
export * from './coalition/coalition.commands.js';
export * from './coalition/coalition.js';
export * from './coalition/coalition.membership.js';
export * from './consignment/consignment.commands.js';
export * from './consignment/consignment.counting.js';
export * from './consignment/consignment.stopping.js';
export * from './consignment/consignment.js';
export * from './consignment/consignment.moving.js';
export * from './consignment/consignment.papers.js';
export * from './consignment/consignment.planning.js';
export * from './consignment/consignment.rescheduling.js';
export type { ConsignmentStatus } from './consignment/consignment.state.js';
export * from './contact-group/contact-group.chair.js';
export * from './contact-group/contact-group.commands.js';
export * from './contact-group/contact-group.js';
export * from './contact-group/contact-group.meetings.js';
export * from './contact-group/contact-group.term.js';
export * from './decision/decision.commands.js';
export * from './decision/decision.conclusion.js';
export * from './decision/decision.drafting.js';
export * from './decision/decision.js';
export * from './decision/decision.positions.js';
export type { Objection, OptOut } from './decision/decision.state.js';
export { Subject, type DecisionSubject } from './decision/decision.subject.js';
export * from './forum/forum.commands.js';
export { Forum, type ForumEvent, type ForumJoined, type ForumLeft } from './forum/forum.js';
export * from './correction/correction.commands.js';
export * from './hold/hold.commands.js';
export * from './hold/hold.js';
export * from './hub/hub.commands.js';
export * from './hub/hub.js';
export * from './import/import.commands.js';
export * from './import/import.js';
export * from './match/match.agreeing.js';
export * from './match/match.commands.js';
export * from './match/match.concluding.js';
export * from './match/match.js';
export * from './meeting/meeting.calling.js';
export * from './meeting/meeting.commands.js';
export * from './meeting/meeting.holding.js';
export * from './meeting/meeting.js';
export type { Attendance, Venue } from './meeting/meeting.state.js';
export * from './pledge/pledge.allocation.js';
export * from './pledge/pledge.commands.js';
export * from './pledge/pledge.commitment.js';
export type { AllocationConsigned } from './pledge/pledge.consigning.js';
export * from './pledge/pledge.delivery.js';
export * from './pledge/pledge.js';
export * from './pledge/pledge.making.js';
export * from './pledge/pledge.merging.js';
export * from './pledge/pledge.revaluation.js';
export * from './policy-run/policy-run.commands.js';
export * from './policy-run/policy-run.js';
export * from './rate-set/rate-set.commands.js';
export * from './rate-set/rate-set.js';
export * from './requirement/requirement.commands.js';
export * from './requirement/requirement.ending.js';
export * from './requirement/requirement.js';
export * from './requirement/requirement.reserving.js';
export * from './requirement/requirement.stating.js';
export * from './task/task.agreement.js';
export * from './task/task.commands.js';
export * from './task/task.contributions.js';
export * from './task/task.js';
export * from './task/task.ownership.js';
export * from './task/task.transition.js';
export * from './values/index.js';
export * from './authority/authority.ceiling.js';
export * from './authority/authority.commands.js';
export * from './authority/authority.draws.js';
export * from './authority/authority.js';
export * from './claim/claim.commands.js';
export * from './claim/claim.js';
export * from './pooled-package/pooled-package.js';
export * from './pooled-package/pooled-package.commands.js';
export * from './pooled-package/pooled-package.paying.js';
export * from './pooled-package/pooled-package.releasing.js';
export * from './gdp-table/gdp-table.commands.js';
export * from './gdp-table/gdp-table.js';
export * from './price-list/price-list.commands.js';
export * from './price-list/price-list.js';
export * from './training/training.commands.js';
export * from './training/training.js';
export * from './repair/repair.commands.js';
export * from './repair/repair.js';
