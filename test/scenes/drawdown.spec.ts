import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const authorityId = 'pda-fy23';
const dollars = (amount: string) => ({ amount, currency: 'USD', basis: 'replacement' }) as const;
const claims = [{ source: 'Department of Defense', said: '2023-06-20' }];
let stage: Stage;
const draw = (drawId: string, amount: string) => ({
  ...{ authorityId, drawId, pledgeId: 'usa-2023', amount: dollars(amount), claims },
});

beforeAll(async () => {
  stage = await openStage('2022-10-01T09:00:00Z');
  const pledge = { pledgeId: 'usa-2023', donor: 'USA', kind: 'military', title: 'Drawdowns of 2023', claims } as const;
  await stage.as('USA').does('MakePledge', pledge);
  await stage.as('USA').does('OpenAuthority', {
    ...{ authorityId, donor: 'USA', ceiling: dollars('14500000000'), until: '2023-09-30', claims },
    legalBasis: 'Foreign Assistance Act, section 506(a)(1)',
  });
});
afterAll(() => stage.close());

describe('a drawdown authority', () => {
  it('takes draws within its ceiling, and tells what remains of it', async () => {
    await stage.time('2023-05-31T09:00:00Z');
    await stage.as('USA').does('DrawOnAuthority', draw('packages', '14000000000'));
    const facts = await stage.as('USA').isRefused('DrawOnAuthority', draw('june', '2300000000'), 'AuthorityExceeded');
    expect(facts).toMatchObject({ remaining: '500000000' });
  });

  it('is revalued by one who proposes and another who approves', async () => {
    await stage.time('2023-06-20T09:00:00Z');
    const proposal = {
      authorityId,
      proposalId: 'net-book-value',
      method: 'net book value instead of replacement cost',
    };
    const delta = { amount: '-3600000000', currency: 'USD', basis: 'book' } as const;
    await stage.as('USA').does('ProposeDrawsRevaluation', { ...proposal, delta, claims });
    const approval = { authorityId, proposalId: 'net-book-value' };
    await stage.as('USA').isRefused('RevalueDraws', approval, 'SameActor');
    await stage.as('USA', 'operator', 'comptroller').does('RevalueDraws', approval);
  });

  it('then takes the draw that was beyond it', async () => {
    await stage.as('USA').does('DrawOnAuthority', draw('june', '2300000000'));
    expect(await stage.row('authorities', authorityId)).toMatchObject({ ceiling: '14500000000', drawn: '12700000000' });
  });

  it('lapses with what is unused on its last day, though nobody lifts a finger', async () => {
    await stage.time('2023-10-01T00:00:00Z');
    expect((await stage.story(`authority-${authorityId}`)).at(-1)).toBe('AuthorityLapsed');
    await stage.as('USA').isRefused('DrawOnAuthority', draw('late', '1'), 'AuthorityLapsed');
    expect(await stage.row('authorities', authorityId)).toMatchObject({ status: 'lapsed', unused: '1800000000' });
  });

  it('still had its draws of the day before, on the day before', async () => {
    const before = await stage.row('authorities', authorityId, { asOf: '2023-06-19' });
    expect(before).toMatchObject({ status: 'open', drawn: '14000000000' });
  });
});
