/** The event store gave no answer in time. An append that ends so may have been taken or not: the same append again is safe, and tells. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The event store answered that it will not do what was asked: who asks may not, or what is asked is not possible. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
