import { readFile } from 'node:fs/promises';
import type { Command, NewEvent } from '#eventsourcing';
import { generate } from './generated.js';
import { histories } from '../index.js';

const DATA = new URL('../../data/ukraine/', import.meta.url);

/** All commands of a history, every one of them taken for an event, as they were told. */
async function commandsOf(events: number, seed: number): Promise<readonly Command[]> {
  const told = (await histories.ukraine?.((file) => readFile(new URL(file, DATA), 'utf8'))) ?? [];
  const commands: Command[] = [];
  await generate({ events, seed, told }, async (some) => {
    commands.push(...some);
    return some.map(({ metadata, ...event }) => [
      { ...event, ...metadata, id: metadata.commandId } as unknown as NewEvent,
    ]);
  });
  return commands;
}

describe('a generated history', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [first, again, other] = [await commandsOf(9_000, 1), await commandsOf(9_000, 1), await commandsOf(9_000, 2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('is told in the order of time, nothing before it is true, some of it long after', async () => {
    const told = (await commandsOf(60_000, 1)).map(({ metadata }) => metadata);
    const days = told.map(({ at }) => at.slice(0, 10));
    expect(days).toEqual(days.toSorted());
    expect(told.filter(({ at, occurredAt }) => at < occurredAt)).toEqual([]);
    const late = told.filter(({ at, occurredAt }) => Date.parse(at) - Date.parse(occurredAt) > 20 * 86_400_000);
    expect(late.length / told.length).toBeGreaterThan(0.05);
  });

  it('has its pledges above all on the days of the meetings', async () => {
    const made = (await commandsOf(60_000, 1)).filter(({ type }) => type === 'MakePledge');
    const atMeetings = made.filter(({ data }) => 'meetingId' in data);
    expect(new Set(atMeetings.map(({ metadata }) => metadata.at.slice(0, 10))).size).toBe(33);
    expect(atMeetings.length / made.length).toBeGreaterThan(0.3);
  });

  it('has as many events as are wanted, where few come of its pledges', async () => {
    const told = await commandsOf(30_000, 3);
    expect(told.length).toBeGreaterThanOrEqual(30_000);
    expect(told.length).toBeLessThan(31_500);
  });
});
