import fc from 'fast-check';
import { Light, pastId, specify, toLight, type LightState } from '#testing';
import { MemoryStore } from '#stores';
import { correctionsOver, type Correcting } from './correcting.js';
import type { Change } from './correction.js';
import type { AnyDecider } from './decider.js';
import { Folds, type Ledger } from './folds.js';
import { handle, KeyReused } from './handle.js';
import type { CommandMetadata } from './message.js';

const AT = '2024-07-11T09:00:00.000Z';
const given = specify(Light, { by: 'DEU', at: AT });

const stream = 'light-1';
const wired = { type: 'LightWired', data: { lightId: '1', behind: '2' } } as const;
const switchedOn = { type: 'SwitchedOn', data: { lightId: '1' } } as const;
const eventId = pastId(stream, 0);
const reason = 'It is wired behind 3.';
const proposal = { stream, eventId, reason, values: { behind: '3' } };
const named = { stream, eventId, eventType: 'LightWired', reason };
const change = { from: { behind: '2' }, to: { behind: '3' } };
const proposed = { type: 'CorrectionProposed', data: { ...named, ...change } } as const;
const correctionId = pastId(stream, 1);
const approval = { stream, correctionId };
const approved = {
  type: 'CorrectionApproved',
  data: { correctionId, ...named, proposedBy: 'operator of DEU', ...change },
} as const;
const another = { subject: 'another of DEU' };

describe('a correction (R8)', () => {
  it('is proposed with what is wrong, what is right, and why', () =>
    given(wired).when('ProposeCorrection', proposal).then(proposed));
  it('may say when it was so', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, values: {}, occurredAt: '2024-07-01T02:00:00+02:00' })
      .then({
        type: 'CorrectionProposed',
        data: { ...named, from: {}, to: {}, redated: { from: AT, to: '2024-07-01T00:00:00.000Z' } },
      }));
  it('carries only what differs', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, occurredAt: AT })
      .then(proposed));
  it('asked twice is proposed once (R34)', () =>
    given(wired, proposed).when('ProposeCorrection', proposal, another).thenNothing());
  it('that changes nothing is none (R34)', async () => {
    await given(wired)
      .when('ProposeCorrection', { ...proposal, values: { behind: '2' } })
      .thenNothing();
    await given(wired, proposed, approved).when('ProposeCorrection', proposal).thenNothing();
  });
  it('names an event of its stream', async () => {
    const facts = { stream, eventId: pastId(stream, 1) };
    await given(wired)
      .when('ProposeCorrection', { ...proposal, eventId: facts.eventId })
      .thenRejected('CorrectsUnknown', facts);
    await given().when('ProposeCorrection', proposal).thenRejected('CorrectsUnknown', { stream, eventId });
  });
  it('names a stream of a kind that there is', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, stream: 'lamp-1' })
      .thenRejected('NoSuchStream', { stream: 'lamp-1' }));
  it('is of no correction', () =>
    given(wired, proposed)
      .when('ProposeCorrection', { ...proposal, eventId: correctionId })
      .thenRejected('CorrectsCorrection'));
  it('says why', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, reason: ' \t' })
      .thenRejected('NoReason'));
  it('is of fields that the event has', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, values: { colour: 'red' } })
      .thenRejected('NoSuchField', { field: 'colour', fields: ['lightId', 'behind'] }));
  it('keeps the stream that the event names', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, values: { lightId: '2' } })
      .thenRejected('NamesItsStream', { field: 'lightId' }));
  it('keeps the shape of values', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, values: { behind: ['3'] } })
      .thenRejected('ValueOfAnotherKind', { field: 'behind', expected: 'a decimal' }));
  it('moves no fact into the future (R35)', () =>
    given(wired)
      .when('ProposeCorrection', { ...proposal, values: {}, occurredAt: '2024-07-12T00:00:00Z' })
      .thenRejected('FutureNotAllowed', { occurredAt: '2024-07-12T00:00:00.000Z', at: AT }));
  it('moves a fact that was said ahead of its time', () =>
    given({ ...wired, occurredAt: '2024-08-01T00:00:00.000Z' })
      .when('ProposeCorrection', { ...proposal, values: {}, occurredAt: '2024-08-02T00:00:00Z' })
      .then({
        type: 'CorrectionProposed',
        data: {
          ...named,
          from: {},
          to: {},
          redated: { from: '2024-08-01T00:00:00.000Z', to: '2024-08-02T00:00:00.000Z' },
        },
      }));
  it('is of what its own party said, but for coordinators and historians', async () => {
    await given(wired)
      .when('ProposeCorrection', proposal, { by: 'FRA' })
      .thenRejected('NotTheirWord', { party: 'DEU' });
    await given(wired)
      .when('ProposeCorrection', proposal, { by: 'NSATU', roles: ['coordinator'] })
      .then(proposed);
    await given(wired, proposed)
      .when('ApproveCorrection', approval, { by: 'FRA' })
      .thenRejected('NotTheirWord', { party: 'DEU' });
  });
  it('leaves possible what followed', () =>
    specify(Fragile, { by: 'DEU', at: AT })(wired, switchedOn)
      .when('ProposeCorrection', { ...proposal, values: { behind: '13' } })
      .thenRejected('BreaksHistory', { eventId: pastId(stream, 1), type: 'SwitchedOn', revision: 1 }));
});

