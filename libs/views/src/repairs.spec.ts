import { specifyView, type Told } from '#testing';
import type { AcceptedForRepair, RepairOpened, RepairReturned } from '#domain';
import { repairs } from './repairs.js';

const given = specifyView(repairs);
const repairId = 'repair-7';
const equipment = { repairId, owner: 'UKR', item: 'Leopard 2A4', quantity: '1' };
const JUNE = '2024-06-01T00:00:00.000Z';
const JULY = '2024-07-01T00:00:00.000Z';
const AUGUST = '2024-08-01T00:00:00.000Z';

type Past = Told<RepairOpened | AcceptedForRepair | RepairReturned>;
const opened: Past = { type: 'RepairOpened', data: { ...equipment, serials: ['L2-114'] }, occurredAt: JUNE };
const accepted: Past = {
  type: 'AcceptedForRepair',
  data: { ...equipment, repairer: 'POL', workshop: 'Gliwice' },
  occurredAt: JULY,
};
const returned: Past = {
  type: 'RepairReturned',
  data: { ...equipment, repairer: 'POL', outcome: 'beyondRepair', note: 'for spares' },
  occurredAt: AUGUST,
};
const row = {
  ...{ owner: 'UKR', item: 'Leopard 2A4', quantity: '1', serials: ['L2-114'], damage: null },
  ...{ status: 'opened' as const, repairer: null, workshop: null, expected: null },
  ...{ opened: JUNE, accepted: null, returned: null, note: null },
};

describe('a repair', () => {
  it('is open', () => {
    given(opened).then(repairId, row);
  });
  it('is accepted by a workshop', () => {
    given(opened, accepted).then(repairId, {
      ...{ ...row, status: 'accepted', repairer: 'POL', workshop: 'Gliwice', accepted: JULY },
    });
  });
  it('ends as it was returned', () => {
    given(returned, accepted, opened).then(repairId, {
      ...{ ...row, status: 'beyondRepair', repairer: 'POL', workshop: 'Gliwice', accepted: JULY },
      ...{ returned: AUGUST, note: 'for spares' },
    });
  });
});
