import type { Explanation } from './explanation.js';

const sentences = {
  AllocationExists: 'There is an allocation of this id already, and it is another one.',
  AllocationNotOpen: 'The allocation was released or orphaned before; only an open one changes.',
  AlreadyDelivered: 'What was handed over is delivered: nothing goes below it (R10).',
  AlreadyInEffect: 'The change took effect already; only one that is still to come is revoked (R35).',
  ChairVacant: 'Nobody holds the chair at that time, so nobody hands it on (R18).',
  ConditionAlreadyMet: 'The condition of the pledge was met, so it does not lapse (R30).',
  ConditionNotMet: 'A conditional pledge counts, and is committed, only once its condition is met (R30).',
  DrawAcrossDonors: 'A pledge draws on another pledge of the same donor, or on a fund (R9).',
  DrawCycle: 'The pledge would draw on itself, over however many others (R9).',
  DrawsOnAnother: 'The pledge draws on another one already (R9).',
  FutureNotAllowed: 'The command is about what has happened; an Occurred-At in the future is not taken for it (R35).',
  HoldsTheChair: 'The party holds the chair; end its term first (R18).',
  LaterTotalStands: 'A total of a later time stands already; state what was true after it.',
  MergeAcrossDonors: 'A pledge merges into another one of the same donor.',
  NoAttendance: 'A pledge recorded at a meeting says whether its nation attended or sent a statement (R20).',
  NoBasis: 'An amount says what it rests on: claimed, book, replacement or contract (R6).',
  NoCondition: 'The pledge has no condition (R30).',
  NoCurrency: 'An amount carries its currency (R6).',
  NoRate: 'The published rates hold no rate for this currency; name a rate set that does.',
  NoSource: 'Every figure has a claim: who said so, when, and when it was learnt (R7).',
  NoSuchAllocation: 'The pledge has no allocation of this id.',
  NoSuchChange:
    'No change of the chair is to take effect at that time; Occurred-At names the time of the one to revoke (R35).',
  NoSuchGroup: 'There is no group of this id; admit its first party first.',
  NoSuchImport: 'There is no import of this id; start it first.',
  NoSuchParked: 'The policy has no parked command of this id; the view parked lists them.',
  NoSuchPledge: 'There is no pledge of this id; make it first.',
  NotADecrease: 'The new total is not lower than the one that stands.',
  NotAnIncrease: 'The new total is not higher than the one that stands.',
  NotAParticipant: 'The party is not one of the group.',
  NotProposed: 'Nothing of this kind was proposed; propose it first, and let somebody else approve it (R33).',
  NotTheChair: 'Only a party that holds the chair does this (R18).',
  NotTheDonor: 'Only the donor makes, commits, changes or withdraws its pledge (R1).',
  NotYet: 'That time has not come yet (R35).',
  OtherCurrency: 'The amount is in another currency than the pledge, which is counted in one.',
  OverAllocation: 'More would be allocated than is committed, or than the line pledges; `facts` say how much (R2).',
  OverCommitment: 'More would be committed than was made; increase the pledge first (R2).',
  ParkedIsRetried: 'The parked command is being sent once more; see what becomes of it first.',
  ParkedNotRetried: 'The parked command was not sent once more; retry it first.',
  ParkedSettled: 'The parked command was taken or given up before; it is not sent again.',
  PledgeExists: 'There is a pledge of this id already, and it is another one.',
  PledgeNotStanding: 'The pledge was withdrawn, merged or lapsed; only a standing one changes.',
  ProposalExists: 'There is a proposal of this id already, and it is another one.',
  QuantityExceeds: 'More would be delivered than is allocated (R12).',
  RatesExist: 'This rate set was published already with other rates, and never changes.',
  RateTwice: 'The set holds two different rates for one currency.',
  SameActor: 'Who proposed it does not approve it; somebody else must (R33).',
  SamePledge: 'A pledge does not merge into itself.',
  TooManyChairs: 'The chair is held by two parties at most (R18).',
} as const satisfies Record<string, string>;

/** The refusals of the law, each with the rule it states. */
export const refusals: Readonly<Record<string, Explanation>> = Object.fromEntries(
  Object.entries(sentences).map(([code, text]) => [code, { status: 409, title: titleOf(code), text }]),
);

function titleOf(code: string): string {
  return `Refused: ${code.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`;
}
