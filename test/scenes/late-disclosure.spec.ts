import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const euros = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' }) as const;
const rates = {
  ratesId: 'day',
  base: 'EUR',
  on: '2022-05-01',
  rates: [{ currency: 'USD', rate: '1.05' }],
  source: 'ECB',
};
let stage: Stage;

/** What a donor commits: said on the ledger's day, true on another. */
async function commits(donor: string, amount: string, on: string, learnt: string): Promise<void> {
  const claims = [{ source: 'Lugano conference', said: on, learnt }];
  const pledgeId = `${donor.toLowerCase()}-${on}`;
  const pledge = { pledgeId, donor, kind: 'humanitarian', title: 'Aid', amount: euros(amount), claims } as const;
  await stage.as(donor).does('MakePledge', pledge, on);
  await stage.as(donor).does('CommitPledge', { pledgeId, amount: euros(amount), claims }, on);
}

beforeAll(async () => {
  stage = await openStage('2022-05-10T09:00:00Z');
  await stage.as('EU', 'coordinator').does('PublishRates', rates, '2022-05-01');
  await commits('DEU', '1000000', '2022-05-10', '2022-05-10');
  await stage.time('2022-07-05T09:00:00Z');
  await commits('NLD', '200000', '2022-05-20', '2022-07-05');
});
afterAll(() => stage.close());

const committed = (moment: object) =>
  stage.total({ measure: ['committed'], by: 'donor', in: 'EUR', rates: ['day'], ...moment });

describe('a commitment of May that is disclosed in July', () => {
  it('is in the total of May as it is known today', async () => {
    expect(await committed({ asOf: '2022-05-31' })).toBe('1200000.00');
  });

  it('is missing in the total of May as it was known in June', async () => {
    expect(await committed({ asOf: '2022-05-31', knownAt: '2022-06-30' })).toBe('1000000.00');
  });

  it('was not there on the days before it was made, whenever one asks', async () => {
    expect(await committed({ asOf: '2022-05-19' })).toBe('1000000.00');
  });

  it('shows both times, and the event, in its history', async () => {
    const { versions } = await (await stage.ledger()).history('pledges', 'nld-2022-05-20');
    const [first] = versions;
    expect(first).toMatchObject({
      validFrom: '2022-05-20T00:00:00.000Z',
      event: { type: 'PledgeMade', at: '2022-07-05T09:00:00.000Z', occurredAt: '2022-05-20T00:00:00.000Z' },
    });
  });
});
