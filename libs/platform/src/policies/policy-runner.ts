import { policy, type AnyPolicy, type Clock, type Ledger } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import type { CommandTable } from '../commands/command-table.js';
import type { Measures } from '../metrics/measures.js';
import type { Tracing } from '../tracing/tracing.js';
import { DeadlineClock } from './deadline-clock.js';
import { CLOCK_POLICY } from './errand.js';
import { Errands } from './errands.js';
import { Follower } from './follower.js';
import { Lane, type Noting, type PolicyStatus } from './lane.js';

/** What a runner of policies is made of. */
export interface RunnerParts {
  readonly ledger: Ledger;
  readonly table: CommandTable;
  readonly readSide: ReadSide;
  readonly policies: readonly AnyPolicy[];
  readonly clock: Clock;
  readonly measures: Measures;
  readonly tracing: Tracing;
  readonly log: (line: string) => void;
  readonly noting?: Partial<Noting>;
}

/** How the policies and the clock of deadlines fare. */
export interface RunnerStatus {
  readonly policies: readonly PolicyStatus[];
  readonly deadlines: { readonly trouble?: string; readonly broken: readonly string[] };
}

const NOTING: Noting = { handled: 100, milliseconds: 10_000, passed: 10_000 };

/**
 * Runs every policy along the log, each from the position that its own stream notes, and the clock of deadlines.
 * What was run before is sent again under the same id, and so done once.
 */
export class PolicyRunner {
  readonly #lanes: readonly Lane[];
  readonly #deadlines: DeadlineClock | undefined;
  readonly #follower: Follower;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> | undefined;

  constructor({ policies, noting, ...parts }: RunnerParts) {
    const { ledger, readSide, log } = parts;
    ensureNamedOnce(policies);
    const errands = new Errands(parts);
    const common = { store: ledger.store, readSide, errands, log };
    const laneOf = (each: AnyPolicy) => new Lane(each, { ...common, noting: { ...NOTING, ...noting } });
    this.#lanes = [...policies, policy(CLOCK_POLICY, {})].map(laneOf);
    const view = readSide.views.find(({ name }) => name === 'deadlines');
    const followed = (position: bigint, patient: boolean) =>
      this.#lanes.every((lane) => lane.hasFollowed(position, patient));
    this.#deadlines = view && new DeadlineClock({ ...common, view, clock: parts.clock, followed });
    const listeners = [...this.#lanes.map(({ backlog }) => backlog), ...(this.#deadlines ? [this.#deadlines] : [])];
    this.#follower = new Follower(ledger.store, listeners, log);
  }

  /** Begins to run. */
  start(): void {
    const { signal } = this.#stopping;
    const all = [this.#follower, ...this.#lanes, ...(this.#deadlines ? [this.#deadlines] : [])];
    this.#running ??= Promise.all(all.map((one) => one.run(signal)));
  }

  /** Ends after the commands that are being sent, and notes how far each policy has come. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async status(): Promise<RunnerStatus> {
    const { trouble, broken } = this.#deadlines ?? {};
    return {
      policies: await Promise.all(this.#lanes.map((lane) => lane.status())),
      deadlines: { ...(trouble !== undefined && { trouble }), broken: [...(broken?.values() ?? [])] },
    };
  }
}

function ensureNamedOnce(policies: readonly AnyPolicy[]): void {
  const names = new Set<string>([CLOCK_POLICY]);
  for (const { name } of policies) {
    if (names.has(name)) throw new Error(`there are two policies named ${name}`);
    names.add(name);
  }
}
