import type { CommandsOf, Event } from '#eventsourcing';
import type { Holder } from '../values/office-holder.js';
import type { Stage } from '../values/stage.js';
import { inTime } from '../values/time.js';
import type { Party } from '../values/words.js';
import type * as commands from './contact-group.commands.js';

export type ContactGroupCommand = CommandsOf<typeof commands>;

/** The chair as it stands from a time on, ISO 8601, until the next term begins. */
export interface Term {
  readonly from: string;
  readonly chairs: readonly Party[];
}

/** A person named to a chair party's office from a time on. */
export interface Naming extends Holder {
  readonly from: string;
}

/** A transfer that somebody proposed and nobody has carried out yet. */
export interface Proposal {
  readonly proposalId: string;
  readonly to: readonly Party[];
  readonly decisionId?: string | undefined;
  readonly subject: string;
}

/** A contact group: its parties, the terms of its chair in the order of the world's time, and what is proposed. */
export interface ContactGroupState {
  readonly founded: boolean;
  readonly parties: ReadonlySet<Party>;
  readonly terms: readonly Term[];
  readonly namings: readonly Naming[];
  readonly proposals: readonly Proposal[];
  /** The times at which a change was to take effect that was taken back. */
  readonly revoked: ReadonlySet<string>;
  /** The meetings that were held, by number. */
  readonly counted: ReadonlyMap<number, string>;
}

/** The rows of one part of a group's life. */
export type ContactGroupStage<Type extends ContactGroupCommand['type'], E extends Event> = Stage<
  Extract<ContactGroupCommand, { type: Type }>,
  E,
  ContactGroupState
>;

/** Who holds the chair at a time: nobody, one party or two. */
export function chairAt({ terms }: ContactGroupState, time: string): readonly Party[] {
  return terms.findLast(({ from }) => from <= time)?.chairs ?? [];
}

/** Who holds a party's office at a time. */
export function holderAt({ namings }: ContactGroupState, party: Party, time: string): Naming | undefined {
  return namings.findLast((naming) => naming.party === party && naming.from <= time);
}

/** The office-holders of parties at a time, those newly named included; `undefined` where there are none. */
export function holdersOf(
  group: ContactGroupState,
  parties: readonly Party[],
  time: string,
  named: readonly Holder[] = [],
): Holder[] | undefined {
  const holders = parties.flatMap((party) => {
    const found = named.find((holder) => holder.party === party) ?? holderAt(group, party, time);
    return found ? [{ party, holder: found.holder, office: found.office }] : [];
  });
  return holders.length > 0 ? holders : undefined;
}

/** When a party comes to the chair after a time, if that is known. */
export function comesToChair({ terms }: ContactGroupState, party: Party, time: string): string | undefined {
  return terms.find(({ from, chairs }) => from > time && chairs.includes(party))?.from;
}

/** Whether a party held the chair at some time up to this one. */
export function heldChair({ terms }: ContactGroupState, party: Party, time: string): boolean {
  return terms.some(({ from, chairs }) => from <= time && chairs.includes(party));
}

/** The group with a chair from a time on, and with those who were named with it. */
export function withTerm(
  group: ContactGroupState,
  from: string,
  chairs: readonly Party[],
  holders: readonly Holder[] = [],
): ContactGroupState {
  return holders.reduce<ContactGroupState>((named, holder) => withNaming(named, { ...holder, from }), {
    ...group,
    terms: inTime(group.terms, { from, chairs }),
  });
}

/** The group without the last change of the chair that was to take effect at a time, and without whom it named. */
export function withoutTerm(group: ContactGroupState, from: string): ContactGroupState {
  const index = group.terms.findLastIndex((term) => term.from === from);
  const chairs = group.terms[index]?.chairs ?? [];
  return {
    ...group,
    terms: group.terms.toSpliced(index, 1),
    namings: group.namings.filter((naming) => naming.from !== from || !chairs.includes(naming.party)),
    revoked: new Set(group.revoked).add(from),
  };
}

/** The group with a person named to an office from a time on. */
export function withNaming(group: ContactGroupState, naming: Naming): ContactGroupState {
  const before = holderAt(group, naming.party, naming.from);
  if (before?.holder === naming.holder && before.office === naming.office) return group;
  return { ...group, namings: inTime(group.namings, naming) };
}

/** Whether two lists name the same parties. */
export function sameParties(a: readonly Party[], b: readonly Party[]): boolean {
  return a.length === b.length && a.every((party) => b.includes(party));
}

/** Whether a code is an organisation's, which may chair without being admitted. */
export function isOrganisation(party: Party): boolean {
  return party.length !== 3 || party === 'EIB' || party === 'EPF';
}
