import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  commandIdOf,
  streamOf,
  WrongExpectedRevision,
  NO_STREAM,
  type Actor,
  type Clock,
  type Command,
  type CommandMetadata,
  type Ledger,
  type Receipt,
} from '#eventsourcing';
import { CLOCK, LEDGER, TRACING } from '../ledger/ledger.module.js';
import { Measures } from '../metrics/measures.js';
import type { Tracing } from '../tracing/tracing.js';
import { Problem } from '../problems/problem.js';
import type { CommandRow, CommandTable } from './command-table.js';
import { RecentKeys } from './recent-keys.js';
import { understand } from './understand.js';

/** The token of the `CommandTable`. */
export const COMMANDS = Symbol('CommandTable');

/** A request for a command as it is handed in: its name, its body not yet understood, and what was said beside it. */
export interface CommandRequest {
  readonly type: string;
  readonly body: unknown;
  readonly key: string;
  readonly ifMatch?: number | 'exists' | undefined;
  readonly occurredAt?: string | undefined;
  readonly actingFor?: string | undefined;
  readonly traceparent?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** Where commands are handed in: understood, checked against the roles that may, and sent over the command bus. */
@Injectable()
export class CommandDesk {
  readonly #recent = new RecentKeys();

  constructor(
    private readonly bus: CommandBus,
    @Inject(COMMANDS) private readonly table: CommandTable,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly measures: Measures,
    @Inject(TRACING) private readonly tracing: Tracing,
  ) {}

  /** Hands a command in for an actor. Throws `Problem`, or what `handle` throws. */
  async take(actor: Actor, request: CommandRequest): Promise<Receipt> {
    const row = this.#row(request.type);
    try {
      const receipt = await this.#traced(row, actor, request);
      this.measures.taken(row.type, receipt, request.dryRun === true);
      return receipt;
    } catch (error) {
      this.measures.notTaken(row.type, error);
      throw error;
    }
  }

  /** The stream that a command would go to, or `undefined` where that cannot be told. */
  streamOf(type: unknown, data: unknown): string | undefined {
    const law = typeof type === 'string' ? this.table.get(type)?.law : undefined;
    if (!law || typeof data !== 'object' || data === null) return undefined;
    return streamOf(law, String((data as Readonly<Record<string, unknown>>)[law.id]));
  }

  /** What a command causes goes on, in the log and after it, from the command itself. */
  #traced(row: CommandRow, actor: Actor, request: CommandRequest): Promise<Receipt> {
    const attributes = { 'steadfast.command': row.type };
    return this.tracing.span({ name: `command ${row.type}`, attributes }, async (traceparent) =>
      this.#take(row, actor, traceparent === undefined ? request : { ...request, traceparent }),
    );
  }

  #take(row: CommandRow, actor: Actor, request: CommandRequest): Promise<Receipt> {
    const { by, reported } = speaker(actor, request.actingFor);
    const may: readonly string[] = row.law.may[row.type] ?? [];
    if (!by.roles.some((role) => may.includes(role))) throw roleMissing(row.type, by, may);
    const command: Command = {
      type: row.type,
      data: understand(row.shape, request.body),
      metadata: metadataOf(request, actor, { by, reported, at: this.clock.now() }),
    };
    const { ifMatch, dryRun } = request;
    const send = () => this.#send(row, command, ifMatch, dryRun);
    return dryRun ? send() : this.#recent.guard(command, send);
  }

  #row(type: string): CommandRow {
    const row = this.table.get(type);
    if (!row)
      throw new Problem('UnknownCommand', `There is no command named ${JSON.stringify(type)}; /docs lists them.`);
    return row;
  }

  async #send(
    { law, sent: Sent }: CommandRow,
    command: Command,
    ifMatch: CommandRequest['ifMatch'],
    dryRun?: boolean,
  ): Promise<Receipt> {
    const stream = streamOf(law, (command.data as Record<string, string>)[law.id] ?? '');
    try {
      if (ifMatch === 'exists') await this.#exists(stream);
      const expected = ifMatch === 'exists' ? undefined : ifMatch;
      return await this.bus.execute<InstanceType<typeof Sent>, Receipt>(new Sent(command, { expected, dryRun }));
    } catch (error) {
      if (ifMatch !== undefined && error instanceof WrongExpectedRevision) throw revisionMoved(error, ifMatch);
      throw error;
    }
  }

  async #exists(stream: string): Promise<void> {
    const { revision } = await this.ledger.store.read(stream, 0, 1);
    if (revision === NO_STREAM) throw new WrongExpectedRevision(stream, 0, NO_STREAM);
  }
}

/** A historian who speaks for another party does so as a historian, whatever other roles it has. */
function speaker(actor: Actor, actingFor: string | undefined): { by: Actor; reported: boolean } {
  if (actingFor === undefined) return { by: actor, reported: false };
  if (!actor.roles.includes('historian'))
    throw new Problem('NotAHistorian', `Only a historian speaks for ${actingFor}; leave the header Acting-For out.`);
  return { by: { ...actor, party: actingFor, roles: ['historian'] }, reported: true };
}

function roleMissing(type: string, { roles }: Actor, may: readonly string[]): Problem {
  const who = may.length === 0 ? 'no role' : `the roles ${may.join(', ')}`;
  return new Problem('RoleMissing', `${type} is for ${who}; the request came as ${roles.join(', ') || 'no role'}.`, {
    may,
  });
}

function metadataOf(
  request: CommandRequest,
  { subject }: Actor,
  { by, reported, at }: { by: Actor; reported: boolean; at: string },
): CommandMetadata {
  const { key, occurredAt = at, traceparent } = request;
  return {
    commandId: commandIdOf(subject, key),
    by,
    at,
    occurredAt,
    ...(reported && { reported }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

function revisionMoved({ stream, actual }: WrongExpectedRevision, ifMatch: number | 'exists'): Problem {
  const wanted = ifMatch === 'exists' ? 'to exist' : `at revision ${ifMatch}`;
  const stands = actual === NO_STREAM ? 'it does not exist' : `it stands at ${actual}`;
  return new Problem('RevisionMoved', `If-Match wants ${stream} ${wanted}, but ${stands}; nothing was done.`, {
    stream,
    revision: actual === NO_STREAM ? null : actual,
  });
}
