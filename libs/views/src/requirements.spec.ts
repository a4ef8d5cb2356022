import { specifyView, type Told } from '#testing';
import type { RequirementEvent, RequirementExpired, RequirementReserved } from '#domain';
import { requirementLines } from './requirement-lines.js';
import { requirements } from './requirements.js';

const [T1, T2, T3, T4] = ['01', '02', '03', '04'].map((day) => `2025-07-${day}T09:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];
const whose = { requirementId: 'r', recipient: 'UKR' };
const missiles = { item: 'interceptor', category: 'air defence', quantity: '30', tolerance: '2' };
const radars = { item: 'radar', quantity: '3', unit: 'set' };

const submitted: Told<RequirementEvent> = {
  type: 'RequirementSubmitted',
  data: {
    ...{ ...whose, title: 'Air defence', lines: [missiles, radars], priority: 'high', neededBy: '2025-08-15' },
    claims: [],
  },
  occurredAt: T1,
};
const validated: Told<RequirementEvent> = {
  type: 'RequirementValidated',
  data: { ...whose, by: 'NATO', quantities: [{ ...missiles, quantity: '10' }, radars], until: '2025-08-31' },
  occurredAt: T2,
};
const reserved: Told<RequirementReserved> = {
  type: 'RequirementReserved',
  data: {
    ...{ ...whose, donor: 'DEU', pledgeId: 'p', allocationId: 'a' },
    lines: [
      { item: 'interceptor', quantity: '4' },
      { item: 'interceptor', quantity: '2.5', offered: 'IRIS-T' },
    ],
  },
  occurredAt: T3,
};
const released: Told<RequirementEvent> = {
  type: 'ReservationReleased',
  data: {
    ...{ ...whose, donor: 'DEU', pledgeId: 'p', allocationId: 'a' },
    from: [
      { item: 'interceptor', quantity: '4' },
      { item: 'interceptor', quantity: '2.5', offered: 'IRIS-T' },
    ],
    to: [{ item: 'interceptor', quantity: '1' }],
  },
  occurredAt: T4,
};

describe('a requirement', () => {
  const given = specifyView(requirements);
  const row = {
    ...{ recipient: 'UKR', title: 'Air defence', priority: 'high' as const, neededBy: '2025-08-15' },
    ...{ status: 'submitted' as const, validatedBy: null, until: null, outcome: null, supersededBy: null },
    ...{ breaches: 0, since: T1 },
  };
  const valid = { ...row, status: 'validated' as const, validatedBy: 'NATO', until: '2025-08-31' };

  it('is what was said when it was submitted', () => {
    given(submitted).then('r', row);
  });
  it('shows who validated it, and until when', () => {
    given(submitted, validated).then('r', valid);
  });
  it('shows the same where it is said to have been submitted after it was validated', () => {
    given({ ...submitted, occurredAt: T3 }, validated).then('r', { ...valid, since: T3 });
  });
  it('is to be validated anew once it is revised', () => {
    const lines = { from: { lines: [missiles] }, to: { lines: [radars], neededBy: '2025-09-01' } };
    given(submitted, validated, {
      type: 'RequirementRevised',
      data: { ...whose, ...lines, claims: [] },
      occurredAt: T3,
    }).then('r', { ...row, neededBy: '2025-09-01' });
  });
  it('is as urgent as was said last', () => {
    given(submitted, {
      type: 'RequirementReprioritised',
      data: { ...whose, from: 'high', to: 'critical' },
      occurredAt: T2,
    }).then('r', { ...row, priority: 'critical' });
  });
  it('is rejected, expires, and is closed', () => {
    given(submitted, {
      type: 'RequirementRejected',
      data: { ...whose, by: 'NATO', reason: 'no', held: [] },
      occurredAt: T2,
    }).then('r', { ...row, status: 'rejected' });
    const expired: Told<RequirementExpired> = {
      type: 'RequirementExpired',
      data: { ...whose, until: '2025-08-31', held: [] },
      occurredAt: T4,
    };
    given(submitted, validated, expired).then('r', { ...valid, status: 'expired' });
    given(submitted, validated, {
      type: 'RequirementClosed',
      data: { ...whose, outcome: 'superseded', supersededBy: 'r2', held: [] },
      occurredAt: T4,
    }).then('r', { ...valid, status: 'closed', outcome: 'superseded', supersededBy: 'r2' });
  });
  it('counts the rules it breaks (R32)', () => {
    given(submitted, {
      ...reserved,
      data: { ...reserved.data, breaches: [{ rule: 'R4', code: 'OverFulfilment', facts: {} }] },
    }).then('r', { ...row, breaches: 1 });
  });
});

describe('a line of a requirement', () => {
  const given = specifyView(requirementLines);
  const row = {
    ...{ requirement: 'r', item: 'interceptor', recipient: 'UKR', category: 'air defence', unit: null },
    ...{ required: '30', validated: null, tolerance: '2', matched: '0' },
  };
  const radar = {
    ...{ ...row, item: 'radar', category: null, unit: 'set' },
    ...{ required: '3', tolerance: '0' },
  };

  it('is what is required, and of it validated', () => {
    given(submitted).then('r/interceptor', row);
    given(submitted, validated).then('r/interceptor', { ...row, validated: '10' });
    given(submitted, validated).then('r/radar', { ...radar, validated: '3' });
  });
  it('shows what is matched, until it is released', () => {
    given(submitted, validated, reserved).then('r/interceptor', { ...row, validated: '10', matched: '6.5' });
    given(submitted, validated, reserved, released).then('r/interceptor', { ...row, validated: '10', matched: '1' });
    given(submitted, validated, reserved).then('r/radar', { ...radar, validated: '3' });
  });
  it('shows the same in whatever order its events are said to have occurred', () => {
    given({ ...submitted, occurredAt: T4 }, { ...validated, occurredAt: T3 }, { ...reserved, occurredAt: T1 }).then(
      'r/interceptor',
      { ...row, validated: '10', matched: '6.5' },
    );
  });
  it('is not needed once a revision leaves it out', () => {
    const revision = { from: { lines: [missiles, radars] }, to: { lines: [radars] } };
    given(submitted, validated, {
      type: 'RequirementRevised',
      data: { ...whose, ...revision, claims: [] },
      occurredAt: T3,
    }).then('r/interceptor', { ...row, category: null, required: '0', tolerance: '0' });
  });
});
