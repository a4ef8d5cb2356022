import { specifyView } from '#testing';
import { breaches } from './breaches.js';

const given = specifyView(breaches);
const said = { row: 7, rule: 'R2', code: 'OverAllocation', stream: 'pledge-p', detail: 'more than committed' };

describe('a breach', () => {
  it('is found by its import, row, code and stream', () => {
    given({
      type: 'BreachRecorded',
      data: { importId: 'kiel-r18', ...said, facts: { remaining: '0' } },
    }).then('kiel-r18/7/OverAllocation/pledge-p', { import: 'kiel-r18', ...said, facts: { remaining: '0' } });
  });
  it('may come without facts', () => {
    given({ type: 'BreachRecorded', data: { importId: 'kiel-r18', ...said } }).then(
      'kiel-r18/7/OverAllocation/pledge-p',
      { import: 'kiel-r18', ...said, facts: null },
    );
  });
});
