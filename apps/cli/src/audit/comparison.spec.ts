import type { Digests } from '#read-side';
import type { VerifiedLog } from '#stores';
import { inLog, inViews, sideBySide } from './comparison.js';

const ours = { name: 'pledges', hash: 'h1', position: 9n, digest: 'd1' };
const theirs = { ...ours, position: '9' };
const anew = { failures: [], views: [ours] } as unknown as Digests;

const compared = (kept: Partial<typeof theirs>) => inViews(anew, sideBySide([ours], [{ ...theirs, ...kept }]), true);

describe('a view of the ledger', () => {
  it('is what the log makes', () => {
    expect(compared({})).toEqual([]);
  });

  it.each([
    ['has other rows', { digest: 'd2' }, { position: '9', what: 'the ledger has other rows than the log makes' }],
    [
      'has come less far',
      { digest: 'd2', position: '7' },
      { position: '7', what: 'the ledger has come no further than this position' },
    ],
    [
      'is folded by other code',
      { digest: 'd2', hash: 'h2' },
      { what: 'the ledger folds it by other code: compare with a program of its version' },
    ],
  ])('%s', (_, kept, finding) => {
    expect(compared(kept)).toEqual([{ view: 'pledges', ...finding }]);
  });

  it('may be there on one side alone', () => {
    const findings = inViews(anew, sideBySide([ours], [{ ...theirs, name: 'promises' }]), true);
    expect(findings).toEqual([
      { view: 'pledges', what: 'the ledger has no such view' },
      { view: 'promises', what: 'the ledger alone has such a view: this program is of another version' },
    ]);
  });

  it('is not missed where no ledger was asked', () => {
    expect(inViews(anew, sideBySide([ours], []), false)).toEqual([]);
  });
});

describe('a view folded anew', () => {
  it('is found where it stops', () => {
    const failure = { view: 'pledges', position: 4n, eventId: 'e', type: 'PledgeMade', message: 'no amount' };
    expect(inViews({ ...anew, failures: [failure] }, sideBySide([ours], [theirs]), true)).toEqual([
      { view: 'pledges', position: '4', what: 'folded anew it stops at this PledgeMade: no amount' },
    ]);
  });
});

describe('a log', () => {
  it('is found where it is not the one that a digest was kept of', () => {
    const verified = { findings: [], position: 5n, digest: 'd1' } as unknown as VerifiedLog;
    expect([inLog(verified), inLog(verified, 'd1')]).toEqual([[], []]);
    expect(inLog(verified, 'd0')).toEqual([{ position: '5', what: 'the SHA-256 up to here was d0 when it was kept' }]);
  });

  it('is found with each event that cannot be, and where it cannot be read', () => {
    const findings = [{ position: 3n, stream: 'pledge-a', revision: 1, what: 'it is odd' }];
    expect(inLog({ findings, position: 5n, unreadable: 'it is cut' } as unknown as VerifiedLog)).toEqual([
      { position: '3', stream: 'pledge-a', revision: 1, what: 'it is odd' },
      { position: '5', what: 'the log cannot be read after this position: it is cut' },
    ]);
  });
});
