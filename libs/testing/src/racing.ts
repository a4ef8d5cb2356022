import {
  Folds,
  handle,
  Rejection,
  START,
  streamOf,
  uuidv5,
  WrongExpectedRevision,
  type AnyDecider,
  type AnyPolicy,
  type Command,
  type Decider,
  type Event,
  type EventStore,
  type Intent,
  type Ledger,
  type NewEvent,
  type RecordedEvent,
} from '#eventsourcing';

const AT = '2025-07-20T09:00:00.000Z';

/** A number from 0 to below 1, the same sequence for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a person asks for a party, at a time (ISO 8601) or on the day of the race. */
export interface Ask {
  readonly type: string;
  readonly data: object;
  readonly by: string;
  readonly role: string;
  readonly at?: string;
}

/** Where a race is run, by which laws and policies; policies that read views take no part. */
export interface Track {
  readonly store: EventStore;
  readonly laws: readonly AnyDecider[];
  readonly policies: readonly AnyPolicy[];
  readonly random: () => number;
}

/** Two processes on one log, whose commands run at once and in any order; what follows from events is asked once or twice. */
export class Race {
  /** The commands of policies that were refused: type, data and code. */
  readonly parked: unknown[] = [];
  readonly #ledgers: readonly Ledger[];
  #pending: Command[] = [];
  #read = START;
  #asked = 0;

  constructor(private readonly track: Track) {
    const { store } = track;
    this.#ledgers = [
      { store, folds: new Folds() },
      { store, folds: new Folds() },
    ];
  }

  /** Has a person ask something, which may be refused. */
  ask(asked: Ask): void {
    this.#pending.push(this.#commandOf(asked));
  }

  /** Has a person do something at once; answers what came of it, `undefined` where it is refused. */
  async does(asked: Ask): Promise<readonly NewEvent[] | undefined> {
    const command = this.#commandOf(asked);
    try {
      return (await handle(this.#ledgers[0]!, this.#lawOf(command), command)).events;
    } catch (error) {
      if (error instanceof Rejection) return undefined;
      throw error;
    }
  }

  /** Runs until nothing more follows. */
  async settle(): Promise<void> {
    await this.#follow();
    while (this.#pending.length > 0) {
      const now = this.#pending.filter(() => this.track.random() < 0.4).slice(0, 12);
      this.#pending = this.#pending.filter((command) => !now.includes(command));
      await Promise.all(now.map((command) => this.#run(command)));
      await this.#follow();
    }
  }

  /** What the log holds of one thing. */
  async state<C extends Command, E extends Event, S>(law: Decider<C, E, S>, id: string): Promise<S> {
    return (await new Folds().read<S>(this.track.store, law, streamOf(law, id))).state;
  }

  #commandOf({ type, data, by, role, at = AT }: Ask): Command {
    const actor = { subject: `${role} of ${by}`, party: by, roles: [role] };
    const commandId = uuidv5(`asked ${String(this.#asked++)}`);
    return { type, data, metadata: { commandId, by: actor, at, occurredAt: at } };
  }

  #lawOf({ type }: Command): AnyDecider {
    const law = this.track.laws.find(({ decide }) => Object.hasOwn(decide, type));
    if (!law) throw new Error(`no law of this race decides ${type}`);
    return law;
  }

  async #run(command: Command): Promise<void> {
    const ledger = this.#ledgers[this.track.random() < 0.5 ? 0 : 1]!;
    try {
      await handle(ledger, this.#lawOf(command), command);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) this.#pending.push(command);
      else if (!(error instanceof Rejection)) throw error;
      else if (command.metadata.by.roles.includes('policy')) this.parked.push([command.type, command.data, error.code]);
    }
  }

  async #follow(): Promise<void> {
    for (;;) {
      const events = await this.track.store.readAll(this.#read, 500);
      if (events.length === 0) return;
      for (const event of events) {
        for (const policy of this.track.policies) this.#pending.push(...this.#intents(policy, event));
        this.#read = event.position;
      }
    }
  }

  #intents({ name, on }: AnyPolicy, event: RecordedEvent): Command[] {
    const row = Object.hasOwn(on, event.type) ? on[event.type] : undefined;
    const intents = (row?.(event as never) ?? []) as readonly Intent[];
    const commands = intents.map(({ type, data, as }, index): Command => {
      const by = { subject: name, party: as ?? event.metadata.by.party, roles: ['policy'] };
      const commandId = uuidv5(`${name} ${event.id} ${String(index)}`);
      return { type, data, metadata: { commandId, by, at: event.at, occurredAt: event.occurredAt } };
    });
    return [...commands, ...commands.filter(() => this.track.random() < 0.1)];
  }
}
