import { setTimeout } from 'node:timers/promises';
import type { ProblemBody, Progress } from '#platform';

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

/** The ledger over HTTP, as the terminal uses it. */
export class LedgerClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** What the ledger answers at a path. */
  read(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#reaching(path, { headers });
  }

  /** Sends a command; whether it brought something into the log that was not there. */
  async send(type: string, data: object, headers: Readonly<Record<string, string>>): Promise<boolean> {
    const answer = await this.#reaching(`/commands/${type}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'return=minimal', ...headers },
      body: JSON.stringify(data),
    });
    return answer.status === 201 && !answer.headers.has('idempotency-replayed');
  }

  /** Sends a file to be imported, and answers the id of the operation. */
  async startImport(
    format: string,
    asked: { readonly release: string; readonly allowRejects: boolean; readonly file: string; readonly on?: string },
    content: Uint8Array<ArrayBuffer>,
  ): Promise<string> {
    const query = new URLSearchParams({ ...asked, allowRejects: String(asked.allowRejects) });
    const path = `/imports/${encodeURIComponent(format)}?${query.toString()}`;
    const answer = await this.#reaching(path, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: content,
    });
    return ((await answer.json()) as Progress).id;
  }

  /** Calls back with how far an operation is, until it has ended. */
  async follow(id: string, progress: (progress: Progress) => void): Promise<Progress> {
    for (;;) {
      const now = await this.#progress(id);
      progress(now);
      if (now.status !== 'running') return now;
      await setTimeout(EVERY_MS);
    }
  }

  async #progress(id: string): Promise<Progress> {
    try {
      const answer = await this.#ask(`/operations/${id}`, {});
      return (await answer.json()) as Progress;
    } catch (error) {
      const isGone = error instanceof TypeError || (error instanceof Refused && error.isUsage);
      throw isGone ? new Unreachable(this.#gone()) : error;
    }
  }

  async #reaching(path: string, init: RequestInit): Promise<Response> {
    return this.#ask(path, init).catch((error: unknown) => {
      throw error instanceof TypeError ? new Unreachable(this.#nobody(error)) : error;
    });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.token}`);
    const answer = await fetch(`${this.url}${path}`, { ...init, headers });
    if (answer.ok) return answer;
    const { detail, code } = await problemIn(answer);
    if (answer.status === 503) throw new Unreachable(detail);
    const advice = answer.status === 401 ? ' Give --token, or DATA_DIR as the server has it.' : '';
    throw new Refused(`${detail}${advice}`, answer.status === 404 || code === 'QueryNotUnderstood');
  }

  #nobody({ cause }: TypeError): string {
    const why = (cause as { code?: string } | undefined)?.code ?? String(cause);
    return `No ledger answers at ${this.url} (${why}). Start it with npm start, or say where it is with --url.`;
  }

  #gone(): string {
    return `The ledger at ${this.url} went away before the import had ended. Start it and run this again: it goes on where it was.`;
  }
}

async function problemIn(answer: Response): Promise<Pick<ProblemBody, 'detail' | 'code'>> {
  const text = await answer.text();
  if (answer.headers.get('content-type')?.includes('json')) return JSON.parse(text) as ProblemBody;
  return { detail: `It answered ${answer.status} and is perhaps no ledger.`, code: '' };
}
