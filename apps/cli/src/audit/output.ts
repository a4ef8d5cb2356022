import { once } from 'node:events';

/** Writes on standard output, no faster than it is taken; rejects where nobody takes it any more. */
export async function write(chunk: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}

/** A text on one line of a terminal, which it cannot tell anything else: data may hold what somebody else wrote. */
export function inLine(text: string): string {
  return text.replace(/\p{C}/gu, '�');
}
