import { askOf, DONATIONS, type Asked } from '#testing';
import { funnel } from './funnel.js';

const asking = { in: 'EUR', rates: 'set' };

describe('the funnel', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(funnel, ...DONATIONS);
  });
  afterAll(() => asked.close());

  const step = (name: string, amount: string, pledges: number, ages: readonly [number, number], atLeast = false) => ({
    ...{ step: name, amount, atLeast, pledges, medianDays: ages[0], oldestDays: ages[1], explain: name },
  });

  it('shows what waits at each step, of how many pledges, and for how long', async () => {
    expect(await asked.ask(asking, { asOf: '2024-06-01T00:00:00.000Z' })).toEqual({
      ...asking,
      rows: [
        step('toCommit', '20.00', 2, [132, 143], true),
        step('toAllocate', '50.00', 2, [138, 143]),
        step('toDeliver', '30.00', 1, [143, 143]),
      ],
    });
    expect(await asked.ask(asking, { asOf: '2024-01-15T00:00:00.000Z' })).toEqual({
      ...asking,
      rows: [step('toCommit', '100.00', 1, [5, 5])],
    });
  });
  it('has behind each step what adds up to it', async () => {
    const { view, sum, count } = await asked.explain(asking, 'toAllocate', { asOf: '2024-06-01T00:00:00.000Z' });
    expect([view, Number(sum), count]).toEqual(['pledges', 50, 2]);
    await expect(asked.explain(asking, 'constructor')).rejects.toMatchObject({ code: 'NoSuchFigure' });
  });
  it('needs rates that are there', async () => {
    await expect(asked.ask({ ...asking, rates: 'none' })).rejects.toMatchObject({ code: 'NoSuchRates' });
  });
});
