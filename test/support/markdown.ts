import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A block of shell in a document. */
export interface ShellBlock {
  readonly document: string;
  readonly line: number;
  readonly text: string;
  /** The line of text that it stands under. */
  readonly under: string;
}

/** What a document links to. */
export interface Link {
  readonly document: string;
  readonly target: string;
}

/** The documents that users and contributors read, as paths from the root. */
export const documents: readonly string[] = ['README.md', ...globSync('docs/**/*.md', { cwd: root }).toSorted()];

/** The text of a document. */
export function textOf(document: string): string {
  return readFileSync(join(root, document), 'utf8');
}

/** The blocks marked as `sh` in a document. */
export function shellBlocks(document: string, text = textOf(document)): readonly ShellBlock[] {
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(({ index, 1: block = '' }) => ({
    document,
    line: text.slice(0, index).split('\n').length,
    text: block.trim(),
    under: text.slice(0, index).trimEnd().split('\n').at(-1) ?? '',
  }));
}

/** The links in a document that lead to another one of the repository, or to another place in the same. */
export function relativeLinks(document: string): readonly Link[] {
  return [...textOf(document).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => ({ document, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

/** The names by which the headings of a document are linked to. */
export function anchorsIn(document: string): readonly string[] {
  return [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
