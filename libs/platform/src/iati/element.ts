import { escaped } from '../exports/xml.js';

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element of XML around what is XML already. */
export function element(name: string, attributes: Attributes, ...within: readonly string[]): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value === undefined ? '' : ` ${attribute}="${escaped(value)}"`,
  );
  const content = within.join('');
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** A text for people, as IATI has it everywhere. */
export function narrative(text: string): string {
  return element('narrative', {}, escaped(text));
}
