import type { Identity } from './verifier.js';
import { Identities } from './identities.js';

const identity = (subject: string, expires = Date.now() + 60_000): Identity => ({
  actor: { subject, party: 'DEU', roles: ['operator'] },
  expires,
});

/** Identities over a verifier that takes every token as the name of its subject, and the tokens it was asked to verify. */
function identitiesOf(capacity: number, expires?: number): { identities: Identities; verified: string[] } {
  const verified: string[] = [];
  const verify = async (token: string) => {
    verified.push(token);
    return identity(token, expires);
  };
  return { identities: new Identities(verify, capacity), verified };
}

describe('the identities', () => {
  it('verify a token once', async () => {
    const { identities, verified } = identitiesOf(10);
    await identities.of('anna');
    expect(identities.of('anna')).toEqual(identity('anna').actor);
    expect(verified).toEqual(['anna']);
  });

  it('verify it again once it has expired', async () => {
    const { identities, verified } = identitiesOf(10, Date.now() - 1);
    await identities.of('anna');
    await identities.of('anna');
    expect(verified).toEqual(['anna', 'anna']);
  });

  it('forget those unused longest when there are too many', async () => {
    const { identities, verified } = identitiesOf(2);
    for (const token of ['anna', 'bert', 'anna', 'cleo', 'anna', 'bert']) await identities.of(token);
    expect(verified).toEqual(['anna', 'bert', 'cleo', 'bert']);
  });

  it('remember nobody whom the verifier turned away', async () => {
    let asked = 0;
    const identities = new Identities(async () => {
      asked++;
      throw new Error('not valid');
    });
    await expect(identities.of('mallory')).rejects.toThrow('not valid');
    await expect(identities.of('mallory')).rejects.toThrow('not valid');
    expect(asked).toBe(2);
  });
});
