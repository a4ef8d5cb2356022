import { specify, type Told } from '#testing';
import { Hub, type HubEvent } from './hub.js';

const hubId = 'rzeszow';
const AT = '2024-06-01T09:00:00.000Z';
const given = specify(Hub, { by: 'DEU', at: AT });
const coordinator = { by: 'NSATU', roles: ['coordinator'] };

type Past = Told<HubEvent>;
const words = { hubId, name: 'POLLOG HUB Rzeszów-Jasionka', host: 'POL', capacityPerDay: 2 };
const opened: Past = { type: 'HubOpened', data: words };
const booked = (consignmentId: string, day: string, party = 'DEU'): Past => ({
  type: 'SlotBooked',
  data: { hubId, consignmentId, day, party },
});
const freed: Past = { type: 'SlotFreed', data: { hubId, consignmentId: 'c1', day: '2024-06-10', party: 'DEU' } };
const full = [opened, booked('c1', '2024-06-10'), booked('c2', '2024-06-10'), booked('c3', '2024-06-11')];
const slot = { hubId, consignmentId: 'c1', day: '2024-06-10' };

describe('a hub', () => {
  it('is opened', () => given().when('OpenHub', words, coordinator).then(opened));
  it('is opened once (R34)', () => given(opened).when('OpenHub', words, coordinator).thenNothing());
  it('is not opened otherwise under the same name', () =>
    given(opened)
      .when('OpenHub', { ...words, capacityPerDay: 3 }, coordinator)
      .thenRejected('HubExists', { hubId }));
  it('takes more a day', () =>
    given(opened)
      .when('ChangeHubCapacity', { hubId, capacityPerDay: 3 }, coordinator)
      .then({ type: 'HubCapacityChanged', data: { hubId, from: 2, to: 3 } }));
  it('takes more once (R34)', () =>
    given(opened, { type: 'HubCapacityChanged', data: { hubId, from: 2, to: 3 } })
      .when('ChangeHubCapacity', { hubId, capacityPerDay: 3 }, coordinator)
      .thenNothing());
  it('books nothing before it is opened', () => given().when('BookSlot', slot).thenRejected('NoSuchHub', { hubId }));
});

describe('a day at a hub (R17)', () => {
  it('is booked', () => given(opened).when('BookSlot', slot).then(booked('c1', '2024-06-10')));
  it('is booked once (R34)', () => given(opened, booked('c1', '2024-06-10')).when('BookSlot', slot).thenNothing());
  it('takes no more than the hub’s capacity, and the next free one is said', () =>
    given(...full, booked('c4', '2024-06-11'))
      .when('BookSlot', { ...slot, consignmentId: 'c5' })
      .thenRejected('HubFull', { day: '2024-06-10', capacityPerDay: 2, nextFree: '2024-06-12' }));
  it('is never free at a hub that takes nothing', () =>
    given(opened, { type: 'HubCapacityChanged', data: { hubId, from: 2, to: 0 } })
      .when('BookSlot', slot)
      .thenRejected('HubFull', { day: '2024-06-10', capacityPerDay: 0, nextFree: undefined }));
  it('is free again once it is given back', () =>
    given(...full, freed)
      .when('BookSlot', { ...slot, consignmentId: 'c5' })
      .then(booked('c5', '2024-06-10')));
  it('is moved', () =>
    given(...full)
      .when('BookSlot', { ...slot, day: '2024-06-11' })
      .then({ type: 'SlotBooked', data: { ...slot, day: '2024-06-11', from: '2024-06-10', party: 'DEU' } }));
  it('is moved by whose it is', () =>
    given(...full)
      .when('BookSlot', { ...slot, day: '2024-06-11' }, { by: 'USA' })
      .thenRejected('NotYourSlot', { party: 'DEU', day: '2024-06-10' }));
  it('stays its party’s where the coordinator moves it', () =>
    given(...full)
      .when('BookSlot', { ...slot, day: '2024-06-11' }, coordinator)
      .then({ type: 'SlotBooked', data: { ...slot, day: '2024-06-11', from: '2024-06-10', party: 'DEU' } }));
  it('is given back', () =>
    given(...full)
      .when('FreeSlot', { hubId, consignmentId: 'c1' })
      .then(freed));
  it('is given back by whose it is', () =>
    given(...full)
      .when('FreeSlot', { hubId, consignmentId: 'c1' }, { by: 'USA' })
      .thenRejected('NotYourSlot', { party: 'DEU', day: '2024-06-10' }));
  it('is given back by the ledger, not before it was booked', () =>
    given(...full)
      .when(
        'FreeSlot',
        { hubId, consignmentId: 'c1' },
        { by: 'USA', roles: ['policy'], occurredAt: '2024-05-01T00:00:00.000Z' },
      )
      .then({ ...freed, occurredAt: AT }));
  it('is given back once (R34)', () =>
    given(...full, freed)
      .when('FreeSlot', { hubId, consignmentId: 'c1' })
      .thenNothing());
});