describe('the approval of a correction (R33)', () => {
  it('is given by somebody else', () =>
    given(wired, proposed).when('ApproveCorrection', approval, another).then(approved));
  it('is not given by who proposed it, for whatever party', () =>
    given(wired, proposed)
      .when('ApproveCorrection', approval, { by: 'NSATU', roles: ['coordinator'], subject: 'operator of DEU' })
      .thenRejected('SameActor', { subject: 'operator of DEU' }));
  it('asked twice is given once (R34)', () =>
    given(wired, proposed, approved).when('ApproveCorrection', approval).thenNothing());
  it('is of something proposed', async () => {
    await given(wired).when('ApproveCorrection', approval, another).thenRejected('NotProposed', { correctionId });
    await given(wired)
      .when('ApproveCorrection', { stream, correctionId: eventId }, another)
      .thenRejected('NotProposed', { correctionId: eventId });
  });
  it('says what it changes by then', () =>
    given(wired, proposed, {
      type: 'CorrectionApproved',
      data: { ...approved.data, correctionId: 'other', from: { behind: '2' }, to: { behind: '4' } },
    })
      .when('ApproveCorrection', approval, another)
      .then({ ...approved, data: { ...approved.data, from: { behind: '4' } } }));
  it('is left out where it is so by then (R34)', () =>
    given(wired, proposed, { ...approved, data: { ...approved.data, correctionId: 'other' } })
      .when('ApproveCorrection', approval, another)
      .thenNothing());
});

/** Lights in whose wires the number 13 makes every light that is switched on break. */
const Fragile: typeof Light = {
  ...Light,
  evolve: {
    ...Light.evolve,
    SwitchedOn: (light, event) => {
      if (light.behind === '13') throw new Error('a fuse blows');
      return Light.evolve.SwitchedOn(light, event);
    },
  },
};

