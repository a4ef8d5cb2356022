import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const [groupId, coalitionId] = ['udcg', 'maritime'];
let stage: Stage;
const secretariat = () => stage.as('USA', 'coordinator');

beforeAll(async () => {
  stage = await openStage('2023-12-11T09:00:00Z');
  for (const party of ['USA', 'GBR', 'NOR', 'SWE', 'DNK']) await secretariat().does('AdmitParty', { groupId, party });
});
afterAll(() => stage.close());

describe('a coalition that builds a capability', () => {
  it('is formed by two nations of the group, and joined by others', async () => {
    const maritime = { coalitionId, groupId, capability: 'Maritime security', leads: ['GBR', 'NOR'] };
    await stage.as('GBR').isRefused('FormCoalition', { ...maritime, members: ['JPN'] }, 'NotAParticipant');
    await stage.as('GBR').does('FormCoalition', maritime);
    await stage.as('DNK').does('JoinCoalition', { coalitionId, party: 'DNK' });
    expect(await stage.row('coalitions', coalitionId)).toMatchObject({
      ...{ leads: ['GBR', 'NOR'], underStrength: false, members: ['GBR', 'NOR', 'DNK'] },
    });
  });

  it('is paid into out of a pledge, of which no krona counts twice', async () => {
    await stage.time('2025-05-22T09:00:00Z');
    const claims = [{ source: 'a press release', said: '2025-05-22' }];
    const sek = (amount: string) => ({ amount, currency: 'SEK', basis: 'claimed' }) as const;
    const rates = { ratesId: 'r', base: 'EUR', on: '2025-05-22', rates: [{ currency: 'SEK', rate: '11' }] };
    await secretariat().does('PublishRates', { ...rates, source: 'a bank' });
    const pledge = { pledgeId: 'package-19', donor: 'SWE', kind: 'military', title: 'Package 19', claims } as const;
    await stage.as('SWE').does('MakePledge', { ...pledge, amount: sek('16000000000') });
    const payment = { coalitionId, paymentId: 'swe', amount: sek('50000000'), drawsOn: 'package-19', claims };
    await stage.as('DNK').isRefused('RecordFundPayment', payment, 'DrawAcrossDonors');
    await stage.as('SWE').does('RecordFundPayment', payment);
    expect((await stage.row('coalitions', coalitionId))?.received).toEqual([{ currency: 'SEK', amount: '50000000' }]);
    expect(await stage.total({ measure: ['pledged'], by: 'donor', in: 'SEK', rates: ['r'] })).toBe('16000000000.00');
  });

  it('is under strength once the group strikes a lead off, until another leads it', async () => {
    await secretariat().does('RemoveParty', { groupId, party: 'NOR' });
    expect(await stage.row('coalitions', coalitionId)).toMatchObject({ leads: ['GBR'], underStrength: true });
    expect(await stage.row('coalition-members', `${coalitionId}/NOR`)).toBeUndefined();
    await stage.as('GBR').isRefused('ReplaceLead', { coalitionId, to: 'SWE' }, 'NotAMember');
    await stage.as('GBR').does('ReplaceLead', { coalitionId, to: 'DNK' });
    expect(await stage.row('coalitions', coalitionId)).toMatchObject({ leads: ['GBR', 'DNK'], underStrength: false });
  });
});
