import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '#client';
import { COUNCIL } from './support/allies.js';
import { scratch } from './support/launch.js';
import { openStage, type Stage } from './support/stage.js';

jest.setTimeout(120_000);

const BEGUN = '2025-07-01T09:00:00.000Z';
const claims = [{ source: 'a statement', said: '2025-07-01' }];
const dollars = (amount: string) => ({ amount, currency: 'USD', basis: 'replacement' }) as const;
const gun = { item: 'howitzer', quantity: '4' };
const matchId = 'match';

/** What falls due, by the stream in which it does: when, the event that comes of it, and whom the clock acts for. */
const DUE: readonly (readonly [stream: string, due: string, event: string, party: string])[] = [
  ['decision-text', '2025-07-10T12:00:00.000Z', 'DecisionAdopted', 'NATO'],
  ['requirement-guns', '2025-08-01T00:00:00.000Z', 'RequirementExpired', 'UKR'],
  ['pledge-conditional', '2025-09-01T00:00:00.000Z', 'ConditionLapsed', 'DEU'],
  ['authority-drawdown', '2025-10-01T00:00:00.000Z', 'AuthorityLapsed', 'USA'],
];

/** A stage on which all that can fall due is under way: guns are allocated to a requirement, and others are offered to it. */
async function begun(directory: string): Promise<Stage> {
  const stage = await openStage(BEGUN, directory);
  const [germany, staff] = [stage.as('DEU'), stage.as('NATO', 'coordinator')];
  await stage.historian('NATO').does('JoinForum', { forumId: COUNCIL, party: 'DEU' }, '2020-03-27');
  const draft = { decisionId: 'text', forumId: COUNCIL, subject: { kind: 'text' }, text: 'Allies support.' } as const;
  await staff.does('CirculateDraft', { ...draft, deadline: '2025-07-10T12:00:00Z' });

  const needs = { requirementId: 'guns', recipient: 'UKR', title: 'Guns', lines: [{ ...gun, quantity: '12' }] };
  await stage.as('UKR', 'recipient').does('SubmitRequirement', { ...needs, priority: 'high', claims });
  await staff.does('ValidateRequirement', { requirementId: 'guns', until: '2025-07-31' });
  const gives = { donor: 'DEU', kind: 'military', claims } as const;
  const lines = [{ ...gun, quantity: '8' }];
  await germany.does('MakePledge', { ...gives, pledgeId: 'guns', title: 'Guns', lines, amount: dollars('80') });
  await germany.does('CommitPledge', { pledgeId: 'guns', amount: dollars('80'), claims });
  const part = { pledgeId: 'guns', requirementId: 'guns', lines: [gun] };
  await germany.does('AllocatePledge', { ...part, allocationId: 'direct', amount: dollars('40'), claims });
  await staff.does('ProposeMatch', { ...part, matchId, terms: { amount: dollars('40'), claims } });

  const condition = { text: 'if parliament agrees', until: '2025-08-31' };
  await germany.does('MakePledge', {
    ...gives,
    pledgeId: 'conditional',
    title: 'More',
    amount: dollars('5'),
    condition,
  });
  await stage.as('USA').does('OpenAuthority', {
    ...{ authorityId: 'drawdown', donor: 'USA', ceiling: dollars('100'), until: '2025-09-30', claims },
    legalBasis: 'Foreign Assistance Act',
  });
  return stage;
}

/** What came of a deadline in its stream. */
async function outcome(stage: Stage, [stream, , type]: (typeof DUE)[number]): Promise<readonly RecordedEvent[]> {
  const { events } = await (await stage.ledger()).stream(stream);
  return events.filter((event) => event.type === type);
}

/** What the clock did in a stream, and when it recorded it. */
const byTheClock = ([, due, type, party]: (typeof DUE)[number], at: string) => ({
  ...{ type, at, occurredAt: due },
  metadata: { by: { subject: 'clock', party, roles: ['policy'] } },
});

