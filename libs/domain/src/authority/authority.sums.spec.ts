import fc from 'fast-check';
import { factsOf, type Command } from '#eventsourcing';
import { played } from '#testing';
import { sum, compareCents } from '../values/decimal.js';
import { Authority } from './authority.js';
import type { AuthorityCommand } from './authority.state.js';

const authorityId = 'a';
const claims = [{ source: 'a law' }];
const cents = fc.integer({ min: 0, max: 12_000 }).map((value) => (value / 100).toFixed(2));
const money = cents.map((amount) => ({ amount, currency: 'USD', basis: 'replacement' as const }));
const delta = fc
  .integer({ min: -9_000, max: 5_000 })
  .filter((value) => value !== 0)
  .map((value) => ({ amount: (value / 100).toFixed(2), currency: 'USD', basis: 'book' as const }));
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

const until = '2024-06-20';
/** Times before, in and after the life of the authority, in no order. */
const occurredAt = fc
  .record({ day: fc.integer({ min: 1, max: 24 }), hour: fc.constantFrom('00', '09', '18') })
  .map(({ day, hour }) => `2024-06-${String(day).padStart(2, '0')}T${hour}:00:00.000Z`);

const asked = (type: AuthorityCommand['type'], fields: Record<string, fc.Arbitrary<unknown>>, subject = 'op') =>
  fc.record({
    type: fc.constant(type),
    data: fc.record(fields).map((data) => ({ authorityId, claims, ...data })),
    occurredAt,
    subject: fc.constant(subject),
  });

const open = asked('OpenAuthority', {
  donor: fc.constant('USA'),
  ceiling: money,
  until: fc.constant(until),
  legalBasis: fc.constant('a law'),
});

/** Commands of an authority's life, as they may be learnt in any order. */
const commands = fc
  .tuple(
    open.map((step) => ({ ...step, occurredAt: '2024-06-03T00:00:00.000Z' })),
    fc.array(
      fc.oneof(
        { weight: 1, arbitrary: open },
        { weight: 3, arbitrary: asked('RaiseCeiling', { ceiling: money, legalBasis: fc.constant('another law') }) },
        {
          weight: 12,
          arbitrary: asked('DrawOnAuthority', { drawId: name, pledgeId: fc.constant('p'), amount: money }),
        },
        {
          weight: 4,
          arbitrary: asked('ProposeDrawsRevaluation', { proposalId: name, delta, method: fc.constant('m') }),
        },
        { weight: 6, arbitrary: asked('RevalueDraws', { proposalId: name }, 'another') },
        { weight: 2, arbitrary: asked('LapseAuthority', {}) },
      ),
      { maxLength: 40 },
    ),
  )
  .map(([first, others]) => [first, ...others]);

interface Step {
  readonly type: string;
  readonly data: object;
  readonly occurredAt: string;
  readonly subject: string;
}

const facts = factsOf(new Map<string, unknown>([['pledge-p', { status: 'standing', donor: 'USA' }]]));

function commandOf({ type, data, occurredAt, subject }: Step): Command {
  const by = { subject, party: 'USA', roles: [] };
  return { type, data, metadata: { commandId: 'c', by, at: '2024-07-01T00:00:00.000Z', occurredAt } };
}

interface Told {
  readonly type: string;
  readonly occurredAt: string;
  readonly data: {
    readonly ceiling?: { readonly to?: string; readonly amount?: string };
    readonly amount?: { readonly amount: string };
    readonly delta?: string;
  };
}

/** What the events say of a time, added up by nothing of the law's own. */
function at(log: readonly Told[], time: string): { ceiling: string; drawn: string } {
  const known = log.filter((event) => event.occurredAt <= time);
  const ceilings = known
    .filter(({ type }) => type === 'AuthorityOpened' || type === 'CeilingRaised')
    .toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0))
    .map(({ data: { ceiling } }) => ceiling?.to ?? ceiling?.amount ?? '0');
  const movements = known
    .filter(({ type }) => type === 'AuthorityDrawn' || type === 'DrawsRevalued')
    .map(({ data: { amount, delta: by } }) => amount?.amount ?? by ?? '0');
  return { ceiling: ceilings.at(-1) ?? '0', drawn: sum(movements) };
}

function ensureSums(log: readonly Told[]): void {
  for (const { occurredAt: time } of log) {
    const { ceiling, drawn } = at(log, time);
    expect({ time, within: compareCents(drawn, ceiling) <= 0, above: compareCents(drawn, '0') >= 0 }).toEqual({
      ...{ time, within: true, above: true },
    });
  }
  expect(log.filter(({ type, occurredAt: time }) => type === 'AuthorityDrawn' && time.slice(0, 10) > until)).toEqual(
    [],
  );
  const lapse = log.findLast(({ type }) => type === 'AuthorityLapsed');
  if (!lapse) return;
  const { ceiling, drawn } = at(log, `${until}T23:59:59.999Z`);
  expect(lapse).toMatchObject({ data: { ceiling, drawn, unused: sum([ceiling, `-${drawn}`]) } });
}

describe('the sums of an authority (R3)', () => {
  it('hold at every time of the world, in whatever order its facts are learnt', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        const log: Told[] = [];
        steps.reduce((state, step) => {
          const { state: next, events = [] } = played(Authority, state, commandOf(step), facts);
          log.push(...(events as readonly Told[]));
          if (events.length > 0) ensureSums(log);
          return next;
        }, Authority.initial);
      }),
      { numRuns: 500 },
    );
  });

  it('do not move when a command is asked twice (R34)', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        steps.reduce((state, step) => {
          const { state: next, events } = played(Authority, state, commandOf(step), facts);
          if (events) expect(played(Authority, next, commandOf(step), facts).events).toEqual([]);
          return next;
        }, Authority.initial);
      }),
      { numRuns: 500 },
    );
  });
});
