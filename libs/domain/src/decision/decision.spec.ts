import { validateSync } from 'class-validator';
import { specify, type Told } from '#testing';
import type { Event } from '#eventsourcing';
import { Forum } from '../forum/forum.js';
import { Decision, type DecisionEvent } from './decision.js';
import { Subject } from './decision.subject.js';

const decisionId = 'nsatu';
const forumId = 'nac';
const NOW = '2024-06-12T09:00:00.000Z';
const DEADLINE = '2024-06-14T10:00:00.000Z';
const BEFORE = '2024-06-14T09:58:00.000Z';
const AFTER = '2024-06-14T10:02:00.000Z';
const LATER = '2024-06-17T10:00:00.000Z';

const given = specify(Decision, { by: 'NATO', at: NOW, roles: ['coordinator'] });
const operator = (by: string, at = NOW) => ({ by, at, roles: ['operator'] });
const historian = (by: string, occurredAt: string) => ({
  ...{ by, occurredAt, at: '2026-01-01T09:00:00.000Z', roles: ['historian'], reported: true },
});

const joined = (party: string, occurredAt = '1949-08-24T00:00:00.000Z'): Told<Event> => ({
  ...{ type: 'ForumJoined', data: { forumId, party }, occurredAt },
});
const others = Array.from({ length: 26 }, (_, index) => `Z${String.fromCharCode(65 + index)}Z`);
/** Thirty allies, then Finland and Sweden on their days. */
const members = [
  ...['HUN', 'USA', 'DEU', 'GBR', ...others].map((party) => joined(party)),
  joined('FIN', '2023-04-04T00:00:00.000Z'),
  joined('SWE', '2024-03-07T00:00:00.000Z'),
];
const few = ['HUN', 'SWE', 'USA'];
const threeMembers = few.map((party) => joined(party));
const inForum = (...events: Told<DecisionEvent>[]) => given(...events).and(Forum, ...threeMembers);

const subject = { kind: 'taskTransfer' as const, taskIds: ['requirements', 'training'], owner: 'NATO' };
const draft = { decisionId, forumId, subject, text: 'NSATU takes the tasks over.', deadline: DEADLINE };
const circulation = { ...draft, voters: few, version: 1, drafter: 'NATO' };
const drafted: Told<DecisionEvent> = { type: 'DraftCirculated', data: circulation };
const brokenBy = (party: string): Told<DecisionEvent> => ({
  ...{ type: 'SilenceBroken', data: { decisionId, party, reason: 'no mandate', version: 1 } },
});
const scope = ['personnel' as const, 'funds' as const, 'territory' as const];
const hungary: Told<DecisionEvent> = {
  type: 'OptOutRegistered',
  data: { decisionId, party: 'HUN', scope, from: [], version: 1 },
};
const amendment = {
  ...{ decisionId, from: draft.text, text: 'NSATU takes some over.', voters: few, deadline: LATER, version: 2 },
};
const amended: Told<DecisionEvent> = { type: 'DraftAmended', data: amendment };
const concluded = { decisionId, forumId, subject, version: 1, voters: few };
const adopted: Told<DecisionEvent> = {
  type: 'DecisionAdopted',
  data: { ...concluded, text: draft.text, optOuts: [] },
};
const failed: Told<DecisionEvent> = {
  type: 'DecisionFailed',
  data: { ...concluded, brokenBy: [{ party: 'HUN', reason: 'no mandate' }] },
};

