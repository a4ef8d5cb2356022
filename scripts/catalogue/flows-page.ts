import type { Sources } from './sources.ts';
import { eventsOfLaw, type LawTable, type Tables } from './tables.ts';

/** An arrow of a flow; a dashed one is drawn when a day has come. */
interface Arrow {
  readonly from: string;
  readonly by?: string;
  readonly to: string;
  readonly dashed?: true;
}

/** `docs/flows.md`: for each law a diagram of what its commands cause, and what follows from that by itself. */
export function flowsPage(tables: Tables, sources: Sources): string {
  const arrows = arrowsOf(tables, sources);
  return [
    '# Flows',
    '',
    'What each command causes, and what follows by itself: a command (box) causes events (rounded), after which a policy (hexagon) sends',
    'commands; a dashed arrow is drawn once the day has come that the event sets. What belongs elsewhere is named with its law. Written by',
    '`npm run catalogue` from the tables and the code; the words are in the [catalogue](catalogue.md).',
    '',
    ...tables.laws.flatMap((law) => diagram(law, tables.laws, arrows)),
  ].join('\n');
}

function arrowsOf({ laws, policies }: Tables, sources: Sources): readonly Arrow[] {
  const commands = laws.flatMap((law) => law.commands);
  const caused = commands.flatMap((from) => sources.eventsOf(from).map((to) => ({ from, to })));
  const followed = policies.flatMap(({ name: by, on }) =>
    Object.keys(on).flatMap((from) => sources.intentsOf(by, from).map((to) => ({ from, by, to }))),
  );
  const due = [...sources.dueAfter()].flatMap(([from, sent]) =>
    sent.map((to) => ({ from, to, dashed: true as const })),
  );
  return [...caused, ...followed, ...due];
}

function diagram(of: LawTable, laws: readonly LawTable[], arrows: readonly Arrow[]): readonly string[] {
  const own = new Set(messagesOf(of, arrows));
  const drawn = arrows.filter(({ from, to }) => own.has(from) || own.has(to));
  const names = [...new Set(drawn.flatMap(({ from, to }) => [from, to]))];
  const policies = [...new Set(drawn.flatMap(({ by }) => by ?? []))];
  return [
    `## ${of.name}`,
    '',
    '```mermaid',
    'flowchart LR',
    ...names.map((name) => `  ${box(name, laws, own, arrows)}`),
    ...policies.map((name) => `  ${nodeOf(name)}{{"${name}"}}`),
    ...new Set(drawn.flatMap(lines)),
    '```',
    '',
  ];
}

function messagesOf(law: LawTable, arrows: readonly Arrow[]): readonly string[] {
  const causes = (command: string) => arrows.filter(({ from }) => from === command).map(({ to }) => to);
  return [...law.commands, ...eventsOfLaw(law, causes)];
}

function box(name: string, laws: readonly LawTable[], own: ReadonlySet<string>, arrows: readonly Arrow[]): string {
  const home = laws.find((law) => messagesOf(law, arrows).includes(name));
  const label = own.has(name) ? name : `${home?.name ?? 'unknown'}: ${name}`;
  return home?.commands.includes(name) ? `${name}["${label}"]` : `${name}(["${label}"])`;
}

function lines({ from, by, to, dashed }: Arrow): readonly string[] {
  if (dashed) return [`  ${from} -. when due .-> ${to}`];
  return by === undefined ? [`  ${from} --> ${to}`] : [`  ${from} --> ${nodeOf(by)}`, `  ${nodeOf(by)} --> ${to}`];
}

/** A policy's node; no message goes by such a name. */
function nodeOf(policy: string): string {
  return `policy_${policy.replaceAll('-', '_')}`;
}
