import { specifyPolicy } from '#testing';
import { freeWhatWasMatched } from './free-what-was-matched.js';

const given = specifyPolicy(freeWhatWasMatched);
const whose = { requirementId: 'r', recipient: 'UKR' };
const held = [
  { pledgeId: 'p', allocationId: 'a', donor: 'DEU', lines: [] },
  { pledgeId: 'p', allocationId: 'm', matchId: 'm', donor: 'DEU', lines: [] },
];
const freed = (reason: string) =>
  [
    { type: 'OrphanAllocation', data: { pledgeId: 'p', allocationId: 'a', reason } },
    { type: 'AbortMatch', data: { matchId: 'm', reason } },
    { type: 'OrphanAllocation', data: { pledgeId: 'p', allocationId: 'm', reason } },
  ] as const;

describe('what was matched with a requirement', () => {
  it('is freed when that expires', () => {
    given({ type: 'RequirementExpired', data: { ...whose, until: '2025-08-31', held } }).then(
      ...freed('requirement expired'),
    );
  });
  it('is freed when that is rejected', () => {
    given({ type: 'RequirementRejected', data: { ...whose, by: 'NATO', reason: 'no', held } }).then(
      ...freed('requirement rejected'),
    );
  });
  it('is freed when another takes its place', () => {
    given({ type: 'RequirementClosed', data: { ...whose, outcome: 'superseded', held } }).then(
      ...freed('requirement superseded'),
    );
  });
});
