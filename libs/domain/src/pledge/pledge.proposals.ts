import { ensure, type Actor } from '#eventsourcing';
import { same } from '../values/plain.js';
import type { Pledge, Proposal } from './pledge.state.js';

/** The proposal that somebody else than its author approves (R33): `NotProposed`, `SameActor`. */
export function approved<Of extends Proposal['of']>(
  { proposals }: Pledge,
  proposalId: string,
  of: Of,
  { subject }: Actor,
): Extract<Proposal, { of: Of }> {
  const proposal = proposals.get(proposalId);
  ensure(proposal?.of === of, 'NotProposed', { proposalId });
  ensure(proposal.subject !== subject, 'SameActor', { subject });
  return proposal as Extract<Proposal, { of: Of }>;
}

/** Whether the very same proposal was made; another one under its id is refused. */
export function isProposed({ proposals }: Pledge, proposalId: string, said: object): boolean {
  const before = proposals.get(proposalId);
  if (before && same(before.said, said)) return true;
  ensure(!before, 'ProposalExists', { proposalId });
  return false;
}

/** The pledge with a proposal. */
export function withProposal(pledge: Pledge, proposalId: string, proposal: Proposal): Pledge {
  return { ...pledge, proposals: new Map(pledge.proposals).set(proposalId, proposal) };
}

/** The pledge with a proposal carried out. */
export function carriedOut(pledge: Pledge, proposalId: string): Pledge {
  return { ...pledge, carriedOut: new Set(pledge.carriedOut).add(proposalId) };
}
