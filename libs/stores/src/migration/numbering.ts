import { START } from '#eventsourcing';

/** The positions of a log's events, in order: the first event has number 1, whatever its position. */
export class Numbering {
  #positions = new BigUint64Array(1 << 10);
  #count = 0;

  /** How many events are numbered. */
  get count(): number {
    return this.#count;
  }

  /** Numbers the next event. */
  add(position: bigint): void {
    if (this.#count === this.#positions.length) {
      const before = this.#positions;
      this.#positions = new BigUint64Array(before.length * 2);
      this.#positions.set(before);
    }
    this.#positions[this.#count++] = position;
  }

  /** The position of an event, `START` for number 0. */
  positionOf(number: number): bigint {
    return this.#positions[number - 1] ?? START;
  }

  /** The number of the last event that is not after a position, 0 where there is none. */
  numberOf(position: bigint): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.positionOf(middle + 1) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
