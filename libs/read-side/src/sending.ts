/** Takes what was sent to a connection, which does it in the order of sending. */
export type Send = (sent: Promise<unknown>) => void;

/**
 * Has statements sent without waiting for each, so that the next is prepared while the database works. Resolves when all are done; throws what
 * failed first, once nothing of it is under way.
 */
export async function sending(work: (send: Send) => Promise<void>): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const failed: { readonly error: unknown }[] = [];
  const note = (error: unknown) => {
    failed.push({ error });
  };
  await work((one) => sent.push(one.catch(note))).catch(note);
  await Promise.all(sent);
  if (failed[0]) throw failed[0].error;
}
