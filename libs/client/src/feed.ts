import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { Connection } from './connection.js';
import { pause } from './pause.js';

/** How a feed is followed. */
export interface Following {
  /** What comes after this position of the log, such as the `position` of an answer; from where the feed stands now unless said. */
  readonly after?: string;
  /** Ends the feed. */
  readonly signal?: AbortSignal;
}

/** A view stopped at an event that its code cannot fold: nothing comes of it until it is folded anew, and its feed ends. */
export class ViewStopped extends Error {
  override readonly name = 'ViewStopped';

  constructor(
    readonly view: string,
    readonly position: string,
    readonly eventId: string,
  ) {
    super(`The view ${view} stopped at position ${position}, event ${eventId}.`);
  }
}

/** How long to wait, in ms, before a feed that ended is taken up again. */
const PAUSE_MS = 1_000;

/**
 * The messages of a feed, one after the other as they are asked for. Where the connection is lost, or the ledger ends it, it goes on after the
 * last message that was given out. Throws `ViewStopped`, and what the first request throws; ends when the signal aborts.
 */
export async function* messagesOf<Message>(
  connection: Connection,
  query: object,
  { after, signal = new AbortController().signal }: Following,
): AsyncGenerator<Message, void> {
  const isEnded = () => signal.aborted;
  for (let at = after; !isEnded();) {
    try {
      const response = await connection.read('/feed', at === undefined ? {} : { 'last-event-id': at }, query, signal);
      at ??= response.headers.get('log-position') ?? undefined;
      for await (const { id, event, data } of eventsIn(response)) {
        if (event === 'stopped') throw stopped(data);
        yield JSON.parse(data) as Message;
        at = id ?? at;
      }
    } catch (error) {
      if (!isEnded() && !isLost(error)) throw error;
    }
    await pause(PAUSE_MS, signal);
  }
}

function eventsIn({ body }: Response) {
  if (!body) throw new TypeError('a feed has a body');
  const texts = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>);
  return texts.pipeThrough(new EventSourceParserStream()) as unknown as AsyncIterable<{
    readonly id?: string;
    readonly event?: string;
    readonly data: string;
  }>;
}

function stopped(data: string): ViewStopped {
  const { view, position, eventId } = JSON.parse(data) as Pick<ViewStopped, 'view' | 'position' | 'eventId'>;
  return new ViewStopped(view, position, eventId);
}

/** Whether a body broke off, which the platform throws as an error of its own realm. */
function isLost(error: unknown): boolean {
  return (error as Error).name === 'TypeError' && (error as Error).cause !== undefined;
}
