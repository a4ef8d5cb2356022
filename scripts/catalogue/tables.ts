import * as domain from '#domain';
import type { AnyDecider, AnyPolicy, AnyQuestion, AnyView } from '#eventsourcing';
import { refusals } from '#platform';
import { policies } from '#policies';
import { questions, views } from '#views';

/** A law under the name of its const, and the names of its commands. */
export interface LawTable {
  readonly name: string;
  readonly law: AnyDecider;
  readonly commands: readonly string[];
}

/** The tables that the code is made of. */
export interface Tables {
  readonly laws: readonly LawTable[];
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  readonly policies: readonly AnyPolicy[];
  /** What is said of each refusal, by its code. */
  readonly refusals: Readonly<Record<string, string>>;
}

/** The tables as they are. */
export function readTables(): Tables {
  const exported = Object.entries(domain);
  return {
    laws: domain.aggregates.map(({ law, commands }) => ({
      ...{ name: exported.find(([, value]) => value === law)?.[0] ?? law.stream, law },
      commands: Object.keys(commands).sort(),
    })),
    ...{ views, questions, policies },
    refusals: Object.fromEntries(Object.entries(refusals).map(([code, { text }]) => [code, text])),
  };
}
