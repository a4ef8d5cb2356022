import { Light, toLight, type LightState } from '#testing';
import { MemoryStore } from '#stores';
import type { AnyDecider } from './decider.js';
import { factsOf, gather } from './facts.js';
import { Folds, type Ledger } from './folds.js';
import { handle } from './handle.js';

/** A ledger in which each light is wired behind the one given. */
async function wired(behind: Record<string, string>): Promise<Ledger> {
  const ledger = { store: new MemoryStore(), folds: new Folds() };
  for (const [lightId, other] of Object.entries(behind)) {
    await handle(ledger, Light, toLight('WireLight', { lightId, behind: other }));
  }
  return ledger;
}

const chain = { from: Light as AnyDecider, next: ({ behind }: LightState) => behind };

const behindEach = (facts: ReturnType<typeof factsOf>, ...ids: string[]) =>
  ids.map((id) => facts.of(Light, id)?.behind);

describe('the facts a rule asks for', () => {
  it('are the states of streams, undefined where there is none or it was not asked for', async () => {
    const ledger = await wired({ a: 'b', b: 'c' });
    const facts = await gather(ledger, [
      { from: Light, id: 'a' },
      { from: Light, id: 'z' },
    ]);
    expect(facts.of(Light, 'a')).toEqual({ on: false, switched: 0, behind: 'b' });
    expect([facts.of(Light, 'b'), facts.of(Light, 'z')]).toEqual([undefined, undefined]);
  });

  it('follow a chain to its end', async () => {
    const facts = await gather(await wired({ a: 'b', b: 'c', c: 'd', y: 'z' }), [{ ...chain, id: 'a' }]);
    expect(behindEach(facts, 'a', 'b', 'c', 'd', 'y')).toEqual(['b', 'c', 'd', undefined, undefined]);
  });

  it('go round a circle once', async () => {
    const facts = await gather(await wired({ a: 'b', b: 'c', c: 'a' }), [{ ...chain, id: 'b' }]);
    expect(behindEach(facts, 'a', 'b', 'c')).toEqual(['b', 'c', 'a']);
    expect(behindEach(await gather(await wired({ a: 'a' }), [{ ...chain, id: 'a' }]), 'a')).toEqual(['a']);
  });

  it('follow each of several chains to its end, also where one crosses what another only looked at', async () => {
    const ledger = await wired({ a: 'b', b: 'c', c: 'd', d: 'e' });
    const facts = await gather(ledger, [
      { from: Light, id: 'b' },
      { ...chain, id: 'a' },
    ]);
    expect(behindEach(facts, 'a', 'b', 'c', 'd')).toEqual(['b', 'c', 'd', 'e']);
  });

  it('are of this moment, whoever wrote last', async () => {
    const ledger = await wired({ a: 'b' });
    await gather(ledger, [{ from: Light, id: 'a' }]);
    await handle({ ...ledger, folds: new Folds() }, Light, toLight('WireLight', { lightId: 'a', behind: 'c' }));
    expect(behindEach(await gather(ledger, [{ from: Light, id: 'a' }]), 'a')).toEqual(['c']);
  });

  it('may be given by hand', () => {
    const facts = factsOf(new Map([['light-a', { on: true, switched: 1 }]]));
    expect([facts.of(Light, 'a'), facts.of(Light, 'b')]).toEqual([{ on: true, switched: 1 }, undefined]);
  });
});
