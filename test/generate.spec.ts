import { join } from 'node:path';
import { build, run, scratch } from './support/launch.js';
import { eventsIn } from './support/log-in.js';

jest.setTimeout(120_000);
beforeAll(build);

const generate = (...args: string[]) => run('cli', {}, 'generate', ...args);

describe('a history made up from the terminal', () => {
  it('is decided by the law, and the same to the last event for the same seed', async () => {
    const [one, other] = ['one', 'other'].map((name) => join(scratch(), `${name}.sqlite`)) as [string, string];
    const { code, stdout, stderr } = await generate('--events', '9000', '--seed', '7', '--into', one);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const made = await eventsIn(one);
    expect(stdout).toMatch(new RegExp(`^${one}: ${made.length.toLocaleString('en')} events, \\d+ commands refused\n$`));
    expect(made.length).toBeGreaterThanOrEqual(9_000);
    await generate('--events', '9000', '--seed', '7', '--into', other);
    expect(await eventsIn(other)).toEqual(made);
  });

  it('never goes into a log that is there, and says what is wrong with an option', async () => {
    const file = join(scratch(), 'log.sqlite');
    await generate('--events', '10', '--into', file);
    const before = await eventsIn(file);
    expect(await generate('--events', '10', '--into', file)).toMatchObject({
      ...{ code: 2, stdout: '' },
      stderr: `${file} is there already; give --into a file that is not.\n`,
    });
    expect(await eventsIn(file)).toEqual(before);
    const many = await generate('--events', 'many', '--into', file);
    expect(many.code).toBe(2);
    expect(many.stderr).toContain('It must be a whole number');
  });
});
