/** The routes there are, to tell an unknown address from one that takes another method. */
export class Routes {
  readonly #known: { readonly method: string; readonly pattern: RegExp }[] = [];

  /** Notes a route in Fastify's notation, such as `/commands/:type`. */
  add(methods: string | readonly string[], url: string): void {
    const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : literal(part)));
    const pattern = new RegExp(`^${parts.join('/')}$`);
    for (const method of [methods].flat()) this.#known.push({ method, pattern });
  }

  /** The methods that this path takes, sorted; none where there is nothing. */
  methodsOf(path: string): readonly string[] {
    const methods = this.#known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return [...new Set(methods)].sort();
  }
}

/** A part of a path taken as it is written, but for `*`, which stands for anything. */
function literal(part: string): string {
  return part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replace('*', '.*');
}
