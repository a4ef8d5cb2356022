import type { PledgeMade } from '#domain';
import { text, textArray, view } from '#eventsourcing';

type EntryRow = {
  readonly source: string;
  readonly release: string;
  readonly foreignId: string;
  readonly donor: string;
  readonly title: string;
  /** Who is named as having said so, each once. */
  readonly sources: readonly string[];
  /** The words of its text in lower case, each once, in the order of the alphabet. */
  readonly words: readonly string[];
};

const once = (texts: readonly string[]) => [...new Set(texts)].sort();

/** What a source calls a pledge in one of its releases, and in which words and by whose word it tells of it, by the pledge (R31). */
export const releaseEntries = view<EntryRow, PledgeMade>('release-entries', {
  columns: {
    source: text('The source.'),
    release: text('The release of the source.'),
    foreignId: text('What the source calls the pledge in that release.'),
    donor: text('The party that gives it.', 'party'),
    title: text('What the source says of it.'),
    sources: textArray('Who is named as having said so, each once.'),
    words: textArray('The words of its text in lower case, each once.'),
  },
  key: ({ data }) => (data.foreign ? data.pledgeId : []),
  on: {
    PledgeMade: (_, { data: { donor, foreign, title, description, claims } }) =>
      foreign && {
        ...{ source: foreign.source, release: foreign.release, foreignId: foreign.id, donor, title },
        sources: once(claims.map(({ source }) => source)),
        words: once((description ?? title).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
      },
  },
});
