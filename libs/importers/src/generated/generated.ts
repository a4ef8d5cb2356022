import type { Command, NewEvent } from '#eventsourcing';
import { momentOf, type Told } from '../ukraine/told.js';
import { Calendar, dateOf } from './calendar.js';
import type { Life } from './life.js';
import { claimLife, draftLife, ratesLife, requirementLife } from './other-lives.js';
import { pledgeLife } from './pledge-life.js';
import { worldOf, type World } from './world.js';

/** How many days a generated history has. */
const DAYS = 1_710;

/** How many events come of a pledge in the end, about. */
const EVENTS_OF_A_PLEDGE = 4.9;

/** How much more is pledged on the day of a meeting than on another. */
const BURST = 40;

/** How many pledges are made at once where the days are over and events are missing. */
const AT_LAST = 1_000;

/** What is generated: so many events, with a history told among them, each fact on its day. */
export interface Generating {
  readonly events: number;
  /** Any whole number: the same seed gives the same history. */
  readonly seed: number;
  readonly told: readonly Told[];
}

/** Records commands of one moment, which touch different things; answers what events each came to, none where the law refused it. */
export type Recording = (commands: readonly Command[]) => Promise<readonly (readonly NewEvent[])[]>;

/**
 * Makes up a history and has it recorded day by day: pledges in bursts at the meetings of the history told, facts learnt late, corrections,
 * deliveries. Ends with the day on which there are as many events as are wanted.
 */
export async function generate({ events, seed, told }: Generating, record: Recording): Promise<void> {
  const world = worldOf(seed);
  const calendar = new Calendar(seed);
  const facts = Map.groupBy(told, (fact) => dayOf(fact));
  const meetings = new Map(told.flatMap(meetingsIn));
  const weights = Array.from({ length: DAYS }, (_, day) => (meetings.has(dateOf(day)) ? BURST : 1));
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
  let pledges = 0;
  let done = 0;
  const tell = async (day: number) => {
    for (const [index, fact] of (facts.get(dateOf(day)) ?? []).entries()) {
      const step = { ...fact, after: 0, late: 0 };
      const [made = []] = await record([calendar.commandOf(day, index, step, instantOf(fact))]);
      done += made.length;
    }
    const due = calendar.take(day);
    const outcomes = await record(due.map(({ command }) => command));
    for (const [index, made] of outcomes.entries()) {
      done += made.length;
      const life = due[index]?.life;
      if (life) calendar.goOn(day, life, made);
    }
  };
  const pledge = (day: number, count: number) => {
    const date = dateOf(day);
    for (let index = 0; index < count; index++)
      calendar.goOn(day, pledgeLife(world, ++pledges, date, meetings.get(date)), []);
  };
  for (const [day, weight] of weights.entries()) {
    for (const life of besides(world, day, events)) calendar.goOn(day, life, []);
    const left = Math.max(0, events - done - 2 * calendar.waiting);
    pledge(day, Math.round((left * weight) / weightLeft / EVENTS_OF_A_PLEDGE));
    weightLeft -= weight;
    await tell(day);
    if (done >= events) return;
  }
  while (done < events) {
    pledge(DAYS, Math.min(AT_LAST, events - done));
    await tell(DAYS);
  }
}

/** What goes on on a day besides pledges. */
function besides(world: World, day: number, events: number): readonly Life[] {
  const date = dateOf(day);
  const some = Math.ceil((8 * events) / 1_000_000);
  const numbers = Array.from({ length: some }, (_, index) => day * some + index + 1);
  return [
    ...(day === 0 || date.endsWith('-01') ? [ratesLife(world, date.slice(0, 7))] : []),
    ...numbers.map((number) => requirementLife(world, number, dateOf(day + 365))),
    ...numbers.map((number) => claimLife(world, number, date)),
    ...(day > 60 ? [draftLife(world, day, `${dateOf(day + 7)}T12:00:00.000Z`)] : []),
  ];
}

/** The day on which a fact is told: its own, or the first. */
function dayOf(fact: Told): string {
  const date = instantOf(fact).slice(0, 10);
  return date > dateOf(0) ? date : dateOf(0);
}

function instantOf(fact: Told): string {
  return momentOf(fact).toString({ fractionalSecondDigits: 3 });
}

function meetingsIn(fact: Told): [date: string, meetingId: string][] {
  return fact.type === 'OpenMeeting' ? [[dayOf(fact), (fact.data as { meetingId: string }).meetingId]] : [];
}
