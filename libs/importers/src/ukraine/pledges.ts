import { told, type Told } from './told.js';

const claimed = (amount: string, currency: string) => ({ amount, currency, basis: 'claimed' as const });
const claim = (source: string, said: string, note?: string) => ({ source, said, ...(note !== undefined && { note }) });

const SLOVAK = claim('Xinhua', '2023-11-08');
const EARLIER = claim(
  'European Pravda',
  '2023-11-08',
  'The day of the earlier packages is inferred, their number and sum are found.',
);

/** The packages of Slovakia: thirteen given, and one that the next government withdrew. */
const slovakia: readonly Told[] = [
  ...given(
    'svk-packages-1-13',
    'SVK',
    'Packages 1 to 13 from stocks',
    claimed('671000000', 'EUR'),
    '2023-09-29',
    EARLIER,
  ),
  told(
    'ReportDelivery',
    '2023-09-29',
    { pledgeId: 'svk-packages-1-13', allocationId: 'whole', claims: [EARLIER] },
    'SVK',
  ),
  ...given('svk-package-14', 'SVK', 'Package 14 from stocks', claimed('40300000', 'EUR'), '2023-10-04', {
    ...SLOVAK,
    note: 'The day on which it was prepared is inferred.',
  }),
  told(
    'WithdrawPledge',
    '2023-11-08',
    {
      pledgeId: 'svk-package-14',
      reason: 'The new government rejected the package and gives nothing more from stocks.',
    },
    'SVK',
  ),
];

const SWEDISH = claim('Government of Sweden, press release', '2025-05-22');
const PACKAGE = claim('Government of Sweden, press release', '2025-03-31', 'The sum is from memory.');

/** What Sweden announced on 22 May 2025, item by item; the items come to less than the headline. */
const ITEMS: readonly (readonly [id: string, title: string, amount: string])[] = [
  ['demining', 'Demining coalition', '100000000'],
  ['drones', 'Drone coalition', '300000000'],
  ['maritime', 'Maritime coalition', '50000000'],
  ['it', 'IT coalition', '30000000'],
  ['danish-model', 'Purchases from the industry of Ukraine, by way of Denmark', '1000000000'],
  ['vehicles', 'Combat vehicles, with Denmark', '418000000'],
  ['czech-ammunition', 'Czech ammunition initiative', '550000000'],
  ['estonian-ammunition', 'Estonian ammunition initiative', '546000000'],
  ['air-defence', 'Air defence and long-range drones', '1000000000'],
];

/** Sweden's nineteenth package, and its announcement anew in parts: the headline draws on the package and adds nothing to it. */
const sweden: readonly Told[] = [
  made('swe-package-19', 'SWE', 'Package 19', { amount: claimed('16000000000', 'SEK') }, '2025-03-31', PACKAGE),
  told(
    'CommitPledge',
    '2025-04-29',
    { pledgeId: 'swe-package-19', amount: claimed('16000000000', 'SEK'), claims: [PACKAGE] },
    'SWE',
  ),
  made(
    'swe-2025-05-22',
    'SWE',
    'Announcement of 22 May 2025',
    { amount: claimed('4800000000', 'SEK'), drawsOn: 'swe-package-19' },
    '2025-05-22',
    SWEDISH,
  ),
  ...ITEMS.map(([allocationId, item, amount]) =>
    told(
      'AllocatePledge',
      '2025-05-22',
      {
        ...{ pledgeId: 'swe-package-19', allocationId, lines: [{ item }], amount: claimed(amount, 'SEK') },
        claims: [SWEDISH],
      },
      'SWE',
    ),
  ),
];

/** What was said at the meeting of 12 February 2026. */
const germany: readonly Told[] = [
  made(
    'deu-interceptors',
    'DEU',
    'Five PAC-3 interceptors, if others give thirty in all',
    {
      lines: [{ item: 'PAC-3 interceptor', quantity: '5', unit: 'piece' }],
      condition: {
        ...{ text: 'others give as many that there are thirty in all', until: '2026-12-31' },
        threshold: { item: 'PAC-3 interceptor', quantity: '25' },
      },
      meetingId: 'udcg-33',
      attendance: 'attended',
    },
    '2026-02-12',
    claim('Anadolu Agency', '2026-02-12', 'The last day of the condition is inferred.'),
  ),
];

/** The pledges that the history tells of. */
export const pledges: readonly Told[] = [...slovakia, ...sweden, ...germany];

type More = Pick<
  Parameters<typeof told<'MakePledge'>>[2],
  'amount' | 'lines' | 'drawsOn' | 'condition' | 'meetingId' | 'attendance'
>;
type Amount = ReturnType<typeof claimed>;
type Said = ReturnType<typeof claim>;

function made(pledgeId: string, donor: string, title: string, more: More, on: string, said: Said): Told {
  return told('MakePledge', on, { pledgeId, donor, kind: 'military', title, ...more, claims: [said] }, donor);
}

/** A pledge made, committed and allocated whole on one day. */
function given(id: string, donor: string, title: string, amount: Amount, on: string, said: Said): readonly Told[] {
  const claims = [said];
  return [
    made(id, donor, title, { amount }, on, said),
    told('CommitPledge', on, { pledgeId: id, amount, claims }, donor),
    told('AllocatePledge', on, { pledgeId: id, allocationId: 'whole', amount, claims }, donor),
  ];
}
