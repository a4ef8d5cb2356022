import type { PledgeMade } from '#domain';
import { specifyView, type Told } from '#testing';
import { releaseEntries } from './release-entries.js';

const given = specifyView(releaseEntries);
const said = {
  ...{
    pledgeId: 'kiel-r07-DEH1',
    donor: 'DEU',
    kind: 'humanitarian' as const,
    title: 'Tents, and more tents.',
    lines: [],
  },
  claims: [{ source: 'https://b.example' }, { source: 'https://a.example' }, { source: 'https://b.example' }],
};
const foreign = { source: 'kiel', release: 'r07', id: 'DEH1' };
const made = (data: PledgeMade['data']): Told<PledgeMade> => ({
  type: 'PledgeMade',
  data,
  occurredAt: '2022-03-01T00:00:00.000Z',
});
const row = {
  ...{ source: 'kiel', release: 'r07', foreignId: 'DEH1', donor: 'DEU', title: said.title },
  sources: ['https://a.example', 'https://b.example'],
};

describe('an entry of a release', () => {
  it('is what a source calls a pledge, with the words and sources of it, each once', () => {
    given(made({ ...said, foreign })).then('kiel-r07-DEH1', { ...row, words: ['and', 'more', 'tents'] });
  });
  it('is told in the words of the whole text where the title is cut', () => {
    given(made({ ...said, foreign, description: 'Zwei Zelte' })).then('kiel-r07-DEH1', {
      ...row,
      words: ['zelte', 'zwei'],
    });
  });
  it('is none where no source has an id for a pledge', () => {
    given(made(said)).then('kiel-r07-DEH1', undefined);
  });
});
