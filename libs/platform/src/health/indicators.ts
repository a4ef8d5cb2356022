import { Inject, Injectable, Optional } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import type { EventStore } from '#eventsourcing';
import type { ReadSide, ReadSideStatus } from '#read-side';
import { Configuration } from '../configuration/configuration.js';
import { PolicyDuty } from '../policies/policy-duty.js';
import { EVENT_STORE, READ_SIDE } from '../ledger/ledger.module.js';

/** How many events the read side may be behind and still be sent requests. */
export const MOST_LAG = 50_000n;

const PATIENCE_MS = 3_000;

/** What health is made of. What is down says why in a word, for operators; details are in /operations/views and the log. */
@Injectable()
export class Indicators {
  constructor(
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(READ_SIDE) private readonly read: ReadSide,
    private readonly configuration: Configuration,
    private readonly health: HealthIndicatorService,
    @Optional() private readonly duty?: PolicyDuty,
  ) {}

  /** The log answers. */
  readonly store = (): Promise<HealthIndicatorResult> =>
    this.#check('store', async () => ({ position: String(await this.eventStore.lastPosition()) }));

  /** The read side runs and is not far behind. */
  readonly readSide = (): Promise<HealthIndicatorResult> =>
    this.#check('readSide', async () => {
      const { lag, position, trouble } = await this.read.status();
      if (trouble !== undefined) throw new Unhealthy('projecting is interrupted and tried again');
      const events = lag / this.configuration.positionsPerEvent;
      if (events > MOST_LAG) throw new Unhealthy(`some ${events} events behind the log`);
      return { position: String(position), lag: Number(lag) };
    });

  /** No view has stopped. */
  readonly views = (): Promise<HealthIndicatorResult> =>
    this.#check('views', async () => {
      const failed = named(await this.read.status(), 'failed');
      if (failed.length > 0) throw new Unhealthy(`stopped: ${failed.join(', ')}`);
      return {};
    });

  /** How the policies fare. None of it takes the api out of service: commands are taken and answered without them. */
  readonly policies = (): Promise<HealthIndicatorResult> =>
    this.#check('policies', async () => {
      const { policies = [], deadlines } = (await this.duty?.status()) ?? {};
      const stopped = policies.filter(({ failure }) => failure !== undefined).map(({ policy }) => policy);
      const interrupted = policies.filter(({ trouble }) => trouble !== undefined).map(({ policy }) => policy);
      return {
        parked: policies.reduce((sum, { parked }) => sum + parked, 0),
        lag: Number(policies.reduce((most, { lag }) => (lag > most ? lag : most), 0n)),
        ...(stopped.length > 0 && { stopped }),
        ...(interrupted.length > 0 && { interrupted }),
        ...(deadlines?.trouble !== undefined && { deadlines: 'interrupted' }),
        ...((deadlines?.broken.length ?? 0) > 0 && { wrongDeadlines: deadlines?.broken.length }),
      };
    });

  /** Every view has been folded for the first time. */
  readonly built = (): Promise<HealthIndicatorResult> =>
    this.#check('views', async () => {
      const building = named(await this.read.status(), 'building');
      if (building.length > 0) throw new Unhealthy(`building: ${building.join(', ')}`);
      return {};
    });

  async #check(name: string, work: () => Promise<Record<string, unknown>>): Promise<HealthIndicatorResult> {
    const session = this.health.check(name);
    try {
      return session.up(await inTime(work()));
    } catch (error) {
      return session.down(error instanceof Unhealthy ? error.message : 'does not answer');
    }
  }
}

class Unhealthy extends Error {}

function named({ views }: ReadSideStatus, status: ReadSideStatus['views'][number]['status']): readonly string[] {
  return views.filter((view) => view.status === status).map(({ name }) => name);
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unhealthy(`no answer within ${PATIENCE_MS} ms`));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
