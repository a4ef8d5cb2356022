import { Ledger, NoAnswer, Problem, type BatchItem } from '#client';
import { LocalIssuer } from '#platform';

/** How many events follow from a chapter, caused by policies. */
export const FOLLOWING = 17;

type Said = Pick<BatchItem, 'type' | 'data'> & { readonly by: 'donor' | 'recipient' | 'staff' };

const SPEAKERS = {
  donor: { subject: 'of the donor', party: 'DEU', roles: ['operator'] },
  recipient: { subject: 'of the recipient', party: 'UKR', roles: ['recipient'] },
  staff: { subject: 'of the staff', party: 'NATO', roles: ['coordinator'] },
};
const claims = [{ source: 'a letter' }];
const euros = (amount: string) => ({ amount, currency: 'EUR', basis: 'book' }) as const;
const guns = (quantity: string) => [{ item: 'gun', quantity }];

/**
 * A story told command by command, each once: in every chapter two matches want the same goods, of which one is made and one is
 * aborted, and a pledge is withdrawn of which five allocations were set apart, two of them paid into a package.
 */
export class Chapters {
  readonly #said: readonly (readonly Said[])[];
  #acknowledged = 0;

  private constructor(
    private readonly tokens: Readonly<Record<Said['by'], string>>,
    chapters: number,
  ) {
    this.#said = Array.from({ length: chapters }, (_, index) => chapter(String(index + 1)));
  }

  /** The story for the ledger of a data directory. */
  static async in(dataDir: string, chapters: number): Promise<Chapters> {
    const issuer = await LocalIssuer.in(dataDir);
    const token = (by: Said['by']) => issuer.issue({ ...SPEAKERS[by], ttl: '1h' });
    const [donor, recipient, staff] = await Promise.all([token('donor'), token('recipient'), token('staff')]);
    return new Chapters({ donor, recipient, staff }, chapters);
  }

  /**
   * Goes on to the end of a chapter, counted from 1, or until the server is gone or cannot tell what became of a command; what was not
   * acknowledged is sent again the next time. Resolves with whether all is told.
   */
  async tell(url: string, upTo: number): Promise<boolean> {
    const said = this.#said.slice(0, upTo).flat();
    for (const [index, one] of said.entries()) {
      if (index < this.#acknowledged) continue;
      if (!(await this.#isTaken(url, one, `said-${index}`))) return false;
      this.#acknowledged++;
    }
    return true;
  }

  async #isTaken(url: string, { type, data, by }: Said, key: string): Promise<boolean> {
    try {
      await new Ledger({ url, token: this.tokens[by], tries: 1 }).send(type, data, { key });
      return true;
    } catch (error) {
      if (error instanceof NoAnswer || (error instanceof Problem && error.status === 503)) return false;
      throw error;
    }
  }
}

function chapter(name: string): readonly Said[] {
  const [requirementId, pledgeId] = [`needed-${name}`, `offered-${name}`];
  const matches = ['first', 'second'].map((match) => `${match}-${name}`);
  const match = { pledgeId, requirementId, lines: guns('6'), terms: { amount: euros('10'), claims } };
  return [
    ...withdrawn(name).slice(0, -1),
    ...required(requirementId, '10'),
    ...pledged(pledgeId),
    ...matches.map((matchId): Said => ({ type: 'ProposeMatch', data: { matchId, ...match }, by: 'staff' })),
    ...matches.map((matchId): Said => ({ type: 'AcceptMatch', data: { matchId }, by: 'donor' })),
    ...matches.map((matchId): Said => ({ type: 'AcceptMatch', data: { matchId }, by: 'recipient' })),
    ...withdrawn(name).slice(-1),
  ];
}

/** A pledge with five allocations to a requirement, two of them paid into a package; the last command withdraws it. */
function withdrawn(name: string): readonly Said[] {
  const [requirementId, pledgeId, packageId] = [`wanted-${name}`, `promised-${name}`, `basket-${name}`];
  const allocated = ['a', 'b', 'c', 'd', 'e'].flatMap((allocationId, index): readonly Said[] => {
    const paid = index < 2 ? { packageId } : {};
    const terms = { pledgeId, allocationId, requirementId, lines: guns('2'), amount: euros('10'), claims, ...paid };
    const payment = { packageId, contributionId: allocationId, pledgeId, allocationId, amount: euros('10') };
    return [
      { type: 'AllocatePledge', data: terms, by: 'donor' },
      ...(index < 2 ? [{ type: 'ContributeToPackage', data: payment, by: 'donor' } as const] : []),
    ];
  });
  const basket = { packageId, title: 'Guns', target: euros('100'), claims };
  return [
    ...required(requirementId, '10'),
    ...pledged(pledgeId),
    { type: 'ProposePackage', data: basket, by: 'staff' },
    ...allocated,
    { type: 'WithdrawPledge', data: { pledgeId, reason: 'a new government' }, by: 'donor' },
  ];
}

function required(requirementId: string, quantity: string): readonly Said[] {
  const words = { requirementId, recipient: 'UKR', title: 'Guns', lines: guns(quantity), priority: 'high', claims };
  return [
    { type: 'SubmitRequirement', data: words, by: 'recipient' },
    { type: 'ValidateRequirement', data: { requirementId, until: '2190-12-31' }, by: 'staff' },
  ];
}

function pledged(pledgeId: string): readonly Said[] {
  const words = { pledgeId, donor: 'DEU', kind: 'military', title: 'Guns', lines: guns('20') };
  return [
    { type: 'MakePledge', data: { ...words, amount: euros('1000'), claims }, by: 'donor' },
    { type: 'CommitPledge', data: { pledgeId, amount: euros('1000'), claims }, by: 'donor' },
  ];
}
