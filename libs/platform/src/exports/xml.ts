/** A text within XML 1.0: what XML has no place for becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .toWellFormed()

    .replaceAll(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** The first line of a document. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
