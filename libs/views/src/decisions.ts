import type {
  DecisionAdopted,
  DecisionEndorsed,
  DecisionFailed,
  DecisionSubject,
  DraftAmended,
  DraftCirculated,
  Objection,
  OptOut,
  OptOutRegistered,
  SilenceBroken,
  SilenceExtended,
} from '#domain';
import { integer, json, text, textArray, timestamp, view } from '#eventsourcing';

type DecisionRow = {
  readonly forum: string;
  readonly kind: DecisionSubject['kind'];
  readonly subject: DecisionSubject;
  readonly text: string;
  readonly status: 'silence' | 'broken' | 'adopted' | 'failed';
  readonly version: number;
  readonly voters: readonly string[];
  readonly voterCount: number;
  readonly drafter: string;
  readonly circulated: string;
  readonly deadline: string;
  readonly objections: readonly Objection[];
  readonly optOuts: readonly OptOut[];
  readonly concluded: string | null;
  readonly endorsed: readonly { readonly at: string; readonly on: string }[];
};

type DecisionEvent =
  | DraftCirculated
  | DraftAmended
  | SilenceExtended
  | SilenceBroken
  | OptOutRegistered
  | DecisionAdopted
  | DecisionFailed
  | DecisionEndorsed;

/**
 * Decisions, by their id: the version that stands, who votes on it, by when, and what was said to it. `circulated` is when that version
 * was; `concluded` is when it was adopted or failed.
 */
export const decisions = view<DecisionRow, DecisionEvent>('decisions', {
  columns: {
    forum: text('The forum that decides.'),
    kind: text('What is decided: a text, taskTransfer or chairTransfer.'),
    subject: json('What it is about.'),
    text: text('The draft that stands.'),
    status: text('silence (runs), broken, adopted or failed.'),
    version: integer('The version of the draft that stands.'),
    voters: textArray('Who votes on it: the members of the forum when it was circulated.', 'party'),
    voterCount: integer('How many they are.'),
    drafter: text('The party that circulated it.', 'party'),
    circulated: timestamp('When the version that stands was circulated.'),
    deadline: timestamp('Until when silence may be broken.'),
    objections: json('Who broke the silence, and why.'),
    optOuts: json('Who takes no part in what.'),
    concluded: timestamp('When it was adopted or failed.'),
    endorsed: json('On which occasions it was endorsed.'),
  },
  key: ({ data: { decisionId } }) => decisionId,
  on: {
    DraftCirculated: (_, { data, occurredAt }) => {
      const { forumId, subject, text, version, voters, drafter, deadline } = data;
      return {
        ...{ forum: forumId, kind: subject.kind, subject, text, version, voters, voterCount: voters.length, drafter },
        ...{ status: 'silence', circulated: occurredAt, deadline, objections: [], optOuts: [] },
        ...{ concluded: null, endorsed: [] },
      };
    },
    DraftAmended: (row, { data: { text, version, voters, deadline }, occurredAt }) =>
      row && {
        ...row,
        ...{ status: 'silence', text, version, voters, voterCount: voters.length, circulated: occurredAt, deadline },
        ...{ objections: [], optOuts: [] },
      },
    SilenceExtended: (row, { data: { to } }) => row && { ...row, deadline: to },
    SilenceBroken: (row, { data: { party, reason } }) =>
      row && { ...row, status: 'broken', objections: [...row.objections, { party, reason }] },
    OptOutRegistered: (row, { data: { party, scope } }) =>
      row && { ...row, optOuts: [...row.optOuts.filter((one) => one.party !== party), { party, scope }] },
    DecisionAdopted: (row, { occurredAt }) => row && { ...row, status: 'adopted', concluded: occurredAt },
    DecisionFailed: (row, { occurredAt }) => row && { ...row, status: 'failed', concluded: occurredAt },
    DecisionEndorsed: (row, { data: { at }, occurredAt }) =>
      row && { ...row, endorsed: [...row.endorsed, { at, on: occurredAt }] },
  },
});