/** States that nothing was refused to the ledger, and that nothing more is awaited. */
async function ensureDone(stage: Stage): Promise<void> {
  expect(await stage.rows('parked')).toEqual([]);
  expect(await stage.rows('deadlines')).toEqual([]);
  const { data } = await (await stage.ledger()).http.GET('/health/ready');
  expect(data).toMatchObject({ status: 'ok', info: { policies: { status: 'up', parked: 0, lag: 0 } } });
}

const LOG = 'log.sqlite';
const prepared = scratch();
let directory: string;
let stage: Stage;
beforeAll(async () => {
  const first = await begun(prepared);
  await first.close();
});
beforeEach(async () => {
  directory = scratch();
  copyFileSync(join(prepared, LOG), join(directory, LOG));
  stage = await openStage(BEGUN, directory);
  await stage.time(BEGUN);
});
afterEach(async () => {
  await stage.close();
  rmSync(directory, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(prepared, { recursive: true, force: true });
});

describe('what falls due', () => {
  it('happens at its time and not before, each in the name of whom it is for', async () => {
    expect(await stage.rows('deadlines', { sort: 'due' })).toMatchObject(
      DUE.map(([, due, , party]) => ({ due, party })),
    );
    for (const deadline of DUE) {
      const [, due] = deadline;
      await stage.time(new Date(Date.parse(due) - 1).toISOString());
      expect(await outcome(stage, deadline)).toEqual([]);
      await stage.time(due);
      expect(await outcome(stage, deadline)).toMatchObject([byTheClock(deadline, due)]);
    }
    await ensureDone(stage);
  });

  it('frees what was matched with a requirement whose validity has passed', async () => {
    await stage.time('2025-07-31T23:59:59.999Z');
    expect(await stage.row('allocations', 'guns/direct')).toMatchObject({ status: 'open' });
    await stage.time('2025-08-01T00:00:00.000Z');
    expect(await stage.row('allocations', 'guns/direct')).toMatchObject({ status: 'orphaned' });
    expect(await stage.row('requirements', 'guns')).toMatchObject({ status: 'expired' });
    await stage.as('DEU').does('AcceptMatch', { matchId });
    await stage.as('UKR', 'recipient').does('AcceptMatch', { matchId });
    expect((await stage.story(`match-${matchId}`)).at(-1)).toBe('MatchAborted');
  });

  it('is not awaited any more where somebody was faster', async () => {
    await stage.as('DEU').does('WithdrawPledge', { pledgeId: 'conditional', reason: 'parliament refused' });
    await stage.time('2025-09-02T00:00:00.000Z');
    expect(await stage.story('pledge-conditional')).toEqual(['PledgeMade', 'PledgeWithdrawn']);
    expect(await stage.rows('parked')).toEqual([]);
  });
});

describe('a server that was down when something fell due', () => {
  const BACK = '2025-10-05T07:00:00.000Z';

  it('does it when it is back, as of when it was due, and once', async () => {
    await stage.close();
    stage = await openStage(BACK, directory);
    await stage.time(BACK);
    for (const deadline of DUE) expect(await outcome(stage, deadline)).toMatchObject([byTheClock(deadline, BACK)]);
    expect(await stage.row('allocations', 'guns/direct')).toMatchObject({ status: 'orphaned' });
    await ensureDone(stage);
    const known = await stage.known();

    await stage.close();
    stage = await openStage(BACK, directory);
    await stage.time(BACK);
    for (const deadline of DUE) expect(await outcome(stage, deadline)).toHaveLength(1);
    expect(BigInt(await stage.known()) - BigInt(known)).toBeLessThan(20n);
  });

  it('shows the time between as it was in the world, and as it was known', async () => {
    const before = await stage.known();
    await stage.close();
    stage = await openStage(BACK, directory);
    await stage.time(BACK);
    const authority = (moment: object) => stage.row('authorities', 'drawdown', moment);
    expect(await authority({ asOf: '2025-10-01T00:00:00.000Z' })).toMatchObject({ status: 'lapsed' });
    expect(await authority({ asOf: '2025-09-30T23:59:59.999Z' })).toMatchObject({ status: 'open' });
    expect(await authority({ asOf: BACK, knownAt: before })).toMatchObject({ status: 'open' });
  });
});
