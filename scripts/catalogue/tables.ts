import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as domain from '#domain';
import type { AnyLaw, AnyPolicy, AnyQuestion, AnyView } from '#eventsourcing';
import { refusals, type Aggregate } from '#platform';
import { policies } from '#policies';
import { questions, views } from '#views';

/** A law under the name of its const, or of its category where it is laid over others; and the names of its commands. */
export interface LawTable {
  readonly name: string;
  readonly law: AnyLaw;
  readonly commands: readonly string[];
}

/** The tables that the code is made of. */
export interface Tables {
  /** The version of the whole, as its package says. */
  readonly version: string;
  readonly aggregates: readonly Aggregate[];
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
    ...{ version: versionOf(join(import.meta.dirname, '../../package.json')), aggregates: domain.aggregates },
    laws: domain.aggregates.map(({ law, commands }) => ({
      ...{ name: exported.find(([, value]) => value === law)?.[0] ?? law.stream, law },
      commands: Object.keys(commands).sort(),
    })),
    ...{ views, questions, policies },
    refusals: Object.fromEntries(Object.entries(refusals).map(([code, { text }]) => [code, text])),
  };
}

/** The events of a law, in its own order; those of one that is laid over others are what its commands cause. */
export function eventsOfLaw(
  { law, commands }: LawTable,
  causes: (command: string) => readonly string[],
): readonly string[] {
  return 'evolve' in law ? Object.keys(law.evolve) : commands.flatMap(causes);
}

function versionOf(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
