import { COUNCIL } from '../ukraine/nations.js';
import { GOODS } from './pledge-life.js';
import { step, type Life } from './life.js';
import { COORDINATOR, RECIPIENT, type World } from './world.js';

/** What is needed, stated and validated; it waits for what is allocated, and some of it is closed. */
export function* requirementLife({ dice, required }: World, number: number, until: string): Life {
  const requirementId = `gen-r-${number}`;
  const { item, category, unit } = dice.pick(GOODS);
  const lines = [{ item, category, unit, quantity: String(1_000 * dice.between(1, 40)) }];
  const priority = dice.pick(['critical', 'high', 'medium', 'low'] as const);
  const need = { requirementId, recipient: RECIPIENT, title: `${item}, need ${number}`, lines, priority };
  const claims = [{ source: `https://example.org/needs/${number}` }];
  yield step('SubmitRequirement', RECIPIENT, { ...need, claims }, { after: 0 });
  const [validated] = yield step(
    'ValidateRequirement',
    COORDINATOR,
    { requirementId, until },
    { after: dice.between(1, 20) },
  );
  if (validated) required.set(item, requirementId);
  if (!dice.chance(0.1)) return;
  const closed = { requirementId, outcome: 'withdrawn' as const, reason: 'It was met by other means.' };
  yield step('CloseRequirement', RECIPIENT, closed, { after: dice.between(30, 300) });
}

/** A draft among the members of the council, on which some break silence. */
export function* draftLife({ dice }: World, number: number, deadline: string): Life {
  const decisionId = `gen-d-${number}`;
  const draft = { decisionId, forumId: COUNCIL, subject: { kind: 'text' as const }, text: `Draft ${number}`, deadline };
  yield step('CirculateDraft', COORDINATOR, draft, { after: 0 });
  if (dice.chance(0.1)) {
    const reason = 'Capitals need more time.';
    yield step('BreakSilence', dice.pick(['DEU', 'FRA', 'USA', 'TUR']), { decisionId, reason }, { after: 3 });
  }
  yield step('ConcludeSilence', COORDINATOR, { decisionId }, { after: 8 });
}

/** What a source says of a thing. */
export function* claimLife({ dice }: World, number: number, day: string): Life {
  const subject = `gen.figure.${Math.ceil(number / 2)}`;
  const claim = { subject, field: 'amount', value: String(dice.between(1, 3)), evidence: 'found' as const };
  yield step(
    'RecordClaim',
    COORDINATOR,
    { ...claim, source: `https://example.org/${number}`, said: day },
    { after: 0 },
  );
}

/** The rates of a month. */
export function* ratesLife({ dice }: World, month: string): Life {
  const rates = RATES.map(([currency, rate]) => ({
    currency,
    rate: (rate * (0.9 + dice.between(0, 200) / 1000)).toFixed(4),
  }));
  const set = {
    ratesId: `gen-${month}`,
    base: 'EUR',
    on: `${month}-01`,
    rates,
    source: 'Generated, not published by anybody',
  };
  yield step('PublishRates', COORDINATOR, set, { after: 0 });
}

const RATES: readonly (readonly [string, number])[] = [
  ['USD', 1.08],
  ['GBP', 0.86],
  ['SEK', 11.3],
  ['NOK', 11.5],
  ['DKK', 7.46],
  ['PLN', 4.3],
  ['CAD', 1.47],
];
