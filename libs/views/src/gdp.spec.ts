import { specifyView } from '#testing';
import { gdp } from './gdp.js';

const given = specifyView(gdp);
const published = {
  type: 'GdpPublished' as const,
  data: {
    ...{ gdpId: 'bank-2021', year: 2021, currency: 'USD', on: '2024-09-19', source: 'bank' },
    figures: { DEU: '4278503934689.85', ISL: '25797870984.2963' },
  },
};
const row = { gdp: 'bank-2021', year: 2021, currency: 'USD', on: '2024-09-19', source: 'bank' };

describe('a gross domestic product', () => {
  it('is of a party, in the year of its table', () => {
    given(published).then('bank-2021/ISL', { ...row, party: 'ISL', amount: '25797870984.2963' });
  });
  it('is not there of a party that the table does not have', () => {
    given(published).then('bank-2021/EU', undefined);
  });
});
