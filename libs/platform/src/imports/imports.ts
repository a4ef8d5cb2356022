import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor, Clock, Ledger } from '#eventsourcing';
import { importers, NotThisFormat, type Plan } from '#importers';
import type { ReadSide } from '#read-side';
import { COMMANDS } from '../commands/command-desk.js';
import type { CommandTable } from '../commands/command-table.js';
import { CLOCK, LEDGER, READ_SIDE } from '../ledger/ledger.module.js';
import { Faults } from '../problems/faults.js';
import { Problem } from '../problems/problem.js';
import { ImportStopped, runImport, type ImportResult } from './import-run.js';
import { Operation } from './operation.js';

/** What is asked for with a file. */
export interface ImportRequest {
  readonly format: string;
  readonly release: string;
  /** The last day that the release covers, where that is said. */
  readonly on?: string;
  readonly allowRejects: boolean;
  /** The file's name, which is kept. */
  readonly name: string;
  readonly file: Uint8Array;
}

const MOST_KEPT = 100;
const READABLE_WITHIN_MS = 5_000;

/**
 * The imports that this process runs or ran, the last hundred by id; one of a format and release at a time. One that has ended is in the
 * views too, unless these are far behind.
 */
@Injectable()
export class Imports implements BeforeApplicationShutdown {
  readonly #operations = new Map<string, Operation>();
  readonly #running = new Map<string, { readonly id: string; readonly ended: Promise<void> }>();
  readonly #stop = new AbortController();

  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(READ_SIDE) private readonly readSide: ReadSide | undefined,
    @Inject(COMMANDS) private readonly table: CommandTable,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly faults: Faults,
  ) {}

  /** The operation of this id. */
  of(id: string): Operation | undefined {
    return this.#operations.get(id);
  }

  /** Reads the file and starts to import it; throws a `Problem` where it is not of the format, or the same release is being imported. */
  async start(actor: Actor, request: ImportRequest, http: Parameters<Faults['report']>[1]): Promise<Operation> {
    const { format, release, name, file } = request;
    const lock = JSON.stringify([format, release]);
    const running = this.#running.get(lock);
    if (running) throw isRunning(running.id, request);
    const id = randomUUID();
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
    this.#running.set(lock, { id, ended });
    const close = () => {
      this.#running.delete(lock);
      end(undefined);
    };
    try {
      if (this.#stop.signal.aborted) throw new Problem('ShuttingDown', 'This server is being stopped; try again.');
      const plan = await planOf(request, this.clock);
      const operation = new Operation({ id, format, release, file: name, total: plan.rows });
      this.#keep(id, operation);
      const sha256 = createHash('sha256').update(file).digest('hex');
      void this.#run({ operation, plan, actor, file: { name, sha256 } }, request, http).finally(close);
      return operation;
    } catch (error) {
      close();
      throw error;
    }
  }

  /** Stops what is running between two commands. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  async #run(
    { operation, ...run }: { operation: Operation; plan: Plan; actor: Actor; file: { name: string; sha256: string } },
    { allowRejects }: ImportRequest,
    http: Parameters<Faults['report']>[1],
  ): Promise<void> {
    const progress = (rows: number) => {
      operation.advance(rows);
    };
    try {
      const { ledger, table, clock } = this;
      const result = await runImport({ ...run, ledger, table, clock, signal: this.#stop.signal, progress });
      await this.readSide?.waitFor(await ledger.store.lastPosition(), READABLE_WITHIN_MS);
      if (result.rejects.length > 0 && !allowRejects)
        operation.end('failed', { result, problem: rejected(result).body });
      else operation.end('done', { result });
    } catch (error) {
      const problem = error instanceof ImportStopped ? stopped() : this.faults.report(error, http);
      operation.end('failed', { problem: problem.body });
    }
  }

  #keep(id: string, operation: Operation): void {
    this.#operations.set(id, operation);
    for (const [oldest, { progress }] of this.#operations) {
      if (this.#operations.size <= MOST_KEPT) break;
      if (progress.status !== 'running') this.#operations.delete(oldest);
    }
  }
}

async function planOf({ format, release, file, on }: ImportRequest, clock: Clock): Promise<Plan> {
  const importer = Object.hasOwn(importers, format) ? importers[format] : undefined;
  if (!importer) throw unknownFormat(format);
  try {
    return await importer.plan(file, { release, today: clock.now().slice(0, 10), ...(on !== undefined && { on }) });
  } catch (error) {
    if (error instanceof NotThisFormat) throw new Problem('NotThisFormat', error.message, { format, ...error.facts });
    throw error;
  }
}

/** The problem of a format that there is not. */
export function unknownFormat(format: string): Problem {
  const formats = Object.keys(importers);
  return new Problem('UnknownFormat', `There is no format ${JSON.stringify(format)}; there is ${formats.join(', ')}.`, {
    formats,
  });
}

function isRunning(id: string, { format, release }: ImportRequest): Problem {
  const detail = `An import of ${format} ${release} is running; follow it at /operations/${id}.`;
  return new Problem('ImportRunning', detail, { operation: `/operations/${id}` });
}

function rejected({ rejects }: ImportResult): Problem {
  const detail = `${rejects.length} rows could not be read; everything else was imported.`;
  return new Problem('RowsRejected', detail, { rejects: rejects.length });
}

function stopped(): Problem {
  return new Problem('ShuttingDown', 'The server was stopped before the import ended; run it again, and it goes on.');
}
