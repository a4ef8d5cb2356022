import type { Client } from 'openapi-fetch';
import { Connection, type Access } from './connection.js';
import type { paths } from './ledger.generated.js';
import { messagesOf, type Following } from './feed.js';
import { Problem } from './problem.js';
import type * as words from './words.js';

/** What is said of a command beside its fields. */
export interface Circumstances {
  /** The identity of the request for ever: sent again under it, the command is done once. A new one unless said. */
  readonly key?: string;
  /** When it was true in the world, if not now: a day, or a time with zone. */
  readonly occurredAt?: string | undefined;
  /** The party that a historian speaks for. */
  readonly actingFor?: string | undefined;
  /** The revision that the stream must stand at; `exists` for any. */
  readonly ifMatch?: number | 'exists';
  /** Decide and answer, but append nothing. */
  readonly dryRun?: boolean;
  /** A receipt without the events. */
  readonly brief?: boolean;
}

/** What came of a command; `isNew` where it brought something into the log that was not there. */
export type Sent = words.Receipt & { readonly isNew: boolean };

/** The times of a read: a day or a time with zone; for `knownAt` also a position of the log. */
export interface Moment {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/**
 * A ledger over HTTP. What it is asked is read at least as fresh as all that was sent through it. Every method throws `Problem` where the
 * ledger says no, and `NoAnswer` where nobody answers.
 */
export class Ledger {
  readonly #connection: Connection;

  constructor(access: Access) {
    this.#connection = new Connection(access);
  }

  /** Every path of the ledger, with the same token, patience and errors. */
  get http(): Client<paths> {
    return this.#connection.http;
  }

  /** Has what is read from now on be as fresh as a position of the log, such as that of another's receipt. */
  readAfter(position: string): void {
    this.#connection.readAfter(position);
  }

  /** Sends a command. */
  async send<Type extends words.CommandType>(
    type: Type,
    fields: words.Fields<Type>,
    { key = crypto.randomUUID(), occurredAt, actingFor, ifMatch, dryRun, brief = false }: Circumstances = {},
  ): Promise<Sent> {
    const { data, response } = await this.#connection.post(`/commands/${type}`, {
      query: { dryRun },
      headers: {
        'idempotency-key': key,
        'occurred-at': occurredAt,
        'acting-for': actingFor,
        prefer: brief ? 'return=minimal' : undefined,
        'if-match': ifMatch === undefined ? undefined : ifMatch === 'exists' ? '*' : `"${ifMatch}"`,
      },
      body: fields,
    });
    const receipt = data as words.Receipt;
    this.readAfter(receipt.position);
    return { ...receipt, isNew: response.status === 201 && !response.headers.has('idempotency-replayed') };
  }

  /** Sends many commands; one that is refused stops no other. Those without a key have that of the request, a slash and their index. */
  async sendMany(
    commands: readonly words.BatchItem[],
    key: string = crypto.randomUUID(),
  ): Promise<readonly words.BatchAnswer[]> {
    const { data } = await this.#connection.post('/commands', { headers: { 'idempotency-key': key }, body: commands });
    const answers = data as readonly words.BatchAnswer[];
    for (const { receipt } of answers) if (receipt) this.readAfter(receipt.position);
    return answers;
  }

  /** A page of rows of a view, and in `next` where the one after it is. */
  list<View extends words.ViewName>(view: View, asked?: words.ListAsked<View>): Promise<words.Page<View>> {
    return this.#get(`/views/${view}`, asked);
  }

  /** All rows of a view, page by page, at the times of the first. */
  async *rows<View extends words.ViewName>(
    view: View,
    asked?: words.ListAsked<View>,
  ): AsyncGenerator<words.ListedRow<View>, void> {
    let page: words.Paged<words.ListedRow<View>> = await this.list(view, asked);
    for (;;) {
      yield* page.rows;
      if (page.next === undefined) return;
      page = await this.#get(page.next);
    }
  }

  /** One row of a view; `undefined` where there is none of that key. */
  async row<View extends words.ViewName>(
    view: View,
    key: string,
    asked?: Moment,
  ): Promise<words.OneRow<View> | undefined> {
    try {
      return await this.#get<words.OneRow<View>>(`/views/${view}/${encodeURIComponent(key)}`, asked);
    } catch (error) {
      if (error instanceof Problem && error.code === 'UnknownKey') return undefined;
      throw error;
    }
  }

  /** Every version of a row, each with the event that made it. */
  history<View extends words.ViewName>(view: View, key: string, asked?: Moment): Promise<words.History<View>> {
    return this.#get(`/views/${view}/${encodeURIComponent(key)}/history`, asked);
  }

  /** The answer to a question. */
  ask<Question extends words.QuestionName>(
    question: Question,
    asked: words.Asked<Question>,
  ): Promise<words.Answer<Question>> {
    return this.#get(`/questions/${question}`, asked);
  }

  /** What a figure is made of, by its address `explain`; a page of it, and in `next` where the one after it is. */
  explain(figure: string): Promise<words.Explanation> {
    return this.#get(figure);
  }

  /** A page of the events of a stream. */
  stream(stream: string, asked?: words.StreamAsked): Promise<words.StreamPage> {
    return this.#get(`/streams/${encodeURIComponent(stream)}`, asked);
  }

  /** A page of the events of the log. */
  events(asked?: words.EventsAsked): Promise<words.EventsPage> {
    return this.#get('/events', asked);
  }

  /** The events of the log as they are recorded; a connection that is lost is taken up again where it was. */
  follow(asked: words.FeedAsked = {}, following: Following = {}): AsyncGenerator<words.RecordedEvent, void> {
    return messagesOf(this.#connection, asked, following);
  }

  /** The rows of a view as events change them, each event's at once, as they are to be in the end; throws `ViewStopped` where it stops. */
  changes<View extends words.ViewName>(
    view: View,
    asked: words.ChangesAsked<View> = {},
    following: Following = {},
  ): AsyncGenerator<words.Changes<View>, void> {
    return messagesOf(this.#connection, { ...asked, view }, following);
  }

  /** Sends a file to be imported, and answers how far that is. */
  async importFile(
    format: words.ImportFormat,
    asked: words.ImportAsked,
    content: Uint8Array<ArrayBuffer>,
  ): Promise<words.Operation> {
    const headers = { 'content-type': 'text/csv' };
    const { data } = await this.#connection.post(`/imports/${format}`, { query: asked, headers, body: content });
    return data as words.Operation;
  }

  /** How far an import is. */
  operation(id: string): Promise<words.Operation> {
    return this.#get(`/operations/${encodeURIComponent(id)}`);
  }

  /** What is at an address, such as a file of a view, its body not yet read. */
  read(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#connection.read(address, headers);
  }

  async #get<Answer>(address: string, asked?: object): Promise<Answer> {
    return (await this.#connection.get(address, asked)) as Answer;
  }
}
