import { commandIdOf, eventIdOf, type NewEvent } from '#eventsourcing';

const DONORS = ['DEU', 'FRA', 'GBR', 'NOR', 'POL', 'SWE', 'USA'];
const AT = '2024-07-11T09:00:00.000Z';

/** An event of a pledge, as a command would make it. */
export function event(type: string, data: { pledgeId: string; donor: string }, index: number): NewEvent {
  const commandId = commandIdOf(type, `${data.pledgeId}/${index}`);
  const day = String((index % 28) + 1).padStart(2, '0');
  return {
    id: eventIdOf(data.pledgeId, commandId, 0, type),
    type,
    data,
    at: AT,
    occurredAt: `2024-0${(index % 6) + 1}-${day}T00:00:00.000Z`,
    metadata: {
      commandId,
      payload: '',
      by: { subject: 'operator-7', party: data.donor, roles: ['operator'] },
      correlationId: commandId,
      causationId: commandId,
    },
  };
}

/** A pledge made, committed and allocated whole: what a pledge leaves in the log, at least. */
export function pledgeEvents(index: number): NewEvent[] {
  const of = { pledgeId: `bench-${index}`, donor: DONORS[index % DONORS.length] ?? 'DEU', kind: 'military' };
  const amount = { amount: `${1_000 + (index % 977)}.50`, currency: 'EUR', basis: 'claimed' };
  const total = { amount: amount.amount };
  const claims = [{ source: 'https://example.org/statement', said: '2024-07-10' }];
  const made = { ...of, title: 'Air defence', lines: [], currency: 'EUR', amount, claims };
  const committed = { ...of, from: { amount: '0' }, to: total, currency: 'EUR', basis: 'claimed', claims };
  const against = { amount: amount.amount, currency: 'EUR' };
  const allocated = { ...of, allocationId: 'a', lines: [], amount, against, claims };
  return [
    event('PledgeMade', made, index),
    event('PledgeCommitted', committed, index),
    event('PledgeAllocated', allocated, index),
  ];
}
