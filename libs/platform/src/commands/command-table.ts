import type { AnyLaw, Command, Handling } from '#eventsourcing';

/** An aggregate as the domain lists it: its law, and the module whose every export is a command's class. */
export interface Aggregate {
  readonly law: AnyLaw;
  readonly commands: Readonly<Record<string, CommandClass>>;
}

/** A command's class: its fields with their validation. */
export type CommandClass = new () => object;

/** A command on its way to its handler, over the command bus; each command has a subclass of its own. */
export class Sent {
  constructor(
    readonly command: Command,
    readonly handling: Handling,
  ) {}
}

/** A command that there is: its class, its law, and how it is sent over the command bus. */
export interface CommandRow {
  readonly type: string;
  readonly law: AnyLaw;
  readonly shape: CommandClass;
  readonly sent: typeof Sent;
}

/** Every command by its name. */
export type CommandTable = ReadonlyMap<string, CommandRow>;

/** The table of the commands of these aggregates; throws where two share a name, or a command and its law do not match. */
export function commandTable(aggregates: readonly Aggregate[]): CommandTable {
  const table = new Map<string, CommandRow>();
  for (const { law, commands } of aggregates) {
    for (const [type, shape] of Object.entries(commands)) {
      if (table.has(type)) throw new Error(`there are two commands named ${type}`);
      if (!Object.hasOwn(law.decide, type)) throw new Error(`the law of ${law.stream} has no row for ${type}`);
      table.set(type, { type, law, shape, sent: class extends Sent {} });
    }
    const missing = Object.keys(law.decide).filter((type) => !Object.hasOwn(commands, type));
    if (missing.length > 0) throw new Error(`no class for ${missing.join(', ')}, of which ${law.stream} has a row`);
  }
  return table;
}
