import type { RecordedEvent } from '#eventsourcing';
import { timesOf, within } from './times.js';

describe('the times of a read', () => {
  it.each([
    ['2024-07-10', '2024-07-10T23:59:59.999Z'],
    ['2024-02-29', '2024-02-29T23:59:59.999Z'],
    ['2024-07-10T14:30Z', '2024-07-10T14:30:00.000Z'],
    ['2024-07-10T14:30:00+02:00', '2024-07-10T12:30:00.000Z'],
    ['2024-07-10T14:30:00 02:00', '2024-07-10T12:30:00.000Z'],
    ['2024-07-10T14:30:00.123456Z', '2024-07-10T14:30:00.123Z'],
  ])('%s is %s', (text, time) => {
    expect(timesOf({ asOf: text, knownAt: text })).toEqual({ asOf: time, knownAt: { time } });
  });

  it('may be a position, for what was known', () => {
    expect(timesOf({ knownAt: '2024' })).toEqual({ asOf: undefined, knownAt: { position: 2024n } });
  });

  it.each([
    '',
    'now',
    '2024',
    '2024-02-30',
    '2023-02-29',
    '2024-7-1',
    '0000-01-01',
    '2024-07-10T14:30',
    '+010000-01-01',
  ])('are not %j', (text) => {
    expect(() => timesOf({ asOf: text })).toThrow(expect.objectContaining({ code: 'QueryNotUnderstood' }) as Error);
  });

  it.each(['', '-1', '1.0', '9223372036854775807', 'soon'])('were not known at %j', (text) => {
    expect(() => timesOf({ knownAt: text })).toThrow(expect.objectContaining({ code: 'QueryNotUnderstood' }) as Error);
  });

  it.each([
    [{}, true],
    [{ asOf: '2024-07-10' }, true],
    [{ asOf: '2024-07-09' }, false],
    [{ knownAt: '7' }, true],
    [{ knownAt: '6' }, false],
    [{ knownAt: '2024-08-01' }, true],
    [{ knownAt: '2024-07-31' }, false],
    [{ asOf: '2024-07-10', knownAt: '6' }, false],
  ])('hold an event of 10 July that was recorded on 1 August as the seventh: %j %s', (query, holds) => {
    const event = { at: '2024-08-01T08:00:00.000Z', occurredAt: '2024-07-10T00:00:00.000Z', position: 7n };
    expect(within(timesOf(query))(event as RecordedEvent)).toBe(holds);
  });
});
