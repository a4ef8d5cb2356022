import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { KeyReused, Rejection, WrongExpectedRevision, type Receipt } from '#eventsourcing';
import type { SubscriptionWatch } from '#stores';
import { Problem } from '../problems/problem.js';

/** What is counted and timed in this process. Labels come from the tables of the house, never from a request. */
@Injectable()
export class Measures implements SubscriptionWatch {
  readonly registry = new Registry();
  readonly #commands = this.#counter('commands_total', 'Commands by type and outcome', ['type', 'outcome']);
  readonly #refusals = this.#counter('refusals_total', 'Commands that the law refused, by code', ['code']);
  readonly #errands = this.#counter('policy_commands_total', 'Commands of policies by outcome', ['policy', 'outcome']);
  readonly #conflicts = this.#counter(
    'append_conflicts_total',
    'Appends that found their stream moved on from where the process knew it to be',
    [],
  );
  readonly #drops = this.#counter('subscription_drops_total', 'Subscriptions to the log that broke off', []);
  readonly #resumes = this.#counter(
    'subscription_resumes_total',
    'Subscriptions to the log that go on after one broke off',
    [],
  );
  readonly #appends = new Histogram({
    name: 'steadfast_append_seconds',
    help: 'How long an append took until it was durable',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly #gauges = new Map<string, Gauge>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts a command that was taken; `type` is a row of the command table. */
  taken(type: string, { replayed, events }: Receipt, dryRun: boolean): void {
    const outcome = dryRun ? 'dryRun' : replayed ? 'replayed' : events.length > 0 ? 'done' : 'nothing';
    this.#commands.inc({ type, outcome });
  }

  /** Counts a command that was not taken, and why; `type` is a row of the command table. */
  notTaken(type: string, error: unknown): void {
    this.#commands.inc({ type, outcome: failureOf(error) });
    if (error instanceof Rejection) this.#refusals.inc({ code: error.code });
  }

  /** Counts a command that a policy sent, by what came of it. */
  ranErrand(policy: string, outcome: 'done' | 'nothing' | 'replayed' | 'parked'): void {
    this.#errands.inc({ policy, outcome });
  }

  /** Counts an append that lost its race: its stream had moved on from where the process knew it to be. */
  conflict(): void {
    this.#conflicts.inc();
  }

  /** Counts that a subscription to the log broke off. */
  dropped(): void {
    this.#drops.inc();
  }

  /** Counts that a subscription goes on where one broke off. */
  resumed(): void {
    this.#resumes.inc();
  }

  /** Times an append that succeeded. */
  appended(seconds: number): void {
    this.#appends.observe(seconds);
  }

  /** Sets a figure that is looked up when it is asked for, by the values of its labels; what it held before is gone. */
  figure(name: string, help: string, values: readonly { labels?: Record<string, string>; value: number }[]): void {
    let gauge = this.#gauges.get(name);
    if (!gauge) {
      const labelNames = Object.keys(values[0]?.labels ?? {});
      gauge = new Gauge({ name: `steadfast_${name}`, help, labelNames, registers: [this.registry] });
      this.#gauges.set(name, gauge);
    }
    gauge.reset();
    for (const { labels = {}, value } of values) gauge.set(labels, value);
  }

  #counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name: `steadfast_${name}`, help, labelNames, registers: [this.registry] });
  }
}

function failureOf(error: unknown): string {
  if (error instanceof Rejection) return 'refused';
  if (error instanceof WrongExpectedRevision) return 'conflict';
  if (error instanceof KeyReused) return 'invalid';
  if (!(error instanceof Problem)) return 'failed';
  return error.status === 412 ? 'conflict' : 'invalid';
}