describe('the voters of a draft (R22)', () => {
  const circulatedOn = (day: string) => {
    const at = `${day}T09:00:00.000Z`;
    const deadline = '2024-04-01T09:00:00.000Z';
    const voters = members
      .filter(({ occurredAt = '' }) => occurredAt <= at)
      .map(({ data }) => (data as { party: string }).party)
      .sort();
    const outcome = given()
      .and(Forum, ...members)
      .when('CirculateDraft', { ...draft, deadline }, historian('NATO', at));
    return { outcome, voters, event: { type: 'DraftCirculated' as const }, deadline };
  };

  it.each([
    ['2024-03-06', 31],
    ['2024-03-08', 32],
  ])('are its members on the day of circulation: on %s they are %d', async (day, number) => {
    const { outcome, voters, event, deadline } = circulatedOn(day);
    expect(voters).toHaveLength(number);
    await outcome.then({ ...event, data: { ...circulation, deadline, voters } });
  });
  it('are no partners: what they circulate, break or opt out of is refused', async () => {
    const refused = ['NotAVoter', { party: 'AUS' }] as const;
    await inForum()
      .when('CirculateDraft', draft, operator('AUS'))
      .thenRejected(...refused);
    await inForum(drafted)
      .when('BreakSilence', { decisionId, reason: 'no' }, operator('AUS'))
      .thenRejected(...refused);
    await inForum(drafted)
      .when('RegisterOptOut', { decisionId, scope }, operator('AUS'))
      .thenRejected(...refused);
  });
  it('are somebody', () =>
    given()
      .and(Forum, joined('SWE', '2024-12-01T00:00:00.000Z'))
      .when('CirculateDraft', draft)
      .thenRejected('NoVoters', { forumId, at: NOW }));
  it('are those of a forum that there is', () =>
    given().when('CirculateDraft', draft).thenRejected('NoSuchForum', { forumId }));
});

describe('a draft', () => {
  it('is circulated by a secretariat, its deadline in UTC', () =>
    inForum()
      .when('CirculateDraft', { ...draft, deadline: '2024-06-14T12:00:00+02:00' })
      .then(drafted));
  it('is circulated by a member', () =>
    inForum()
      .when('CirculateDraft', draft, operator('USA'))
      .then({ ...drafted, data: { ...circulation, drafter: 'USA' } }));
  it('is circulated once', () => inForum(drafted).when('CirculateDraft', draft).thenNothing());
  it('is not circulated under the name of another', () =>
    inForum(drafted)
      .when('CirculateDraft', { ...draft, text: 'Another' })
      .thenRejected('DecisionExists', { decisionId }));
  it('leaves time for an answer, whatever time the sender says it is', () =>
    inForum()
      .when('CirculateDraft', { ...draft, deadline: NOW }, { occurredAt: '2024-06-01T09:00:00.000Z' })
      .thenRejected('DeadlineNotLater', { than: NOW }));
});

describe('silence (R23)', () => {
  const objection = { decisionId, reason: 'no mandate' };
  it('is broken two minutes before the deadline', () =>
    inForum(drafted).when('BreakSilence', objection, operator('HUN', BEFORE)).then(brokenBy('HUN')));
  it('is not broken two minutes after it', () =>
    inForum(drafted)
      .when('BreakSilence', objection, operator('HUN', AFTER))
      .thenRejected('SilenceExpired', { deadline: DEADLINE }));
  it('is not broken after it by saying that it was before', () =>
    inForum(drafted)
      .when('BreakSilence', objection, { ...operator('HUN', AFTER), occurredAt: BEFORE })
      .thenRejected('SilenceExpired', { deadline: DEADLINE }));
  it('was broken where history tells so', () =>
    inForum(drafted).when('BreakSilence', objection, historian('HUN', BEFORE)).then(brokenBy('HUN')));
  it('is broken with a reason', () =>
    inForum(drafted).when('BreakSilence', { decisionId }, operator('HUN')).thenRejected('NoReason', { decisionId }));
  it('is broken once by each', async () => {
    await inForum(drafted, brokenBy('HUN')).when('BreakSilence', objection, operator('HUN')).thenNothing();
    await inForum(drafted, brokenBy('HUN')).when('BreakSilence', objection, operator('USA')).then(brokenBy('USA'));
  });
  it('is broken of a draft that there is', () =>
    inForum().when('BreakSilence', objection, operator('HUN')).thenRejected('NoSuchDecision', { decisionId }));
  it('was not broken before the draft was circulated', () =>
    inForum(drafted)
      .when('BreakSilence', objection, historian('HUN', '2024-06-01T09:00:00.000Z'))
      .thenRejected('BeforeItBegan', { since: NOW }));
  it('is no longer broken of what was adopted', () =>
    inForum(drafted, adopted)
      .when('BreakSilence', objection, historian('HUN', BEFORE))
      .thenRejected('DecisionClosed', { status: 'adopted' }));
});

