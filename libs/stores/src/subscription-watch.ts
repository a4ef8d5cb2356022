/** Who is told how the subscriptions to a log fare that go on by themselves. */
export interface SubscriptionWatch {
  /** One broke off after it had begun. What is tried until it goes on counts for nothing. */
  dropped(): void;
  /** One that broke off goes on. */
  resumed(): void;
}
