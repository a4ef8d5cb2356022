import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './ledger.generated.js';
import { patient, type Fetch } from './patient-fetch.js';
import { problemIn } from './problem.js';

/** Where a ledger is, who asks, and with how much patience. */
export interface Access {
  /** The address of the ledger, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** A token, or what makes one for each request; without one only what is open to all is answered. */
  readonly token?: string | (() => string | Promise<string>);
  /** How many seconds a read may wait for what was written before; 5 unless said. */
  readonly wait?: number;
  /** How often a request is sent at most while nobody answers; 3 unless said. */
  readonly tries?: number;
  /** What sends a request; the platform's `fetch` unless said. */
  readonly fetch?: Fetch;
}

/** What is sent beside the path; what is undefined is left out. */
interface Said {
  readonly query?: object;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

type Untyped = Client<Record<string, { get: Loose; post: Loose }>>;
type Loose = {
  parameters: { query?: object };
  requestBody?: { content: { 'application/json': unknown } };
  responses: { '2XX': { content: { 'application/json': unknown } } };
};

/** The way to a ledger: it signs requests, asks to read what it knows to be written, has patience, and throws what went wrong. */
export class Connection {
  readonly http: Client<paths>;
  readonly #untyped: Untyped;
  #position = 0n;

  constructor({ url, token, wait = 5, tries = 3, fetch: send = (request) => fetch(request) }: Access) {
    this.http = createClient<paths>({ baseUrl: url, fetch: patient(tries, send) });
    this.#untyped = this.http as unknown as Untyped;
    this.http.use({
      onRequest: async ({ request: { headers, method } }) => {
        const bearer = typeof token === 'function' ? await token() : token;
        if (bearer !== undefined && !headers.has('authorization')) headers.set('authorization', `Bearer ${bearer}`);
        if (method !== 'GET' || this.#position === 0n || headers.has('read-after')) return;
        headers.set('read-after', String(this.#position));
        headers.set('prefer', `wait=${wait}`);
      },
      onResponse: async ({ response }) => {
        if (!response.ok) throw await problemIn(response);
      },
    });
  }

  /** Has what is read from now on be as fresh as a position of the log. */
  readAfter(position: string): void {
    const known = BigInt(position);
    if (known > this.#position) this.#position = known;
  }

  /** What is at a path, which may have a query already. */
  async get(path: string, query: object = {}): Promise<unknown> {
    const { data } = await this.#untyped.GET(path, { params: { query } });
    return data;
  }

  /** The answer at an address, its body not yet read. */
  async read(
    address: string,
    headers: Readonly<Record<string, string>>,
    query: object = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const asked = { params: { query }, headers, parseAs: 'stream', ...(signal && { signal }) } as const;
    return (await this.#untyped.GET(address, asked)).response;
  }

  /** Posts to a path; answers what came back, and with which status and headers. */
  async post(path: string, { query = {}, headers = {}, body }: Said): Promise<{ data: unknown; response: Response }> {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const isRaw = body instanceof Uint8Array;
    const { data, response } = await this.#untyped.POST(path, {
      params: { query },
      headers: given,
      body,
      ...(isRaw && { bodySerializer: () => body }),
    });
    return { data, response };
  }
}
