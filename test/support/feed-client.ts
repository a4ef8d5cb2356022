/** A message of a feed: its id and its data, read as JSON. */
export interface Message {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One who listens to a feed. */
export interface Listening {
  readonly headers: Headers;
  /** The next messages, so many; fewer where the feed ends before. */
  take(count: number): Promise<readonly Message[]>;
  /** All that came as text, comments and all. */
  readonly text: () => string;
  leave(): void;
}

/** Listens to the feed at an address. */
export async function listenTo(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Listening> {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers, signal: leaving.signal });
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${await answer.text()}`);
  const body = answer.body as unknown as AsyncIterable<Uint8Array>;
  const chunks = body[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  let pending = '';
  let all = '';
  return {
    headers: answer.headers,
    text: () => all,
    leave: () => {
      leaving.abort();
    },
    take: async (count) => {
      const messages: Message[] = [];
      while (messages.length < count) {
        const end = pending.indexOf('\n\n');
        if (end >= 0) {
          const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(pending.slice(0, end)) ?? [];
          if (id !== undefined) messages.push({ id, data: JSON.parse(data ?? '') as Message['data'] });
          pending = pending.slice(end + 2);
          continue;
        }
        const chunk = await chunks.next();
        if (chunk.done) break;
        const part = decoder.decode(chunk.value, { stream: true });
        pending += part;
        all += part;
      }
      return messages;
    },
  };
}
