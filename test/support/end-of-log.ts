/** The position at which the log of a ledger stands, as its feed tells; what is folded of it may be behind. */
export async function endOfLog(url: string): Promise<string> {
  const { headers } = await fetch(`${url}/feed`, { method: 'HEAD' });
  const last = headers.get('log-position');
  if (last === null) throw new Error(`the feed of ${url} does not tell where the log stands`);
  return last;
}
