import { Authority, Pledge } from '#domain';
import { foldOf, Folds, handle, Rejection, streamOf, uuidv5, type AnyDecider } from '#eventsourcing';
import { MemoryStore } from '#stores';
import { authorities } from '#views';

/** What a command came to: the types of its events, or the refusal. */
export type Outcome = readonly string[] | { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

const LEARNT = '2024-10-01T00:00:00.000Z';

/** A ledger in memory in which a historian speaks for the United States, and a colleague approves. */
export class DrawdownLedger {
  readonly #store = new MemoryStore();
  readonly #folds = new Folds();
  #sent = 0;

  async open(authorityId: string, on: string, terms: { ceiling: number; until?: string; legalBasis: string }) {
    const { ceiling, ...others } = terms;
    const data = { authorityId, donor: 'USA', ceiling: dollars(ceiling), claims: claims(terms.legalBasis), ...others };
    return this.#send(Authority, 'OpenAuthority', data, on);
  }

  async raise(authorityId: string, on: string, ceiling: number, legalBasis: string) {
    const data = { authorityId, ceiling: dollars(ceiling), legalBasis, claims: claims(legalBasis) };
    return this.#send(Authority, 'RaiseCeiling', data, on);
  }

  async draw(authorityId: string, drawId: string, on: string, amount: number) {
    const pledge = { pledgeId: drawId, donor: 'USA', kind: 'military', title: `Drawdown of ${on}` };
    await this.#send(Pledge, 'MakePledge', { ...pledge, amount: dollars(amount), claims: claims(drawId) }, on);
    const data = { authorityId, drawId, pledgeId: drawId, amount: dollars(amount), claims: claims(drawId) };
    return this.#send(Authority, 'DrawOnAuthority', data, on);
  }

  async revalue(authorityId: string, on: string, delta: number, method: string) {
    const proposal = { authorityId, proposalId: `revalued-${on}` };
    const by = { amount: String(delta), currency: 'USD', basis: 'book' };
    await this.#send(
      Authority,
      'ProposeDrawsRevaluation',
      { ...proposal, delta: by, method, claims: claims(method) },
      on,
    );
    return this.#send(Authority, 'RevalueDraws', proposal, on, 'a colleague');
  }

  async lapse(authorityId: string, on: string) {
    return this.#send(Authority, 'LapseAuthority', { authorityId }, on, 'the clock');
  }

  /** The row of the view of authorities, as it is known in the end. */
  async row(authorityId: string) {
    const { events } = await this.#store.read(streamOf(Authority, authorityId), 0, 1000);
    return events
      .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt))
      .reduce<ReturnType<typeof authorities.on.AuthorityOpened>>((row, event) => {
        const fold = foldOf(authorities, event.type);
        return fold ? fold(row, event, authorityId) : row;
      }, undefined);
  }

  async #send(law: AnyDecider, type: string, data: object, day: string, subject = 'a historian'): Promise<Outcome> {
    const commandId = uuidv5(`command ${String((this.#sent += 1))}`);
    const by = { subject, party: 'USA', roles: ['historian'] };
    const metadata = { commandId, by, at: LEARNT, occurredAt: `${day}T00:00:00.000Z`, reported: true };
    try {
      const { events } = await handle({ store: this.#store, folds: this.#folds }, law, { type, data, metadata });
      return events.map((event) => event.type);
    } catch (error) {
      if (error instanceof Rejection) return { code: error.code, facts: error.facts };
      throw error;
    }
  }
}

const dollars = (amount: number) => ({ amount: String(amount), currency: 'USD', basis: 'replacement' });
const claims = (source: string) => [{ source }];
