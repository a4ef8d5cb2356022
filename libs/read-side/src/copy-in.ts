import { Query, type ClientBase, type Connection } from 'pg';
import type { Copied } from './copied.js';

/** What a connection does besides what its types tell. */
type Copying = Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/**
 * Adds rows by COPY. They are sent with the statement, without waiting until the server asks for them: what it does not take, it lets pass
 * (PostgreSQL, Frontend/Backend Protocol, 54.2.6), so that more can be sent at once after it.
 */
export function copyIn(client: ClientBase, statement: Copied): Promise<void> {
  const text = `${statement.statement().text} stdin`;
  return new Promise((resolve, reject) => {
    const query = new Query(text, (error: Error | undefined) => {
      if (error) reject(error);
      else resolve();
    });
    const copying = {
      submit: (connection: Connection) => {
        const { stream } = connection;
        stream.cork();
        connection.query(text);
        (connection as Copying).sendCopyFromChunk(Buffer.from(statement.lines));
        (connection as Copying).endCopyFrom();
        stream.uncork();
        return null;
      },
      handleCopyInResponse: () => undefined,
    };
    client.query(Object.assign(query, copying));
  });
}
