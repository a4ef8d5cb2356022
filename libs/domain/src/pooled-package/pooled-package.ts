import { decider } from '#eventsourcing';
import { Pledge } from '../pledge/pledge.js';
import { paying, type PayingEvent } from './pooled-package.paying.js';
import { releasing, type ReleasingEvent } from './pooled-package.releasing.js';
import type { PooledPackageCommand, PooledPackageState } from './pooled-package.state.js';

export type PooledPackageEvent = ReleasingEvent | PayingEvent;

/** One basket that several donors pay into, never beyond its target, released when it is validated and funded (R29). */
export const PooledPackage = decider<PooledPackageCommand, PooledPackageEvent, PooledPackageState>({
  stream: 'package',
  id: 'packageId',
  initial: { status: 'unproposed' },
  may: { ...releasing.may, ...paying.may },
  facts: { ContributeToPackage: ({ data: { pledgeId } }) => [{ from: Pledge, id: pledgeId }] },
  decide: { ...releasing.decide, ...paying.decide },
  evolve: { ...releasing.evolve, ...paying.evolve },
});
