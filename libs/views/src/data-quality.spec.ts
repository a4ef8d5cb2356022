import { askOf, DONATIONS, type Asked } from '#testing';
import { dataQuality } from './data-quality.js';

describe('the quality of data', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(dataQuality, ...DONATIONS);
  });
  afterAll(() => asked.close());

  const of = (donor: string, counts: Readonly<Record<string, number>>) =>
    ['amountNotReported', 'amountWithheld', 'reportedByOthers', 'withBreaches', 'undated'].map((what) => ({
      ...{ donor, what, pledges: counts[what] ?? 0, explain: `${what}/${donor}` },
    }));
  const all = (donor: string, breaches: number, medianLagDays: number) => ({
    ...{ donor, what: 'pledges', pledges: 1, breaches, medianLagDays, explain: `pledges/${donor}` },
  });

  it('counts what is wanting in the pledges of each donor, and how late it was learnt', async () => {
    expect(await asked.ask({ donor: ['NOR', 'USA'] })).toEqual({
      rows: [
        all('NOR', 1, 700),
        ...of('NOR', { amountWithheld: 1, withBreaches: 1 }),
        all('USA', 0, 671),
        ...of('USA', {}),
      ],
    });
  });
  it('has the pledges behind each count', async () => {
    const { rows } = await asked.explain({}, 'withBreaches/NOR');
    expect(rows.map(({ key }) => key)).toEqual(['no']);
    await expect(asked.explain({}, 'withBreaches')).rejects.toMatchObject({ code: 'NoSuchFigure' });
    await expect(asked.explain({ donor: ['USA'] }, 'pledges/NOR')).rejects.toMatchObject({ code: 'NoSuchFigure' });
  });
});
