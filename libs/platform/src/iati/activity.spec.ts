import { activityXml } from './activity.js';
import type { Given, PledgeRow } from './pledge-rows.js';

const publisher = { ref: 'XM-DAC-41114', name: 'The <coalition>', type: '40', recipient: 'UA' };
const row: PledgeRow = {
  ...{ donor: 'DEU', kind: 'military', title: 'Tanks & "more"', status: 'committed', currency: 'EUR' },
  ...{ made: '1000000.50', madeUnknown: null, committed: '600000.00', committedUnknown: null },
  ...{ delivered: '250000.00', deliveredAtLeast: false, drawsOn: null, mergedInto: null },
  ...{ conditional: false, conditionUntil: null, reported: false, source: null, release: null, foreignId: null },
  ...{ breaches: 0, since: '2024-01-10T08:00:00.000Z' },
};
const committed = (amount: string, more = {}) => ({
  ...{ key: 'p-1/e-1', validFrom: '2024-02-01T00:00:00.000Z' },
  row: { pledge: 'p-1', currency: 'EUR', amount, counts: true, ...more },
});
const delivered = (amount: string) => ({
  ...{ key: 'p-1/a-1', validFrom: '2024-03-01T00:00:00.000Z', row: { pledge: 'p-1', delivered: amount } },
});
const given = (more: Partial<PledgeRow> = {}, parts: Partial<Given> = {}): Given => ({
  pledge: { key: 'p-1', validFrom: '2024-01-11T00:00:00.000Z', row: { ...row, ...more } },
  commitments: [],
  allocations: [],
  ...parts,
});
const xml = (...of: Parameters<typeof given>) => activityXml(given(...of), publisher);
const codesOf = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name} (?:code|type)="(\\d+)"`, 'g'))].map(([, code]) => code);
const leftOut = (text: string) =>
  [...text.matchAll(/<description type="4"><narrative>(.*?)<\/narrative>/g)].map(([, sentence]) => sentence);

describe('a pledge as an activity of IATI', () => {
  it('has every element in its place, and each figure as a transaction', () => {
    const parts = { commitments: [committed('600000.00')], allocations: [delivered('250000.00'), delivered('0')] };
    const from = '<provider-org type="10"><narrative>Germany</narrative></provider-org>';
    expect(xml({}, parts)).toBe(
      [
        '<iati-activity xml:lang="en" default-currency="EUR">',
        '<iati-identifier>XM-DAC-41114-p-1</iati-identifier>',
        '<reporting-org ref="XM-DAC-41114" type="40" secondary-reporter="1">',
        '<narrative>The &lt;coalition&gt;</narrative></reporting-org>',
        '<title><narrative>Tanks &amp; &quot;more&quot;</narrative></title>',
        '<description type="1"><narrative>Military aid pledged by Germany.</narrative></description>',
        '<participating-org type="10" role="1"><narrative>Germany</narrative></participating-org>',
        '<activity-status code="2"/><activity-date type="2" iso-date="2024-01-10"/>',
        '<recipient-country code="UA"/>',
        '<sector vocabulary="99" code="military"><narrative>Military aid</narrative></sector>',
        '<transaction ref="p-1"><transaction-type code="12"/><transaction-date iso-date="2024-01-10"/>',
        `<value currency="EUR" value-date="2024-01-10">1000000.50</value>${from}</transaction>`,
        '<transaction ref="p-1/e-1"><transaction-type code="2"/><transaction-date iso-date="2024-02-01"/>',
        `<value currency="EUR" value-date="2024-02-01">600000.00</value>${from}</transaction>`,
        '<transaction ref="p-1/a-1"><transaction-type code="3"/><transaction-date iso-date="2024-03-01"/>',
        `<value currency="EUR" value-date="2024-03-01">250000.00</value>${from}</transaction>`,
        '</iati-activity>',
      ].join(''),
    );
  });

  it.each([
    [{ status: 'made', delivered: '0' }, '1', '1'],
    [{ status: 'committed', delivered: '0' }, '2', '2'],
    [{ delivered: '600000' }, '4', '2'],
    [{ delivered: '600000', deliveredAtLeast: true }, '2', '2'],
    [{ status: 'withdrawn', delivered: '0' }, '5', '1'],
    [{ status: 'withdrawn' }, '4', '2'],
  ] as const)('%j has the status %s, and begins as %s', (more, status, date) => {
    const text = xml(more);
    expect([codesOf(text, 'activity-status'), codesOf(text, 'activity-date')]).toEqual([[status], [date]]);
  });

  it('takes back what is no longer committed', () => {
    const text = xml({}, { commitments: [committed('600000.00'), committed('-100000.00')] });
    expect(text).toContain('>-100000.00</value>');
    expect(codesOf(text, 'transaction-type')).toEqual(['12', '2', '2']);
  });

  it('that draws on another has its figures come in from there', () => {
    const parts = { commitments: [committed('5.00', { counts: false })], allocations: [delivered('3.00')] };
    const text = xml({ drawsOn: 'p-0', donor: 'EPF' }, { ...parts, drawnFrom: 'EU' });
    expect(codesOf(text, 'transaction-type')).toEqual(['13', '11']);
    expect(/<provider-org.*?<\/provider-org>/.exec(text)?.[0]).toBe(
      '<provider-org provider-activity-id="XM-DAC-41114-p-0" type="40"><narrative>European Union</narrative></provider-org>',
    );
    expect(text).toContain('<related-activity ref="XM-DAC-41114-p-0" type="1"/>');
    expect(leftOut(text)).toEqual([
      'Its figures come out of XM-DAC-41114-p-0 and are given as incoming, so that nothing is counted twice.',
      'What was delivered of it is left out, for it is part of XM-DAC-41114-p-0.',
    ]);
  });

  it.each<[Partial<PledgeRow>, string]>([
    [{ made: null, madeUnknown: 'withheld' }, 'The amount pledged is left out: it is withheld.'],
    [{ committed: null, committedUnknown: 'notReported' }, 'The amount committed is left out: it is not reported.'],
    [{ deliveredAtLeast: true }, 'Disbursements are at least what is given: not all that was delivered is valued.'],
    [{ reported: true }, 'Others said it in the name of the donor, which has not confirmed it.'],
    [{ breaches: 2 }, 'It was imported although it breaks rules of the ledger, in 2 places.'],
  ])('%j says what is left out', (more, sentence) => {
    expect(leftOut(xml(more))).toEqual([sentence]);
  });

  it('has no figures of a pledge whose condition is not met', () => {
    const text = xml({ status: 'made', delivered: '0', conditional: true, conditionUntil: '2026-06-30' });
    expect(text).toContain('<conditions attached="1"/></iati-activity>');
    expect(codesOf(text, 'transaction-type')).toEqual([]);
    expect(leftOut(text)).toEqual([
      'It waits for a condition until 2026-06-30, and counts nothing before.',
      'The amount pledged is left out, for it does not count.',
    ]);
  });

  it('has no amount without its currency', () => {
    const text = xml({ currency: null }, { allocations: [delivered('3.00')] });
    expect([codesOf(text, 'transaction-type'), leftOut(text)]).toEqual([
      [],
      ['Amounts without a known currency are left out.'],
    ]);
  });

  it('says what its source calls it, and what it turned out to be', () => {
    const text = xml({ status: 'merged', mergedInto: 'p-9', source: 'kiel', release: 'r18', foreignId: 'DEM1' });
    expect(text).toContain(
      '<other-identifier ref="DEM1" type="A9"><owner-org><narrative>kiel r18</narrative></owner-org></other-identifier><activity-status',
    );
    expect(text).toContain('<related-activity ref="XM-DAC-41114-p-9" type="3"/>');
    expect(codesOf(text, 'transaction-type')).toEqual([]);
  });
});
