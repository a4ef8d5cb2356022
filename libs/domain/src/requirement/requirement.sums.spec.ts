import fc from 'fast-check';
import type { Command } from '#eventsourcing';
import { played } from '#testing';
import { compare } from '../values/decimal.js';
import { Requirement } from './requirement.js';
import { limitOf, matchedOf } from './requirement.rules.js';
import type { RequirementState } from './requirement.state.js';

const requirementId = 'r';
const claims = [{ source: 'a letter' }];
const ITEMS = ['gun', 'radar'];
const quantity = fc.integer({ min: 0, max: 120 }).map((tenths) => (tenths / 10).toFixed(1));
const required = fc
  .record({ gun: quantity, radar: quantity, tolerance: fc.constantFrom('0', '0.5', '2') })
  .map(({ tolerance, ...of }) => ITEMS.map((item) => ({ item, quantity: of[item as 'gun'], tolerance })));
const matched = fc.array(fc.record({ item: fc.constantFrom(...ITEMS), quantity }), { minLength: 1, maxLength: 3 });
const reservation = {
  donor: fc.constant('DEU'),
  pledgeId: fc.constantFrom('p', 'q'),
  allocationId: fc.constantFrom('a', 'b', 'c'),
};

const asked = (type: string, roles: readonly string[], fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record({ fields: fc.record(fields), role: fc.constantFrom(...roles) })
    .map(({ fields: data, role }) => ({ type, role, data: { requirementId, claims, ...data } }));

/** Commands of a requirement's life, as they may come in any order. */
const commands = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: asked('SubmitRequirement', ['recipient'], {
        ...{ recipient: fc.constant('UKR'), title: fc.constant('Guns'), priority: fc.constant('high') },
        lines: required,
      }),
    },
    { weight: 1, arbitrary: asked('ReviseRequirement', ['recipient'], { lines: required }) },
    {
      weight: 4,
      arbitrary: asked('ValidateRequirement', ['coordinator'], {
        until: fc.constant('2025-08-31'),
        quantities: fc.option(required, { nil: undefined }),
      }),
    },
    {
      weight: 8,
      arbitrary: asked('ReserveRequirement', ['policy', 'coordinator'], { ...reservation, lines: matched }),
    },
    {
      weight: 3,
      arbitrary: asked('ReleaseReservation', ['policy', 'coordinator'], {
        ...reservation,
        kept: fc.option(matched, { nil: undefined }),
      }),
    },
    { weight: 1, arbitrary: asked('CloseRequirement', ['recipient'], { outcome: fc.constant('withdrawn') }) },
  ),
  { maxLength: 40 },
);

function commandOf({ type, role, data }: { type: string; role: string; data: object }): Command {
  const at = '2025-07-20T09:00:00.000Z';
  const by = { subject: 'somebody', party: 'UKR', roles: [role] };
  return { type, data, metadata: { commandId: 'step', by, at, occurredAt: at } };
}

describe('the sums of a requirement (R4)', () => {
  it('hold after every command, in whatever order they come', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        steps.reduce<RequirementState>((state, step) => {
          const { state: next } = played(Requirement, state, commandOf(step));
          if (next.status === 'validated')
            for (const item of ITEMS)
              expect(compare(matchedOf(next, item), limitOf(next.validated, item))).toBeLessThanOrEqual(0);
          return next;
        }, Requirement.initial);
      }),
      { numRuns: 500 },
    );
  });

  it('do not move when a command is asked twice (R34)', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        steps.reduce<RequirementState>((state, step) => {
          const { state: next, events } = played(Requirement, state, commandOf(step));
          if (events) expect(played(Requirement, next, commandOf(step)).events).toEqual([]);
          return next;
        }, Requirement.initial);
      }),
      { numRuns: 500 },
    );
  });
});