describe('the end of silence (R23)', () => {
  const clock = (at: string) => ({ at, occurredAt: DEADLINE, roles: ['policy'] });
  it('adopts the draft, at the deadline, with who opted out', () =>
    inForum(drafted, hungary)
      .when('ConcludeSilence', { decisionId }, clock(AFTER))
      .then({
        type: 'DecisionAdopted',
        data: { ...concluded, text: draft.text, optOuts: [{ party: 'HUN', scope }] },
      }));
  it('fails the draft where one member broke it', () =>
    inForum(drafted, brokenBy('HUN')).when('ConcludeSilence', { decisionId }, clock(AFTER)).then(failed));
  it('does not come before the deadline', () =>
    inForum(drafted)
      .when('ConcludeSilence', { decisionId }, { at: BEFORE })
      .thenRejected('NotYet', { deadline: DEADLINE }));
  it('comes once', async () => {
    await inForum(drafted, adopted).when('ConcludeSilence', { decisionId }, clock(LATER)).thenNothing();
    await inForum(drafted, brokenBy('HUN'), failed).when('ConcludeSilence', { decisionId }, clock(LATER)).thenNothing();
  });
  it('is told by a historian', () =>
    inForum(drafted).when('ConcludeSilence', { decisionId }, historian('NATO', DEADLINE)).then(adopted));
});

describe('an amendment (R24)', () => {
  const amend = { decisionId, text: amendment.text, deadline: LATER };
  const on = (...events: Told<DecisionEvent>[]) => inForum(drafted, ...events);
  it('is a new version with a new deadline, which takes up what was stopped', () =>
    on(brokenBy('HUN')).when('AmendDraft', amend).then(amended));
  it('is put to those who are members by then', () =>
    on()
      .and(Forum, joined('FIN'))
      .when('AmendDraft', amend)
      .then({ type: 'DraftAmended', data: { ...amendment, voters: ['FIN', ...few] } }));
  it('takes all positions anew', () =>
    on(brokenBy('HUN'), hungary, amended)
      .when('ConcludeSilence', { decisionId }, { at: LATER })
      .then({
        type: 'DecisionAdopted',
        data: { ...concluded, text: amendment.text, version: 2, optOuts: [] },
      }));
  it('is made once', () => on(brokenBy('HUN'), amended).when('AmendDraft', amend).thenNothing());
  it('is not made of what was adopted or has failed', async () => {
    await on(adopted).when('AmendDraft', amend).thenRejected('DecisionClosed', { status: 'adopted' });
    await on(brokenBy('HUN'), failed).when('AmendDraft', amend).thenRejected('DecisionClosed', { status: 'failed' });
  });
  it('is not made after the deadline', () =>
    on().when('AmendDraft', amend, { at: AFTER }).thenRejected('SilenceExpired', { deadline: DEADLINE }));
  it('leaves time for an answer', () =>
    on()
      .when('AmendDraft', { ...amend, deadline: NOW })
      .thenRejected('DeadlineNotLater', { than: NOW }));
  it('is made by who conducts the procedure', () =>
    on().when('AmendDraft', amend, operator('HUN')).thenRejected('NotTheDrafter', { drafter: 'NATO' }));
});

