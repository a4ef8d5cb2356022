import { getMetadataStorage } from 'class-validator';
import { askOf, type Happened } from '#testing';
import { questions } from './index.js';

const asking = {
  ...{ in: 'EUR', measure: 'pledged', since: '0', by: 'donor', prices: ['list'], rates: 'none', source: 'kiel' },
};
const OWN: Readonly<Record<string, object>> = {
  situation: { since: '2024-01-01' },
  totals: { measure: ['pledged'], rates: ['none'] },
  valuation: { measure: ['pledged'] },
  releases: { from: 'r07', to: 'r18' },
};

const LIST: Happened = [
  'prices-list',
  {
    type: 'PricesPublished',
    data: {
      ...{ pricesId: 'list', basis: 'book', currency: 'EUR', on: '2024-01-01', source: 'ministry' },
      prices: [{ item: 'tank', price: '1' }],
    },
  },
  '2024-01-01T00:00:00.000Z',
];

/** The questions that answer in a currency. */
const CONVERTING = questions.filter(({ parameters }) =>
  getMetadataStorage()
    .getTargetValidationMetadatas(parameters, '', false, false)
    .some(({ propertyName }) => propertyName === 'in'),
);

describe('figures in a currency', () => {
  it('are of nine questions at least', () => {
    expect(CONVERTING.length).toBeGreaterThanOrEqual(9);
  });
  it.each(CONVERTING.map((question) => [question.name, question] as const))(
    'are refused by %s where there is no such rate set, also where there is nothing to convert',
    async (name, question) => {
      const asked = await askOf(question, ...(question.reads.some((view) => view.name === 'prices') ? [LIST] : []));
      await expect(asked.ask({ ...asking, ...OWN[name] })).rejects.toMatchObject({ code: 'NoSuchRates' });
      await asked.close();
    },
  );
});
