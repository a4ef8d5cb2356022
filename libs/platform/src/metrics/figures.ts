import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Clock, EventStore } from '#eventsourcing';
import type { ReadSide, ReadSideStatus } from '#read-side';
import { Configuration } from '../configuration/configuration.js';
import { CLOCK, EVENT_STORE, READ_SIDE } from '../ledger/ledger.module.js';
import { LiveLog } from '../log-reads/live-log.js';
import { LiveViews } from '../log-reads/live-views.js';
import { PolicyDuty } from '../policies/policy-duty.js';
import type { RunnerStatus } from '../policies/policy-runner.js';
import { Measures } from './measures.js';
import { Waits, type Place } from './waits.js';

const STATUSES = ['live', 'building', 'failed'] as const;

/** The figures that are looked up when metrics are asked for. What does not answer shows as not up, and fails nothing. */
@Injectable()
export class Figures {
  #hasRun = false;
  readonly #waits: Waits;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    @Inject(CLOCK) clock: Clock,
    private readonly measures: Measures,
    private readonly configuration: Configuration,
    @Optional() private readonly live?: LiveLog,
    @Optional() private readonly liveViews?: LiveViews,
    @Optional() private readonly duty?: PolicyDuty,
  ) {
    this.#waits = new Waits(store, clock);
  }

  /** Looks them up. */
  async refresh(): Promise<void> {
    const [position, status, run] = await Promise.allSettled([
      this.store.lastPosition(),
      this.readSide.status(),
      this.duty?.status(),
    ]);
    this.measures.figure('up', 'Whether a part of the ledger answers', [
      { labels: { part: 'store' }, value: Number(position.status === 'fulfilled') },
      { labels: { part: 'readSide' }, value: Number(status.status === 'fulfilled') },
    ]);
    this.measures.figure('positions_per_event', 'How many positions lie between two events of the log, on average', [
      { value: Number(this.configuration.positionsPerEvent) },
    ]);
    if (this.live)
      this.measures.figure('feed_subscribers', 'How many follow the feed', [
        { value: this.live.listeners + (this.liveViews?.listeners ?? 0) },
      ]);
    if (position.status === 'fulfilled')
      this.measures.figure('log_position', 'The position of the last event', [{ value: Number(position.value) }]);
    if (status.status === 'fulfilled') this.#readSide(status.value);
    if (this.duty && run.status === 'fulfilled') this.#duty(run.value);
    await this.#secondsBehind(
      position.status === 'fulfilled' ? position.value : undefined,
      status.status === 'fulfilled' ? status.value : undefined,
      run.status === 'fulfilled' ? run.value : undefined,
    );
  }

  /** How long the first event that is not dealt with has waited; where the end of the log is not known, nobody can tell. */
  async #secondsBehind(
    end: bigint | undefined,
    readSide: ReadSideStatus | undefined,
    run: RunnerStatus | undefined,
  ): Promise<void> {
    const [views, policies] = [readSide?.views ?? [], run?.policies ?? []];
    const places = [...(readSide ? [readSide] : []), ...views, ...policies];
    const seconds = end === undefined ? undefined : await this.#waits.after(places, end);
    const figure = (of: string, all: readonly (readonly [Place, Record<string, string>])[]) => {
      this.measures.figure(
        `${of}_seconds_behind`,
        'Seconds since the first event was recorded that is still to be dealt with',
        all.map(([place, labels]) => ({ labels, value: seconds?.get(place) ?? NaN })),
      );
    };
    if (readSide) figure('read_side', [[readSide, {}]]);
    if (views.length > 0)
      figure(
        'view',
        views.map((view) => [view, { view: view.name }]),
      );
    if (policies.length > 0 || this.#hasRun)
      figure(
        'policy',
        policies.map((status) => [status, { policy: status.policy }]),
      );
  }

  #duty(run: RunnerStatus | undefined): void {
    this.measures.figure('leads', 'Whether the policies run in this process', [{ value: Number(run !== undefined) }]);
    if (run || this.#hasRun) this.#policies(run ?? { policies: [], deadlines: { broken: [] } });
    this.#hasRun ||= run !== undefined;
  }

  #policies({ policies, deadlines }: RunnerStatus): void {
    const each = (name: string, help: string, valueOf: (status: RunnerStatus['policies'][number]) => number) => {
      this.measures.figure(
        name,
        help,
        policies.map((status) => ({ labels: { policy: status.policy }, value: valueOf(status) })),
      );
    };
    each('parked_commands', 'Commands of a policy that were refused and wait for somebody', ({ parked }) => parked);
    each('policy_position', 'The position up to which all that follows is done', ({ position }) => Number(position));
    each('policy_lag', 'How many positions the log is ahead of a policy', ({ lag }) => Number(lag));
    each('policy_stopped', 'Whether a policy is wrong and stopped', ({ failure }) => Number(failure !== undefined));
    each('policy_interrupted', 'Whether a policy is held up and tries again', ({ trouble }) =>
      Number(trouble !== undefined),
    );
    this.measures.figure('deadlines_interrupted', 'Whether the clock of deadlines is held up and tries again', [
      { value: Number(deadlines.trouble !== undefined) },
    ]);
    this.measures.figure('deadlines_wrong', 'Deadlines whose command is none', [{ value: deadlines.broken.length }]);
  }

  #readSide({ storePosition, lag, position, unknownTypes, views }: ReadSideStatus): void {
    const unknown = Object.values(unknownTypes).reduce((sum, count) => sum + count, 0);
    this.measures.figure('read_side_position', 'The position that the views have come to', [
      { value: Number(position) },
    ]);
    this.measures.figure('read_side_lag', 'How many positions the store is ahead of the views', [
      { value: Number(lag) },
    ]);
    this.measures.figure('unknown_events', 'Events of a type that no view reads, since this process began', [
      { value: unknown },
    ]);
    this.measures.figure(
      'view_lag',
      'How many positions the store is ahead of a view',
      views.map(({ name, position: at }) => ({ labels: { view: name }, value: Number(storePosition - at) })),
    );
    this.measures.figure(
      'view_status',
      'Whether a view is live, building or failed',
      views.flatMap(({ name, status }) =>
        STATUSES.map((each) => ({ labels: { view: name, status: each }, value: Number(each === status) })),
      ),
    );
  }
}
