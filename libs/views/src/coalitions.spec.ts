import { specifyView, type Told } from '#testing';
import type { CoalitionFormed, FundPaymentRecorded, LeadReplaced, RoadmapEndorsed } from '#domain';
import { coalitionMembers } from './coalition-members.js';
import { coalitions } from './coalitions.js';
import { fundPayments } from './fund-payments.js';

const coalitionId = 'armour';
const [T1, T2, T3] = ['2024-01-23', '2024-03-26', '2025-01-09'].map((day) => `${day}T00:00:00.000Z`) as [
  string,
  string,
  string,
];
const claims = [{ source: 'https://example.org/statement' }];
const words = { groupId: 'udcg', capability: 'Armour', claims };
const formed: Told<CoalitionFormed> = {
  type: 'CoalitionFormed',
  data: { coalitionId, ...words, leads: ['DEU'], members: ['DEU', 'SWE'] },
  occurredAt: T1,
};
const joined = { type: 'CoalitionJoined' as const, data: { coalitionId, party: 'POL' }, occurredAt: T2 };
const lead = (from?: string, to?: string): Told<LeadReplaced> => ({
  type: 'LeadReplaced',
  data: {
    ...{ coalitionId, leads: { from: [], to: [] } },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  },
  occurredAt: T2,
});
const left = {
  type: 'CoalitionLeft' as const,
  data: { coalitionId, party: 'DEU', leads: { from: ['DEU', 'POL'], to: ['POL'] } },
  occurredAt: T3,
};
const endorsed: Told<RoadmapEndorsed> = {
  type: 'RoadmapEndorsed',
  data: { coalitionId, roadmap: 'Roadmap to 2027', until: '2027-12-31', leads: ['DEU', 'POL'], claims: [] },
  occurredAt: T3,
};
const paid = (paymentId: string, amount: string, currency: string): Told<FundPaymentRecorded> => ({
  type: 'FundPaymentRecorded',
  data: {
    ...{ coalitionId, paymentId, donor: 'SWE', amount: { amount, currency, basis: 'claimed' } },
    ...{ drawsOn: 'package-19', claims },
  },
  occurredAt: T3,
});

describe('a coalition', () => {
  const given = specifyView(coalitions);
  const row = {
    ...{ group: 'udcg', capability: 'Armour', description: null, leads: ['DEU'], underStrength: true },
    ...{ members: ['DEU', 'SWE'], roadmap: null, roadmapUntil: null, endorsed: null, received: [], since: T1, claims },
  };
  const full = { ...row, leads: ['DEU', 'POL'], underStrength: false, members: ['DEU', 'SWE', 'POL'] };

  it('is under strength while one party leads it alone (R21)', () => {
    given(formed).then(coalitionId, row);
    given(formed, joined, lead(undefined, 'POL')).then(coalitionId, full);
  });
  it('is led by who takes the place of another', () => {
    given(formed, joined, lead('DEU', 'POL')).then(coalitionId, { ...row, leads: ['POL'], members: full.members });
    given(formed, lead('DEU')).then(coalitionId, { ...row, leads: [] });
  });
  it('is under strength again when one of two leads leaves it', () => {
    given(formed, joined, lead(undefined, 'POL'), left).then(coalitionId, {
      ...{ ...row, leads: ['POL'], members: ['SWE', 'POL'] },
    });
  });
  it('has the roadmap that was endorsed last', () => {
    given(formed, endorsed).then(coalitionId, {
      ...{ ...row, roadmap: 'Roadmap to 2027', roadmapUntil: '2027-12-31', endorsed: T3 },
    });
  });
  it('has received what was paid into its fund, by currency', () => {
    given(formed, paid('a', '50000000', 'SEK'), paid('b', '3000000', 'EUR'), paid('c', '0.5', 'SEK')).then(
      coalitionId,
      {
        ...row,
        received: [
          { currency: 'EUR', amount: '3000000' },
          { currency: 'SEK', amount: '50000000.5' },
        ],
      },
    );
  });
});

describe('a member of a coalition', () => {
  const given = specifyView(coalitionMembers);
  const germany = { coalition: coalitionId, party: 'DEU', lead: true, since: T1 };

  it('is there since it came, and leads or does not', () => {
    given(formed).then('armour/DEU', germany);
    given(formed).then('armour/SWE', { ...germany, party: 'SWE', lead: false });
    given(formed, joined).then('armour/POL', { ...germany, party: 'POL', lead: false, since: T2 });
  });
  it('leads once it takes the lead, and no longer once another does', () => {
    const events = [formed, joined, lead('DEU', 'POL')];
    given(...events).then('armour/POL', { ...germany, party: 'POL', since: T2 });
    given(...events).then('armour/DEU', { ...germany, lead: false });
  });
  it('is there no longer once it left', () => {
    given(formed, left).then('armour/DEU', undefined);
  });
});

describe('a payment into the fund of a coalition', () => {
  const given = specifyView(fundPayments);
  const row = {
    ...{ coalition: coalitionId, donor: 'SWE', amount: '50000000', currency: 'SEK', basis: 'claimed' as const },
    ...{ drawsOn: 'package-19', purpose: null, paid: T3, claims, breaches: 0 },
  };

  it('names the pledge that it draws on, to which it adds nothing (R9)', () => {
    given(paid('a', '50000000', 'SEK')).then('armour/a', row);
  });
  it('counts the rules it breaks (R32)', () => {
    const event = paid('a', '50000000', 'SEK');
    const breaches = [{ rule: 'R7', code: 'NoSource', facts: {} }];
    given({ ...event, data: { ...event.data, claims: [], breaches } }).then('armour/a', {
      ...{ ...row, claims: [], breaches: 1 },
    });
  });
});
