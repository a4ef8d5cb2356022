import { appending } from './store-contract/appending.js';
import { handling } from './store-contract/handling.js';
import type { StoreHarness } from './store-contract/harness.js';
import { interleaving } from './store-contract/interleaving.js';
import { reading } from './store-contract/reading.js';
import { subscribing } from './store-contract/subscribing.js';

export {
  idsOf,
  logAfter,
  newEvent,
  newEvents,
  newStream,
  type OpenedStore,
  type Pace,
  type StoreHarness,
} from './store-contract/harness.js';

/** States what every event store promises; a store's spec calls it once, with a way to open stores of its kind. */
export function storeContract(name: string, harness: StoreHarness): void {
  describe(name, () => {
    appending(harness);
    reading(harness);
    subscribing(harness);
    interleaving(harness);
    handling(harness);
  });
}
