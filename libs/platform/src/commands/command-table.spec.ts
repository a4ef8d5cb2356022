import { decider, type Command, type Event } from '#eventsourcing';
import { commandTable } from './command-table.js';

class OpenDoor {
  doorId!: string;
}

const Door = decider<Command<'OpenDoor', OpenDoor>, Event<'DoorOpened'>, null>({
  stream: 'door',
  id: 'doorId',
  initial: null,
  may: { OpenDoor: ['operator'] },
  decide: { OpenDoor: () => [{ type: 'DoorOpened', data: {} }] },
  evolve: { DoorOpened: (state) => state },
});

describe('the table of commands', () => {
  it('has a row for every command of every aggregate', () => {
    const table = commandTable([{ law: Door, commands: { OpenDoor } }]);
    expect([...table.values()].map(({ type, shape, law }) => [type, shape, law])).toEqual([
      ['OpenDoor', OpenDoor, Door],
    ]);
  });

  it.each([
    ['two commands share a name', [{ OpenDoor }, { OpenDoor }], 'there are two commands named OpenDoor'],
    ['the law has no row for a command', [{ OpenDoor, ShutDoor: OpenDoor }], 'the law of door has no row for ShutDoor'],
    ['a row of the law has no command', [{}], 'no class for OpenDoor, of which door has a row'],
  ])('is not made where %s', (_, modules, message) => {
    expect(() => commandTable(modules.map((commands) => ({ law: Door, commands })))).toThrow(message);
  });
});
