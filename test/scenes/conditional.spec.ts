import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const claims = [{ source: 'Meeting of the contact group', said: '2026-02-12' }];
const ITEM = 'PAC-3 interceptor';
const interceptors = (quantity: string) => [{ item: ITEM, quantity, unit: 'piece' }];
const euros = (amount: string) => ({ amount, currency: 'EUR', basis: 'contract' }) as const;
const rates = {
  ratesId: 'day',
  base: 'EUR',
  on: '2026-02-01',
  rates: [{ currency: 'USD', rate: '1.18' }],
  source: 'ECB',
};
let stage: Stage;

const pledge = (pledgeId: string, donor: string, quantity: string, amount: string, more: object = {}) =>
  stage.as(donor).does('MakePledge', {
    ...{ pledgeId, donor, kind: 'military', title: `${quantity} interceptors`, claims },
    ...{ lines: interceptors(quantity), amount: euros(amount), ...more },
  });
const commit = (pledgeId: string, donor: string, amount: string) =>
  stage.as(donor).does('CommitPledge', { pledgeId, amount: euros(amount), claims });
const pledged = (moment: object = {}) =>
  stage.total({ measure: ['pledged'], by: 'donor', in: 'EUR', rates: ['day'], donor: ['DEU'], ...moment });
const bound = async (donors: readonly string[]) => {
  const rows = await stage.rows('pledged-goods', { item: ITEM });
  return donors.map((donor) => rows.find((row) => row.donor === donor)?.committed);
};

beforeAll(async () => {
  stage = await openStage('2026-02-12T10:00:00Z');
  await stage.as('DEU', 'coordinator').does('PublishRates', rates, '2026-02-01');
  await pledge('five', 'DEU', '5', '20000000', {
    condition: {
      ...{ text: 'Five, if others give so many that there are thirty in all.', until: '2026-03-31' },
      threshold: { item: ITEM, quantity: '25' },
    },
  });
});
afterAll(() => stage.close());

