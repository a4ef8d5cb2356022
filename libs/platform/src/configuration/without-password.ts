/** An address as it may be printed: without the password that it holds. */
export function withoutPassword(url: string): string {
  return url.replace(/^([a-z+]+:\/\/[^/@:\s]*):\S*@/i, '$1:…@').replace(/([?&](?:password|pass)=)[^&\s]*/gi, '$1…');
}
