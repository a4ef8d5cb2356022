import { specifyView } from '#testing';
import { claims } from './claims.js';

const given = specifyView(claims);
const about = { subject: 'udcg.meeting.16', field: 'date' };
const dod = { number: 1, value: '2023-10-11', source: 'DoD' };
const recorded = { type: 'ClaimRecorded' as const, data: { ...about, ...dod, otherwise: [] } };
const unsaid = { said: null, learnt: null, evidence: null, note: null };

describe('a claim', () => {
  it('says who said so', () => {
    given(recorded).then('udcg.meeting.16/1', { ...about, ...dod, ...unsaid, recordedBy: 'USA' });
  });
  it('stays beside another', () => {
    const pravda = { number: 2, value: '2023-10-10', source: 'pravda.com.ua', evidence: 'found' as const };
    const other = { type: 'ClaimRecorded' as const, data: { ...about, ...pravda, otherwise: [dod] } };
    given(recorded, other).then('udcg.meeting.16/1', { ...about, ...dod, ...unsaid, recordedBy: 'USA' });
    given(recorded, other).then('udcg.meeting.16/2', { ...about, ...unsaid, ...pravda, recordedBy: 'USA' });
  });
});
