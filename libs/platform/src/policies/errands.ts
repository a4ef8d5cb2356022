import { PolicyRun, type PolicyRunState } from '#domain';
import {
  handle,
  KeyReused,
  looksAhead,
  Rejection,
  uuidv5,
  type Clock,
  type Command,
  type Ledger,
  type Receipt,
  type RecordedEvent,
} from '#eventsourcing';
import type { CommandRow, CommandTable } from '../commands/command-table.js';
import { refusalOf } from '../commands/refusal-of.js';
import { understand } from '../commands/understand.js';
import type { Measures } from '../metrics/measures.js';
import type { Tracing } from '../tracing/tracing.js';
import { Problem } from '../problems/problem.js';
import { metadataOf, PolicyBroken, runOf, type Errand } from './errand.js';

/** What errands are run with. */
export interface ErrandParts {
  readonly ledger: Ledger;
  readonly table: CommandTable;
  readonly clock: Clock;
  readonly measures: Measures;
  readonly tracing: Tracing;
  readonly log: (line: string) => void;
}

/** Sends the commands of policies, and keeps in the log what became of those that were refused. */
export class Errands {
  constructor(private readonly parts: ErrandParts) {}

  /** Sends a command unless it is parked or was; parks it where it is refused. Throws `PolicyBroken`, and what the store throws. */
  async run(errand: Errand): Promise<void> {
    const { parked } = await this.stateOf(errand.policy);
    if (!parked.has(errand.commandId)) await this.#send(errand);
  }

  /** Sends a parked command once more where somebody asked for it and it was not done yet. */
  async retry(policy: string, parkedId: string): Promise<void> {
    const one = (await this.stateOf(policy)).parked.get(parkedId);
    if (one?.status !== 'retried') return;
    const { said } = one;
    const cause = await this.causeAt(BigInt(said.position), said.eventId);
    const { command: type, data, party, occurredAt, index } = said;
    const errand = { policy, commandId: parkedId, type, data, party, occurredAt, cause, index };
    const isTaken = await this.#send(errand).catch(async (error: unknown) => {
      if (!(error instanceof PolicyBroken)) throw error;
      await this.#park(errand, new Rejection('CommandNotUnderstood', { message: error.message }));
      return false;
    });
    if (isTaken) await this.#note(policy, 'ResolveParked', { policy, parkedId }, String(said.attempt));
  }

  /** Notes the position up to which a policy has done all that follows from the log. */
  async advance(policy: string, position: bigint): Promise<void> {
    await this.#note(policy, 'AdvancePolicy', { policy, position: String(position) }, String(position));
  }

  /** The event that something follows from, which the log holds at a position; throws where it holds another one there. */
  async causeAt(position: bigint, eventId: string): Promise<RecordedEvent> {
    const [cause] = await this.parts.ledger.store.readAll(position - 1n, 1);
    if (cause?.id !== eventId) throw new Error(`the log does not hold event ${eventId} at ${position}`);
    return cause;
  }

  /** What the log holds of a policy. */
  async stateOf(policy: string): Promise<PolicyRunState> {
    const { store, folds } = this.parts.ledger;
    return (await folds.read<PolicyRunState>(store, PolicyRun, runOf(policy))).state;
  }

  /** Whether it is taken, or was; if not, it is parked. */
  async #send(errand: Errand): Promise<boolean> {
    const { ledger, measures, log } = this.parts;
    const row = this.#rowOf(errand);
    try {
      const receipt = await this.#traced(errand, (traced) => handle(ledger, row.law, this.#commandOf(traced, row)));
      measures.ranErrand(errand.policy, receipt.replayed ? 'replayed' : receipt.events.length > 0 ? 'done' : 'nothing');
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) {
        await this.#park(errand, refusal);
        return false;
      }
      if (!(error instanceof KeyReused)) throw error;
      // An earlier version of the policy asked for something else in this place, and it was done then.
      log(`policy ${errand.policy}: ${errand.type} was sent before with other data for event ${errand.cause.id}`);
      measures.ranErrand(errand.policy, 'replayed');
      return true;
    }
  }

  /** What an errand causes goes on from the errand itself, and that from the event it follows from. */
  #traced(errand: Errand, handled: (errand: Errand) => Promise<Receipt>): Promise<Receipt> {
    const { policy, type, cause } = errand;
    const parent = cause.metadata.traceparent;
    const work = { name: `policy ${policy}`, attributes: { 'steadfast.policy': policy, 'steadfast.command': type } };
    return this.parts.tracing.span({ ...work, parent }, (traceparent) =>
      handled(traceparent === undefined ? errand : { ...errand, traceparent }),
    );
  }

  async #park(errand: Errand, refusal: Rejection): Promise<void> {
    const { policy, commandId, cause, index, type, data, party, occurredAt } = errand;
    const parked = {
      ...{ policy, parkedId: commandId, eventId: cause.id, position: String(cause.position), index },
      ...{ command: type, data, party, occurredAt, code: refusal.code, facts: refusal.facts },
    };
    const attempt = (await this.stateOf(policy)).parked.get(commandId)?.said.attempt ?? 0;
    await this.#note(policy, 'ParkCommand', parked, `${commandId} ${String(attempt)}`);
    this.parts.measures.ranErrand(policy, 'parked');
    this.parts.log(`policy ${policy}: ${type} is parked, refused with ${refusal.code}`);
  }

  async #note(policy: string, type: string, data: object, name: string): Promise<void> {
    const row = this.parts.table.get(type);
    if (!row) throw new Error(`there is no command ${type}`);
    const at = this.parts.clock.now();
    const by = { subject: `policy:${policy}`, party: 'LEDGER', roles: ['policy'] };
    const commandId = uuidv5(JSON.stringify([policy, type, name]));
    const command = { type, data: understand(row.shape, plain(data)), metadata: { commandId, by, at, occurredAt: at } };
    await handle(this.parts.ledger, row.law, command);
  }

  #rowOf({ policy, type }: Errand): CommandRow {
    const row = this.parts.table.get(type);
    if (!row) throw new PolicyBroken(`${policy} asks for ${type}, and there is no such command`);
    const may: readonly string[] = row.law.may[type] ?? [];
    if (!may.includes('policy')) throw new PolicyBroken(`${policy} asks for ${type}, which no policy may send`);
    return row;
  }

  #commandOf(errand: Errand, { law, shape, type }: CommandRow): Command {
    const at = this.parts.clock.now();
    const isTooEarly = errand.occurredAt > at && !looksAhead(law, type);
    const metadata = metadataOf(errand, { at, occurredAt: isTooEarly ? at : errand.occurredAt });
    try {
      return { type, data: understand(shape, plain(errand.data)), metadata };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new PolicyBroken(`${errand.policy} asks for ${type} with data that is not understood: ${error.message}`);
    }
  }
}

function plain(data: object): unknown {
  return JSON.parse(JSON.stringify(data));
}
