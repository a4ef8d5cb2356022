import type { SubscriptionWatch } from '../subscription-watch.js';

/** What befalls one subscription, told once when it breaks off and once when it goes on, however often it is tried between. */
export class Interruptions {
  #is: 'beginning' | 'running' | 'broken' = 'beginning';

  constructor(private readonly watch: SubscriptionWatch | undefined) {}

  /** The server has said that it runs. */
  runs(): void {
    if (this.#is === 'broken') this.watch?.resumed();
    this.#is = 'running';
  }

  /** It ended, or failed, or did not begin again. */
  breaks(): void {
    if (this.#is !== 'running') return;
    this.#is = 'broken';
    this.watch?.dropped();
  }
}
