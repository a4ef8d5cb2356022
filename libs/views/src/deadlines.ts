import type {
  ConcludeSilence,
  ConditionLapsed,
  ConditionMet,
  DecisionAdopted,
  DecisionFailed,
  DraftAmended,
  DraftCirculated,
  ExpireRequirement,
  LapseAuthority,
  LapseCondition,
  Plain,
  PledgeMade,
  PledgeMerged,
  PledgeWithdrawn,
  RequirementClosed,
  RequirementExpired,
  RequirementRejected,
  RequirementRevised,
  RequirementValidated,
  SilenceExtended,
  AuthorityOpened,
  AuthorityLapsed,
} from '#domain';
import { json, text, timestamp, view, type Command } from '#eventsourcing';

/** What falls due: each is for the ledger itself to send. */
type Due =
  | Command<'LapseAuthority', Plain<LapseAuthority>>
  | Command<'LapseCondition', Plain<LapseCondition>>
  | Command<'ExpireRequirement', Plain<ExpireRequirement>>
  | Command<'ConcludeSilence', Plain<ConcludeSilence>>;

/** `command` and `data` are sent for `party` once `due` has come. */
type DeadlineRow<C extends Command = Due> = C extends Command
  ? { readonly due: string; readonly command: C['type']; readonly data: C['data']; readonly party: string }
  : never;

type Setting = PledgeMade | DraftCirculated | DraftAmended | SilenceExtended | RequirementValidated | AuthorityOpened;
type Ending =
  | ConditionMet
  | ConditionLapsed
  | PledgeWithdrawn
  | PledgeMerged
  | DecisionAdopted
  | DecisionFailed
  | RequirementRevised
  | RequirementRejected
  | RequirementExpired
  | RequirementClosed
  | AuthorityLapsed;

/** What falls due, by the stream it falls due in, as long as it is open. */
export const deadlines = view<DeadlineRow, Setting | Ending>('deadlines', {
  columns: {
    due: timestamp('When it falls due.'),
    command: text('The command that the ledger sends then.'),
    data: json('What the command says.'),
    party: text('The party that it is sent for.', 'party'),
  },
  // Few pledges have a condition: the others leave no trace here.
  key: ({ type, data, stream }) => (type === 'PledgeMade' && !('condition' in data) ? [] : stream),
  on: {
    AuthorityOpened: (_, { data: { authorityId, donor, until } }) =>
      until === undefined
        ? undefined
        : { due: dayAfter(until), command: 'LapseAuthority', data: { authorityId }, party: donor },
    AuthorityLapsed: () => undefined,
    PledgeMade: (_, { data: { pledgeId, donor, condition } }) =>
      condition && { due: dayAfter(condition.until), command: 'LapseCondition', data: { pledgeId }, party: donor },
    ConditionMet: () => undefined,
    ConditionLapsed: () => undefined,
    PledgeWithdrawn: () => undefined,
    PledgeMerged: () => undefined,
    RequirementValidated: (_, { data: { requirementId, recipient, until } }) => ({
      due: dayAfter(until),
      command: 'ExpireRequirement',
      data: { requirementId },
      party: recipient,
    }),
    RequirementRevised: () => undefined,
    RequirementRejected: () => undefined,
    RequirementExpired: () => undefined,
    RequirementClosed: () => undefined,
    DraftCirculated: (_, { data: { decisionId, deadline, drafter }, at }) => silence(decisionId, deadline, drafter, at),
    DraftAmended: (row, { data: { decisionId, deadline }, at, metadata: { by } }) =>
      silence(decisionId, deadline, row?.party ?? by.party, at),
    SilenceExtended: (row, { data: { decisionId, to }, at, metadata: { by } }) =>
      silence(decisionId, to, row?.party ?? by.party, at),
    DecisionAdopted: () => undefined,
    DecisionFailed: () => undefined,
  },
});

/** The first moment, in UTC, at which a day is over. */
function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString() + 'T00:00:00.000Z';
}

/** The end of a silence; where it had passed when it was recorded, it is history, and what came of it is told and not awaited. */
function silence(decisionId: string, deadline: string, party: string, recorded: string): DeadlineRow | undefined {
  return deadline > recorded ? { due: deadline, command: 'ConcludeSilence', data: { decisionId }, party } : undefined;
}
