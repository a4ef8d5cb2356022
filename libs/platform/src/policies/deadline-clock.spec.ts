import { PolicyRun } from '#domain';
import * as policyRunCommands from '../../../domain/src/policy-run/policy-run.commands.js';
import { Folds, handle, policy, START, type AnyPolicy, type Event, type RecordedEvent } from '#eventsourcing';
import type { ListRequest, ReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { Light, toLight, ManualClock } from '#testing';
import { IsId } from '../../../domain/src/values/words.js';
import { commandTable } from '../commands/command-table.js';
import { Measures } from '../metrics/measures.js';
import { untraced } from '../tracing/tracing.js';
import { PolicyRunner } from './policy-runner.js';

class SwitchOn {
  @IsId() lightId!: string;
}
class SwitchOff {
  @IsId() lightId!: string;
}
class WireLight {
  @IsId() lightId!: string;
  @IsId() behind!: string;
}
class BlinkLight {
  @IsId() lightId!: string;
}

const table = commandTable([
  {
    law: { ...Light, may: { SwitchOn: ['policy'], SwitchOff: ['policy'], WireLight: [], BlinkLight: [] } },
    commands: { SwitchOn, SwitchOff, WireLight, BlinkLight },
  },
  { law: PolicyRun, commands: policyRunCommands },
]);
const ON = '2024-07-12T09:00:00.000Z';
const DUE = '2024-07-12T10:00:00.000Z';
const LATE = '2024-07-13T00:00:00.000Z';

type Switched = Event<'SwitchedOn', { lightId: string }> | Event<'SwitchedOff', { lightId: string }>;
type FallsDue = (lightId: string) => { readonly command: string; readonly data: object; readonly due?: string };

const off: FallsDue = (lightId) => ({ command: 'SwitchOff', data: { lightId } });

/** A house in which a light falls due an hour after it was switched on; unless it was switched off. */
class House {
  readonly store = new MemoryStore();
  readonly clock = new ManualClock(ON);
  readonly lines: string[] = [];
  readonly #runners: PolicyRunner[] = [];

  constructor(private readonly fallsDue: FallsDue = off) {}

  run(...policies: AnyPolicy[]): PolicyRunner {
    const ledger = { store: this.store, folds: new Folds() };
    const log = (line: string) => this.lines.push(line);
    const { clock } = this;
    const parts = {
      ledger,
      table,
      readSide: this.#readSide(),
      policies,
      clock,
      measures: new Measures(),
      tracing: untraced,
      log,
    };
    const runner = new PolicyRunner(parts);
    this.#runners.push(runner);
    runner.start();
    return runner;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#runners.splice(0).map((runner) => runner.stop()));
  }

  async switchOn(lightId: string): Promise<void> {
    await handle(
      { store: this.store, folds: new Folds() },
      Light,
      toLight('SwitchOn', { lightId }, { at: ON, occurredAt: ON }),
    );
  }

  /** The log once it has come to so many events, and no more come. */
  async log(events: number): Promise<readonly RecordedEvent[]> {
    for (let looks = 0; looks < 500 && (await this.store.lastPosition()) < events; looks++) await pause(10);
    await pause(50);
    return (await this.store.readAll(START, 1000)).filter(({ type }) => type !== 'PolicyAdvanced');
  }

  /** A read side whose view of deadlines is folded anew each time. */
  #readSide(): ReadSide {
    const list = async (name: string, { asOf }: ListRequest) => {
      if (name !== 'deadlines') return pause(100).then(() => ({ rows: [], failures: [] }));
      const events = await this.store.readAll(START, 1000);
      const lit = new Map<string, RecordedEvent>();
      for (const event of events.filter(({ occurredAt }) => occurredAt <= String(asOf)))
        if (event.type === 'SwitchedOn') lit.set(event.stream, event);
        else lit.delete(event.stream);
      const rows = [...lit].map(([key, { data, id: eventId, position }]) => {
        const { lightId } = data as { lightId: string };
        return { key, eventId, position, row: { due: DUE, party: 'USA', ...this.fallsDue(lightId) } };
      });
      return { rows, failures: [] };
    };
    const view = { name: 'deadlines', on: { SwitchedOn: () => undefined, SwitchedOff: () => undefined } };
    return { views: [view], waitFor: async () => true, list } as unknown as ReadSide;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const told = (log: readonly RecordedEvent[]) => log.map(({ type, stream }) => `${type} ${stream}`);
const lit = 'SwitchedOn light-hall';
let house: House;
afterEach(() => house.stop());

describe('what falls due', () => {
  it('is not sent before its time', async () => {
    const almost = '2024-07-12T09:59:59.999Z';
    house = new House((lightId) => ({ ...off(lightId), ...(lightId === 'attic' && { due: almost }) }));
    await house.switchOn('attic');
    await house.switchOn('hall');
    house.run();
    house.clock.set(almost);
    expect(told(await house.log(3))).toEqual(['SwitchedOn light-attic', lit, 'SwitchedOff light-attic']);
  });

  it('is sent when its time has come, for its party, after the event that set the time', async () => {
    house = new House();
    await house.switchOn('hall');
    house.run();
    house.clock.set(DUE);
    const [first, second] = await house.log(2);
    expect(second).toMatchObject({
      ...{ type: 'SwitchedOff', data: { lightId: 'hall' }, at: DUE, occurredAt: DUE },
      metadata: {
        by: { subject: 'clock', party: 'USA', roles: ['policy'] },
        ...{ causationId: first!.id, correlationId: first!.metadata.correlationId },
      },
    });
  });

  it('is sent by a worker that was down at the time once it is back, as of the time', async () => {
    house = new House();
    await house.switchOn('hall');
    house.clock.set(LATE);
    house.run();
    const [, second] = await house.log(2);
    expect(second).toMatchObject({ type: 'SwitchedOff', at: LATE, occurredAt: DUE });
  });

  it('is set while the worker runs, too', async () => {
    house = new House();
    house.run();
    house.clock.set(LATE);
    await house.switchOn('hall');
    const [, second] = await house.log(2);
    expect(second).toMatchObject({ type: 'SwitchedOff', at: LATE, occurredAt: DUE });
  });

  it('is done once, by however many workers and however often they begin', async () => {
    house = new House();
    await house.switchOn('hall');
    house.clock.set(DUE);
    house.run();
    house.run();
    await house.log(2);
    await house.stop();
    house.run();
    expect(told(await house.log(2))).toEqual([lit, 'SwitchedOff light-hall']);
  });

  it('yields nothing where it holds already', async () => {
    house = new House((lightId) => ({ ...off(lightId), ...(lightId === 'hall' && { command: 'SwitchOn' }) }));
    await house.switchOn('hall');
    await house.switchOn('attic');
    house.clock.set(DUE);
    house.run();
    expect(told(await house.log(3))).toEqual([lit, 'SwitchedOn light-attic', 'SwitchedOff light-attic']);
    expect(house.lines).toEqual([]);
  });

  it('waits for what policies make of what came before, and is not sent where they have ended it', async () => {
    house = new House(() => ({ command: 'SwitchOn', data: { lightId: 'cellar' } }));
    await house.switchOn('hall');
    house.clock.set(LATE);
    const tidying = policy<Switched, never>('tidy', {
      SwitchedOn: ({ data }) => ({
        ...{ view: 'rooms', where: {} },
        then: () => [{ type: 'SwitchOff', data }] as never,
      }),
      SwitchedOff: () => [],
    });
    house.run(tidying);
    expect(told(await house.log(2))).toEqual([lit, 'SwitchedOff light-hall']);
  });

  it('does not wait for a policy that has stopped', async () => {
    house = new House();
    await house.switchOn('hall');
    house.clock.set(LATE);
    const wrong = policy<Switched, never>('wrong', {
      SwitchedOn: () => [{ type: 'Explode', data: {} }] as never,
      SwitchedOff: () => [],
    });
    house.run(wrong);
    expect(told(await house.log(2))).toEqual([lit, 'SwitchedOff light-hall']);
  });
});

describe('a deadline whose command is refused', () => {
  it('is parked with why, once, and those beside it are met', async () => {
    house = new House((lightId) =>
      lightId === 'hall' ? { command: 'SwitchOn', data: { lightId: 'cellar' } } : off(lightId),
    );
    const ledger = { store: house.store, folds: new Folds() };
    await handle(ledger, Light, toLight('WireLight', { lightId: 'cellar', behind: 'main' }));
    await house.switchOn('hall');
    await house.switchOn('attic');
    house.clock.set(DUE);
    house.run();
    await house.log(5);
    await house.stop();
    const runner = house.run();
    const log = await house.log(5);
    expect(told(log)).toEqual([
      ...['LightWired light-cellar', lit, 'SwitchedOn light-attic'],
      ...['CommandParked policy-clock', 'SwitchedOff light-attic'],
    ]);
    expect(log[3]?.data).toMatchObject({
      ...{ policy: 'clock', attempt: 1, command: 'SwitchOn', data: { lightId: 'cellar' } },
      ...{ party: 'USA', occurredAt: DUE, code: 'NoCurrent', facts: { behind: 'main' } },
    });
    expect((await runner.status()).policies).toMatchObject([{ policy: 'clock', parked: 1 }]);
  });

  it('is said where there is no such command, and those beside it are met', async () => {
    house = new House((lightId) => (lightId === 'hall' ? { command: 'Explode', data: {} } : off(lightId)));
    await house.switchOn('hall');
    await house.switchOn('attic');
    const runner = house.run();
    house.clock.set(DUE);
    expect(told(await house.log(3))).toEqual([lit, 'SwitchedOn light-attic', 'SwitchedOff light-attic']);
    const wrong = 'clock asks for Explode, and there is no such command';
    expect((await runner.status()).deadlines).toEqual({ broken: [wrong] });
    expect(house.lines).toEqual([`the deadline of light-hall is wrong: ${wrong}`]);
  });
});