describe('five interceptors, if there are thirty in all', () => {
  let before: string;

  it('count nothing when they are pledged, and Germany cannot commit them yet', async () => {
    expect(await pledged()).toBe('0.00');
    expect(await stage.row('pledges', 'five')).toMatchObject({ conditional: true, conditionUntil: '2026-03-31' });
    expect(
      await stage
        .as('DEU')
        .isRefused('CommitPledge', { pledgeId: 'five', amount: euros('20000000'), claims }, 'ConditionNotMet'),
    ).toEqual({ until: '2026-03-31' });
  });

  it('are not promised away by anybody saying that the others give', async () => {
    for (const [party, role] of [
      ['NSATU', 'coordinator'],
      ['DEU', 'historian'],
    ] as const)
      await stage.as(party, role).isRefused('MeetCondition', { pledgeId: 'five' }, 'ConditionIsCounted');
  });

  it('wait while others only pledge, or commit to a part', async () => {
    await stage.time('2026-02-20T10:00:00Z');
    await pledge('us', 'USA', '20', '80000000');
    await pledge('nl', 'NLD', '10', '40000000');
    await stage.time('2026-02-25T10:00:00Z');
    await commit('us', 'USA', '80000000');
    await commit('nl', 'NLD', '16000000');
    expect(await bound(['USA', 'NLD', 'DEU'])).toEqual(['20', '4', '0']);
    expect(await stage.story('pledge-five')).toEqual(['PledgeMade']);
  });

  it('wait on where one takes back what it committed to', async () => {
    await stage.time('2026-02-27T10:00:00Z');
    await stage.as('USA').does('WithdrawPledge', { pledgeId: 'us', reason: 'needed elsewhere' });
    await commit('nl', 'NLD', '40000000');
    expect(await bound(['USA', 'NLD'])).toEqual(['0', '10']);
    expect(await stage.story('pledge-five')).toEqual(['PledgeMade']);
    before = await stage.known();
  });

  it('count from when the others are committed to twenty-five', async () => {
    await stage.time('2026-03-05T10:00:00Z');
    await pledge('no', 'NOR', '15', '60000000');
    await commit('no', 'NOR', '60000000');
    expect(await stage.story('pledge-five')).toEqual(['PledgeMade', 'ConditionMet']);
    expect(await pledged()).toBe('20000000.00');
    expect(await pledged({ asOf: '2026-03-05T09:59:59Z' })).toBe('0.00');
    expect(await pledged({ asOf: '2026-03-05T10:00:00Z' })).toBe('20000000.00');
    await commit('five', 'DEU', '20000000');
    expect(await bound(['DEU'])).toEqual(['5']);
  });

  it('show an auditor by whom they were met, and that nobody knew it before', async () => {
    expect(await stage.row('conditions', 'five')).toMatchObject({
      ...{ status: 'met', item: ITEM, quantity: '25' },
      counted: [
        { pledgeId: 'nl', donor: 'NLD', quantity: '10' },
        { pledgeId: 'no', donor: 'NOR', quantity: '15' },
      ],
    });
    expect(await stage.row('conditions', 'five', { asOf: '2026-03-31', knownAt: before })).toMatchObject({
      ...{ status: 'open', counted: null },
    });
    expect(await pledged({ asOf: '2026-03-31', knownAt: before })).toBe('0.00');
    const { events } = await (await stage.ledger()).stream('pledge-five');
    const [, met] = events;
    expect(met).toMatchObject({
      occurredAt: '2026-03-05T10:00:00.000Z',
      metadata: { by: { subject: 'policy:meet-conditions', party: 'DEU', roles: ['policy'] } },
    });
  });

  it('stay met where another gives less later, and do not lapse', async () => {
    await stage.time('2026-03-10T10:00:00Z');
    await stage.as('NLD').does('WithdrawPledge', { pledgeId: 'nl', reason: 'a new government' });
    await stage.time('2026-04-01T00:00:00Z');
    expect(await stage.row('pledges', 'five')).toMatchObject({ status: 'committed', conditional: false });
    expect(await stage.rows('parked')).toEqual([]);
  });
});

describe('a second pledge, whose others do not come in time', () => {
  const threshold = { item: ITEM, quantity: '100' };

  beforeAll(async () => {
    const condition = { text: 'Seven, if others give a hundred.', until: '2026-05-31', threshold };
    await pledge('seven', 'DEU', '7', '28000000', { condition });
  });

  it('is awaited until its last day is over', async () => {
    expect(await stage.row('deadlines', 'pledge-seven')).toMatchObject({
      ...{ due: '2026-06-01T00:00:00.000Z', command: 'LapseCondition', party: 'DEU' },
    });
    await stage.time('2026-05-31T23:59:59Z');
    expect(await stage.row('conditions', 'seven')).toMatchObject({ status: 'open' });
  });

  it('lapses then, and has never counted', async () => {
    await stage.time('2026-06-01T08:00:00Z');
    expect(await stage.story('pledge-seven')).toEqual(['PledgeMade', 'ConditionLapsed']);
    expect(await stage.row('conditions', 'seven', { asOf: '2026-05-31T23:59:59Z' })).toMatchObject({ status: 'open' });
    expect(await stage.row('conditions', 'seven', { asOf: '2026-06-01T00:00:00Z' })).toMatchObject({
      status: 'lapsed',
    });
    for (const asOf of ['2026-05-31', '2026-06-02']) expect(await pledged({ asOf })).toBe('20000000.00');
    expect(await stage.row('deadlines', 'pledge-seven')).toBeUndefined();
  });

  it('is not met any more by those who come late', async () => {
    await pledge('late', 'POL', '200', '800000000');
    await commit('late', 'POL', '800000000');
    expect(await stage.row('pledges', 'seven')).toMatchObject({ status: 'lapsed' });
    await stage
      .as('DEU')
      .isRefused('CommitPledge', { pledgeId: 'seven', amount: euros('1'), claims }, 'PledgeNotStanding');
    expect(await stage.rows('parked')).toEqual([]);
  });
});
