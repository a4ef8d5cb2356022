import { mapped, type Export } from './export.js';

/** An export as a value of JSON on each line. */
export function ndjsonOf({ lines }: Export): AsyncIterable<string> {
  return mapped(lines(), (batch) => batch.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
