import { specify } from '#testing';
import { GdpTable } from './gdp-table.js';

const given = specify(GdpTable, { by: 'EU', at: '2024-10-01T09:00:00.000Z', roles: ['coordinator'] });

const germany = { party: 'DEU', amount: '4278503934689.85' };
const poland = { party: 'POL', amount: '681346077608.607' };
const asked = {
  ...{ gdpId: 'world-bank-2021', year: 2021, currency: 'USD', on: '2024-09-19' },
  ...{ figures: [germany, poland], source: 'https://example.org/gdp' },
};
const published = {
  type: 'GdpPublished' as const,
  data: { ...asked, figures: { DEU: '4278503934689.85', POL: '681346077608.607' } },
};

describe('a table of gross domestic products', () => {
  it('is published', () => given().when('PublishGdp', asked).then(published));
  it('is published once, asked twice', () => given(published).when('PublishGdp', asked).thenNothing());
  it('is the same in whatever order its figures stand', () =>
    given(published)
      .when('PublishGdp', { ...asked, figures: [poland, germany] })
      .thenNothing());
  it('never changes', () =>
    given(published)
      .when('PublishGdp', { ...asked, on: '2025-07-01' })
      .thenRejected('GdpExists', { gdpId: 'world-bank-2021' }));
  it('holds one figure of a party', () =>
    given()
      .when('PublishGdp', { ...asked, figures: [germany, { ...germany, amount: '1' }] })
      .thenRejected('GdpTwice', { party: 'DEU' }));
  it('takes the same figure twice for one', () =>
    given()
      .when('PublishGdp', { ...asked, figures: [germany, poland, germany] })
      .then(published));
  it('is of what was, so that it is not published ahead (R35)', () =>
    given().when('PublishGdp', asked, { occurredAt: '2024-10-02T00:00:00.000Z' }).thenRejected('FutureNotAllowed'));
});