describe('a stream with corrections', () => {
  const law = correctionsOver([Light as AnyDecider]);
  const two: Partial<CommandMetadata> = { by: { subject: 'two', party: 'DEU', roles: ['operator'] } };
  const correcting = (data: Correcting, more = {}) => ({
    ...toLight('SwitchOn', { lightId: '1' }, more),
    type: 'ProposeCorrection',
    data,
  });
  const approving = (id: string, more = {}) => ({
    ...toLight('SwitchOn', { lightId: '1' }, { ...two, ...more }),
    type: 'ApproveCorrection',
    data: { stream, correctionId: id },
  });
  const ledgerOf = (): Ledger => ({ store: new MemoryStore(), folds: new Folds() });
  const stateIn = async ({ store, folds }: Ledger) => (await folds.read<LightState>(store, Light, stream)).state;

  async function wiredLight(): Promise<{ ledger: Ledger; eventId: string }> {
    const ledger = ledgerOf();
    const { events } = await handle(ledger, Light, toLight('WireLight', { lightId: '1', behind: '2' }));
    return { ledger, eventId: events[0]!.id };
  }

  async function correct(ledger: Ledger, data: Correcting): Promise<string> {
    const { events } = await handle(ledger, law, correcting(data));
    await handle(ledger, law, approving(events[0]!.id));
    return events[0]!.id;
  }

  it('is folded with the right values from the approval on, and its events stay as they were written', async () => {
    const { ledger, eventId: wiring } = await wiredLight();
    const written = (await ledger.store.read(stream)).events[0];
    const { events } = await handle(ledger, law, correcting({ ...proposal, eventId: wiring }));
    expect((await stateIn(ledger)).behind).toBe('2');
    await handle(ledger, law, approving(events[0]!.id));
    expect((await stateIn(ledger)).behind).toBe('3');
    expect((await stateIn({ ...ledger, folds: new Folds() })).behind).toBe('3');
    expect((await ledger.store.read(stream)).events[0]).toEqual(written);
  });

  it('decides by what is right', async () => {
    const { ledger, eventId: wiring } = await wiredLight();
    await handle(ledger, Light, toLight('SwitchOn', { lightId: '3' }));
    const on = () => handle(ledger, Light, toLight('SwitchOn', { lightId: '1' }));
    await expect(on()).rejects.toMatchObject({ code: 'NoCurrent', facts: { behind: '2' } });
    await correct(ledger, { ...proposal, eventId: wiring });
    expect((await on()).events.map(({ type }) => type)).toEqual(['SwitchedOn']);
    expect(await stateIn(ledger)).toEqual({ on: true, switched: 1, behind: '3' });
  });

  it('is known to be corrected by other processes too, whatever they had folded', async () => {
    const { ledger, eventId: wiring } = await wiredLight();
    const other: Ledger = { ...ledger, folds: new Folds() };
    expect((await stateIn(other)).behind).toBe('2');
    await correct(ledger, { ...proposal, eventId: wiring });
    await handle(other, Light, toLight('BlinkLight', { lightId: '1', times: 1 }));
    expect(await stateIn(other)).toEqual({ on: false, switched: 2, behind: '3' });
  });

  it('is read page by page where it is long, with corrections that come later than their events', async () => {
    const { ledger, eventId: wiring } = await wiredLight();
    await handle(ledger, Light, toLight('BlinkLight', { lightId: '1', times: 1_100 }));
    await correct(ledger, { ...proposal, eventId: wiring });
    await handle(ledger, Light, toLight('BlinkLight', { lightId: '1', times: 1_100 }));
    const fold = await new Folds().read<LightState>(ledger.store, Light, stream);
    expect(fold).toMatchObject({ state: { on: false, switched: 4_400, behind: '3' }, revision: 4_402 });
    expect(fold.seen.size).toBe(5);
  });

  it('answers a retried request with its first receipt, and refuses its key for another', async () => {
    const { ledger, eventId: wiring } = await wiredLight();
    const first = correcting({ ...proposal, eventId: wiring }, { key: 'once' });
    const { events } = await handle(ledger, law, first);
    const approve = approving(events[0]!.id, { key: 'agreed' });
    const receipt = await handle(ledger, law, approve);
    expect(await handle(ledger, law, approve)).toMatchObject({
      ...receipt,
      events: [{ id: receipt.events[0]!.id }],
      replayed: true,
    });
    expect(await handle(ledger, law, first)).toMatchObject({ revision: 1, replayed: true });
    const otherwise = correcting({ ...proposal, eventId: wiring, reason: 'Another.' }, { key: 'once' });
    await expect(handle(ledger, law, otherwise)).rejects.toThrow(KeyReused);
  });

  it('is corrected as it was written at the revision that is asked for', async () => {
    const { ledger, eventId: wiring } = await wiredLight();
    const command = correcting({ ...proposal, eventId: wiring });
    await expect(handle(ledger, law, command, { expected: 3 })).rejects.toMatchObject({ actual: 0 });
    const { events } = await handle(ledger, law, command, { dryRun: true });
    expect([events.length, (await ledger.store.read(stream)).revision]).toEqual([1, 0]);
  });

  it('shows of any corrections, in any order, the last of each event', async () => {
    const corrections = fc.array(
      fc.record({ event: fc.nat(2), behind: fc.constantFrom('3', '4', '5'), approve: fc.boolean() }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(corrections, async (asked) => {
        const ledger = ledgerOf();
        const right: string[] = [];
        const ids: string[] = [];
        for (const behind of ['0', '1', '2']) {
          const { events } = await handle(ledger, Light, toLight('WireLight', { lightId: '1', behind }));
          right.push(behind);
          ids.push(events[0]!.id);
        }
        for (const { event, behind, approve } of asked) {
          const { events } = await handle(
            ledger,
            law,
            correcting({ ...proposal, eventId: ids[event]!, values: { behind } }),
          );
          if (!approve || !events[0]) continue;
          await handle(ledger, law, approving(events[0].id));
          right[event] = behind;
        }
        expect((await stateIn(ledger)).behind).toBe(right[2]);
        const { events } = await ledger.store.read(stream);
        const approvals = events.filter(({ type }) => type === 'CorrectionApproved').map(({ data }) => data as Change);
        expect(approvals.every(({ from, to }) => from.behind !== to.behind)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
