import {
  commandIdOf,
  decider,
  ensure,
  type AnyDecider,
  type Command,
  type CommandMetadata,
  type Decider,
  type Event,
} from '#eventsourcing';

type LightCommand =
  | Command<'SwitchOn', { lightId: string }>
  | Command<'SwitchOff', { lightId: string }>
  | Command<'BlinkLight', { lightId: string; times: number }>
  | Command<'WireLight', { lightId: string; behind: string }>;

type LightEvent =
  | Event<'SwitchedOn', { lightId: string }>
  | Event<'SwitchedOff', { lightId: string }>
  | Event<'LightWired', { lightId: string; behind: string }>;

/** A light: whether it is on, how often it was switched, and behind which other light it is wired. */
export interface LightState {
  readonly on: boolean;
  readonly switched: number;
  readonly behind?: string;
}

/** A law small enough to show what the kernel does with any: a light is on only while those that it is wired behind are. */
export const Light: Decider<LightCommand, LightEvent, LightState> = decider<LightCommand, LightEvent, LightState>({
  stream: 'light',
  id: 'lightId',
  initial: { on: false, switched: 0 },
  may: { SwitchOn: [], SwitchOff: [], BlinkLight: [], WireLight: [] },
  ahead: ['SwitchOff'],

  facts: {
    SwitchOn: (_, { behind }) =>
      behind === undefined
        ? []
        : [{ from: Light as AnyDecider, id: behind, next: (state: LightState) => state.behind }],
  },

  decide: {
    SwitchOn: ({ data: { lightId } }, { on, behind, switched }, facts) => {
      if (on) return [];
      ensure(switched < 100, 'LightWornOut', { switched });
      ensure(behind === undefined || facts.of(Light, behind)?.on, 'NoCurrent', { behind });
      return [{ type: 'SwitchedOn', data: { lightId } }];
    },
    SwitchOff: ({ data: { lightId } }, { on }) => (on ? [{ type: 'SwitchedOff', data: { lightId } }] : []),
    BlinkLight: ({ data: { lightId, times } }) =>
      Array.from({ length: times }).flatMap(() => [
        { type: 'SwitchedOn' as const, data: { lightId } },
        { type: 'SwitchedOff' as const, data: { lightId } },
      ]),
    WireLight: ({ data }) => [{ type: 'LightWired', data }],
  },

  evolve: {
    SwitchedOn: (light) => ({ ...light, on: true, switched: light.switched + 1 }),
    SwitchedOff: (light) => ({ ...light, on: false, switched: light.switched + 1 }),
    LightWired: (light, { data: { behind } }) => ({ ...light, behind }),
  },
});

/** A command to a light; `key` tells requests apart, each its own unless given. */
export function toLight<Type extends LightCommand['type']>(
  type: Type,
  data: Extract<LightCommand, { type: Type }>['data'],
  { key = String(requests++), ...metadata }: { key?: string } & Partial<CommandMetadata> = {},
): Command {
  const at = metadata.at ?? '2024-07-11T09:00:00.000Z';
  return {
    type,
    data,
    metadata: {
      commandId: commandIdOf('operator-7', key),
      by: { subject: 'operator-7', party: 'DEU', roles: ['operator'] },
      at,
      occurredAt: at,
      ...metadata,
    },
  };
}

let requests = 0;
