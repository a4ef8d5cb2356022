import { setTimeout } from 'node:timers/promises';
import {
  Ledger,
  NoAnswer,
  Problem,
  type Circumstances,
  type CommandType,
  type Fields,
  type ImportFormat,
} from '#client';
import type { ImportAsked, Operation } from '#client';

/** No server answers, or it went away meanwhile. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The server refused; `isUsage` where it was asked for what there is not. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    message: string,
    readonly isUsage: boolean,
  ) {
    super(message);
  }
}

const EVERY_MS = 200;

/** The ledger over HTTP, as the terminal uses it: what goes wrong is said with what to do about it there. */
export class LedgerClient {
  readonly #ledger: Ledger;

  constructor(
    private readonly url: string,
    token: string,
  ) {
    this.#ledger = new Ledger({ url, token });
  }

  /** Sends a command; whether it brought something into the log that was not there. */
  async send(type: string, data: object, circumstances: Circumstances): Promise<boolean> {
    // What is told to a ledger is told by names that come from files: it is the ledger that says whether they are any.
    const sending = this.#ledger.send(type as CommandType, data as Fields<CommandType>, {
      ...circumstances,
      brief: true,
    });
    return (await this.#reached(sending)).isNew;
  }

  /** What the ledger answers at a path, its body not yet read. */
  async read(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#reached(this.#ledger.read(path, headers));
  }

  /** Sends a file to be imported, and answers the id of the operation. */
  async startImport(format: string, asked: ImportAsked, content: Uint8Array<ArrayBuffer>): Promise<string> {
    return (await this.#reached(this.#ledger.importFile(format as ImportFormat, asked, content))).id;
  }

  /** Calls back with how far an operation is, until it has ended. */
  async follow(id: string, progress: (progress: Operation) => void): Promise<Operation> {
    for (;;) {
      const now = await this.#progress(id);
      progress(now);
      if (now.status !== 'running') return now;
      await setTimeout(EVERY_MS);
    }
  }

  async #progress(id: string): Promise<Operation> {
    try {
      return await this.#ledger.operation(id);
    } catch (error) {
      if (error instanceof NoAnswer || (error instanceof Problem && error.status === 404))
        throw new Unreachable(
          `The ledger at ${this.url} went away before the import had ended. Start it and run this again: it goes on where it was.`,
        );
      throw inWords(error);
    }
  }

  async #reached<Answer>(asking: Promise<Answer>): Promise<Answer> {
    return asking.catch((error: unknown) => {
      throw inWords(error);
    });
  }
}

/** What went wrong as the terminal says it. */
function inWords(error: unknown): unknown {
  if (error instanceof NoAnswer)
    return new Unreachable(`${error.message} Start it with npm start, or say where it is with --url.`);
  if (!(error instanceof Problem)) return error;
  const { message, status, code } = error;
  if (status === 503) return new Unreachable(message);
  const advice = status === 401 ? ' Give --token, or DATA_DIR as the server has it.' : '';
  return new Refused(`${message}${advice}`, status === 404 || code === 'QueryNotUnderstood');
}
