import { specifyView, type Told } from '#testing';
import type { HubCapacityChanged, HubOpened } from '#domain';
import { hubs } from './hubs.js';

const given = specifyView(hubs);
const hubId = 'rzeszow';
const OPENED = '2022-03-01T00:00:00.000Z';
const GREW = '2023-01-01T00:00:00.000Z';
const opened: Told<HubOpened> = {
  type: 'HubOpened',
  data: { hubId, name: 'POLLOG HUB', host: 'POL', capacityPerDay: 2 },
  occurredAt: OPENED,
};
const grew: Told<HubCapacityChanged> = {
  type: 'HubCapacityChanged',
  data: { hubId, from: 2, to: 5 },
  occurredAt: GREW,
};

describe('a hub', () => {
  it('takes so much a day', () => {
    given(opened).then(hubId, { name: 'POLLOG HUB', host: 'POL', capacityPerDay: 2, since: OPENED });
  });
  it('takes more from a time on', () => {
    given(opened, grew).then(hubId, { name: 'POLLOG HUB', host: 'POL', capacityPerDay: 5, since: OPENED });
  });
  it('takes what it was changed to, whenever it is said to have been opened', () => {
    given({ ...opened, occurredAt: '2024-01-01T00:00:00.000Z' }, grew).then(hubId, {
      ...{ name: 'POLLOG HUB', host: 'POL', capacityPerDay: 5, since: '2024-01-01T00:00:00.000Z' },
    });
  });
});
