/** A set of 53-bit fingerprints of names, 16 bytes each at most: what it does not hold is new for certain. */
export class Fingerprints {
  #slots = new Float64Array(1 << 12);
  #size = 0;

  add(fingerprint: number): void {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(fingerprint);
    if (this.#slots[slot] === fingerprint) return;
    this.#slots[slot] = fingerprint;
    this.#size++;
  }

  has(fingerprint: number): boolean {
    return this.#slots[this.#slotOf(fingerprint)] === fingerprint;
  }

  #slotOf(fingerprint: number): number {
    const mask = this.#slots.length - 1;
    let slot = (fingerprint >>> 0) & mask;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== fingerprint) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    for (const fingerprint of before) if (fingerprint !== 0) this.#slots[this.#slotOf(fingerprint)] = fingerprint;
  }
}

/** The fingerprint of a name, never 0: two 32-bit FNV-like hashes, of which the second gives the upper 21 bits. */
export function fingerprintOf(id: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < id.length; index++) {
    const code = id.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  high = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return ((high ^ (high >>> 16)) & 0x1fffff) * 0x1_0000_0000 + ((low ^ (low >>> 12)) >>> 0) || 1;
}

/** Fingerprints as they are stored: doubles, little-endian. */
export function packed(fingerprints: readonly number[]): Buffer {
  const bytes = Buffer.alloc(fingerprints.length * 8);
  fingerprints.forEach((fingerprint, index) => bytes.writeDoubleLE(fingerprint, index * 8));
  return bytes;
}

/** Fingerprints out of what `packed` made. */
export function* unpacked(bytes: Uint8Array): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = 0; offset < bytes.byteLength; offset += 8) yield view.getFloat64(offset, true);
}
