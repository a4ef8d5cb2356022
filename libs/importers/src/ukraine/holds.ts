import { told, type Told } from './told.js';

const LISTED = ['Patriot interceptor', '155 mm shell', 'GMLRS', 'Hellfire', 'Stinger', 'AIM-120'];

/** The holds of the United States: one of everything that was not handed over yet, and one of listed munitions, which was found out. */
export const holds: readonly Told[] = [
  told(
    'PlaceHold',
    '2025-03-03',
    { donor: 'USA', holdId: '2025-03', reason: 'All aid is paused, also what is in transit and waits in Poland.' },
    'USA',
  ),
  told(
    'LiftHold',
    '2025-03-11',
    { donor: 'USA', holdId: '2025-03', reason: 'Aid and intelligence are resumed.' },
    'USA',
  ),
  told(
    'PlaceHold',
    '2025-07-01',
    { donor: 'USA', holdId: '2025-07', items: LISTED, discovered: true, reason: 'Listed munitions are held back.' },
    'USA',
  ),
  told('LiftHold', '2025-07-07', { donor: 'USA', holdId: '2025-07', reason: 'The hold is reversed.' }, 'USA'),
];
