import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const groupId = 'udcg';
const chairedBy = async (asOf: string) => (await stage.row('chair', groupId, { asOf }))?.parties;
let stage: Stage;

beforeAll(async () => {
  stage = await openStage('2022-04-26T08:00:00Z');
  const secretariat = stage.as('USA', 'coordinator');
  for (const party of ['USA', 'GBR', 'DEU', 'UKR']) await secretariat.does('AdmitParty', { groupId, party });
});
afterAll(() => stage.close());

describe('the chair of the contact group', () => {
  const austin = { party: 'USA', holder: 'Lloyd Austin', office: 'Secretary of Defense' };
  const healey = { party: 'GBR', holder: 'John Healey', office: 'Secretary of State for Defence' };
  const pistorius = { party: 'DEU', holder: 'Boris Pistorius', office: 'Federal Minister of Defence' };

  it('is taken by the United States on the first day', async () => {
    await stage.as('USA', 'coordinator').does('AppointChair', { groupId, parties: ['USA'], holders: [austin] });
    expect(await stage.row('chair', groupId)).toMatchObject({ status: 'held', parties: ['USA'], holders: [austin] });
  });

  it('falls vacant when the minister leaves office, and nobody may act in its name', async () => {
    await stage.time('2025-01-20T17:00:00Z');
    const events = await stage.as('USA').does('EndChairTerm', { groupId, party: 'USA', reason: 'left office' });
    expect(events).toEqual(['ChairTermEnded', 'ChairFellVacant']);
    expect(await stage.row('chair', groupId)).toMatchObject({ status: 'vacant', parties: [] });
    await stage.as('GBR').isRefused('ProposeChairTransfer', { groupId, proposalId: 'p-1', to: ['GBR'] }, 'ChairVacant');
  });

  it('is taken by the United Kingdom, and shared with Germany', async () => {
    await stage.time('2025-02-12T08:00:00Z');
    await stage.as('GBR', 'coordinator').does('AppointChair', { groupId, parties: ['GBR'], holders: [healey] });
    await stage.time('2025-04-11T08:00:00Z');
    const both = { groupId, parties: ['DEU'], holders: [healey, pistorius] };
    await stage.as('GBR', 'coordinator').does('AppointChair', both);
    await stage.as('GBR', 'coordinator').isRefused('AppointChair', { groupId, parties: ['USA'] }, 'TooManyChairs');
  });

  it('is handed on to the alliance by both, with effect from the day of a summit', async () => {
    await stage.time('2026-06-01T08:00:00Z');
    const summit = '2026-07-07T00:00:00Z';
    await stage.as('GBR').does('ProposeChairTransfer', { groupId, proposalId: 'to-nato', to: ['NATO'] });
    await stage.as('GBR').isRefused('TransferChair', { groupId, to: ['NATO'] }, 'SameActor', summit);
    await stage.as('DEU').does('TransferChair', { groupId, to: ['NATO'] }, summit);
    expect(await stage.row('chair', groupId)).toMatchObject({ parties: ['GBR', 'DEU'] });
    await stage.time(summit);
    expect(await stage.row('chair', groupId)).toMatchObject({ status: 'held', parties: ['NATO'] });
  });

  it('was held by whom it was held, on any day that a dashboard asks for', async () => {
    expect(await chairedBy('2024-07-10')).toEqual(['USA']);
    expect(await chairedBy('2025-02-01')).toEqual([]);
    expect(await chairedBy('2025-03-01')).toEqual(['GBR']);
    expect(await chairedBy('2025-05-01')).toEqual(['GBR', 'DEU']);
    expect(await chairedBy('2026-07-06')).toEqual(['GBR', 'DEU']);
    expect(await chairedBy('2026-07-07')).toEqual(['NATO']);
  });

  it('is known to the auditor with every hand it went through', async () => {
    expect(await stage.story('contactGroup-udcg')).toEqual([
      ...Array<string>(4).fill('PartyAdmitted'),
      ...['ChairAppointed', 'ChairTermEnded', 'ChairFellVacant', 'ChairAppointed', 'ChairAppointed'],
      ...['ChairTransferProposed', 'ChairTransferred'],
    ]);
  });
});