describe('an extension (R25)', () => {
  const extend = { decisionId, deadline: LATER, reason: 'asked for by Hungary' };
  const extended: Told<DecisionEvent> = {
    type: 'SilenceExtended',
    data: { decisionId, from: DEADLINE, to: LATER, reason: extend.reason },
  };
  it('puts the deadline off', async () => {
    await inForum(drafted).when('ExtendSilence', extend).then(extended);
    await inForum(drafted, extended)
      .when('BreakSilence', { decisionId, reason: 'no mandate' }, operator('HUN', AFTER))
      .then(brokenBy('HUN'));
  });
  it('is later than the deadline', () =>
    inForum(drafted)
      .when('ExtendSilence', { ...extend, deadline: DEADLINE })
      .thenRejected('DeadlineNotLater', { than: DEADLINE }));
  it('comes before it', () =>
    inForum(drafted)
      .when('ExtendSilence', extend, { at: AFTER })
      .thenRejected('SilenceExpired', { deadline: DEADLINE }));
  it('is given once', () => inForum(drafted, extended).when('ExtendSilence', extend).thenNothing());
  it('is not given to a draft that was stopped or closed', async () => {
    await inForum(drafted, brokenBy('HUN'))
      .when('ExtendSilence', extend)
      .thenRejected('DraftStopped', { by: ['HUN'] });
    await inForum(drafted, adopted).when('ExtendSilence', extend).thenRejected('DecisionClosed', { status: 'adopted' });
  });
  it('is given by who conducts the procedure', () =>
    inForum(drafted).when('ExtendSilence', extend, operator('HUN')).thenRejected('NotTheDrafter', { drafter: 'NATO' }));
});

describe('an opt-out (R26)', () => {
  const optOut = { decisionId, scope };
  it('is registered with its scope', () =>
    inForum(drafted).when('RegisterOptOut', optOut, operator('HUN')).then(hungary));
  it('is registered once', () =>
    inForum(drafted, hungary)
      .when('RegisterOptOut', { decisionId, scope: ['territory', 'funds', 'personnel'] }, operator('HUN'))
      .thenNothing());
  it('takes the place of the one before', () =>
    inForum(drafted, hungary)
      .when('RegisterOptOut', { decisionId, scope: ['funds'] }, operator('HUN'))
      .then({
        type: 'OptOutRegistered',
        data: { decisionId, party: 'HUN', scope: ['funds'], from: scope, version: 1 },
      }));
  it('is registered after adoption too, as parliaments decide later', () =>
    inForum(drafted, adopted).when('RegisterOptOut', optOut, operator('HUN', AFTER)).then(hungary));
  it('is not registered of what has failed', () =>
    inForum(drafted, brokenBy('USA'), failed)
      .when('RegisterOptOut', optOut, operator('HUN', AFTER))
      .thenRejected('DecisionClosed', { status: 'failed' }));
});

describe('an endorsement', () => {
  const endorse = { decisionId, at: 'Washington summit' };
  const summit = { at: '2024-07-10T15:00:00.000Z' };
  const endorsed: Told<DecisionEvent> = { type: 'DecisionEndorsed', data: endorse };
  it('follows adoption', () => inForum(drafted, adopted).when('EndorseDecision', endorse, summit).then(endorsed));
  it('is of an adopted decision', () =>
    inForum(drafted).when('EndorseDecision', endorse).thenRejected('NotAdopted', { status: 'silence' }));
  it('is recorded once for each occasion', () =>
    inForum(drafted, adopted, endorsed).when('EndorseDecision', endorse, summit).thenNothing());
});

describe('the subject of a decision', () => {
  const errorsOf = (fields: object) =>
    validateSync(Object.assign(new Subject(), fields)).map(({ property }) => property);
  it('has the fields of its kind, and no others', () => {
    const chair = { kind: 'chairTransfer', groupId: 'udcg', from: 'USA', to: ['NATO'] };
    expect([{ kind: 'text' }, subject, chair].map(errorsOf)).toEqual([[], [], []]);
    expect(errorsOf({ kind: 'taskTransfer' })).toEqual(['taskIds', 'owner']);
    expect(errorsOf({ ...chair, to: undefined })).toEqual(['to']);
    expect(errorsOf({ kind: 'text', taskIds: ['a'], effective: NOW })).toEqual(['taskIds', 'effective']);
  });
});
