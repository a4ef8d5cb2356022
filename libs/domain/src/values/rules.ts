import { Rejection, type CommandMetadata } from '#eventsourcing';

/** The roles of an actor; what each may send is a row of its aggregate's law. `policy` is the ledger's own, and no token carries it. */
export type Role = 'operator' | 'coordinator' | 'recipient' | 'historian' | 'auditor' | 'viewer' | 'policy';

/** A rule that an imported fact breaks, kept with the fact (R32). */
export interface Breach {
  readonly rule: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The rules that a figure must keep: one that is broken refuses a command, and flags a fact that was imported. */
export interface Rules {
  hold(condition: unknown, rule: string, code: string, facts?: Readonly<Record<string, unknown>>): void;
  /** What was broken, as a field of the event; nothing where all was kept. */
  readonly breaches: readonly Breach[] | undefined;
}

/** The rules as they apply to a command. */
export function rules({ imported }: CommandMetadata): Rules {
  const found: Breach[] = [];
  return {
    hold(condition, rule, code, facts = {}) {
      if (condition) return;
      if (!imported) throw new Rejection(code, facts);
      found.push({ rule, code, facts });
    },
    get breaches() {
      return found.length > 0 ? found : undefined;
    },
  };
}
