import { isPart, type AnyView, type Column, type Field as Answered, type Fields } from '#eventsourcing';
import { section, table, type Cells } from './markdown.ts';
import type { Field, Sources } from './sources.ts';
import { eventsOfLaw, type LawTable, type Tables } from './tables.ts';

/** `docs/catalogue.md`: every command, event, view, question, policy, deadline and refusal. */
export function cataloguePage(tables: Tables, sources: Sources): string {
  const { laws, views, questions, policies, refusals } = tables;
  return [
    '# Catalogue',
    '',
    'What there is, as the tables of the code declare it: `npm run catalogue` writes this page and [flows.md](flows.md). A field with a',
    '`?` may be left out; the role `policy` is the ledger’s own. What each word means is in the [glossary](glossary.md).',
    '',
    ...laws.flatMap((law) => lawSection(law, sources)),
    ...section('Views', 'Each is at `/views/{view}`, in both times.', [
      ['view', 'what it is', 'columns', 'events'],
      ...[...views].sort(byName).map((view) => viewRow(view, sources)),
    ]),
    ...section('Questions', 'Each is at `/questions/{question}`, in both times.', [
      ['question', 'what it answers', 'parameters', 'views'],
      ...[...questions]
        .sort(byName)
        .map(({ name, about, parameters, reads }) => [
          ...[code(name), about, fields(sources.fieldsOfCommand(parameters.name))],
          list(reads.map((view) => view.name)),
        ]),
    ]),
    ...[...questions]
      .sort(byName)
      .flatMap(({ name, fields: answered }) => [
        ...[`### The answer of ${name}`, ''],
        ...table([['field', 'what it holds', 'what it is'], ...answerRows(answered)]),
      ]),
    ...section('Policies', 'What the ledger does by itself after an event.', [
      ['policy', 'what it does', 'after', 'sends'],
      ...policies.flatMap(({ name, on }) =>
        Object.keys(on).map((event) => [
          ...[code(name), sources.about(`policy ${name}`), code(event)],
          list(sources.intentsOf(name, event)),
        ]),
      ),
    ]),
    ...section('Deadlines', 'What the ledger does by itself once a day has come that an event sets.', [
      ['set by', 'sends when due'],
      ...[...sources.dueAfter()].map(([event, due]) => [code(event), list(due)]),
    ]),
    ...section(
      'Refusals',
      'What the law answers with 409, each with the facts needed to go on; the codes never change.',
      [['code', 'what it says'], ...Object.entries(refusals).map(([refusal, text]) => [code(refusal), text])],
    ),
  ].join('\n');
}

function lawSection(of: LawTable, sources: Sources): readonly string[] {
  const { name, law, commands } = of;
  const order = eventsOfLaw(of, (command) => sources.eventsOf(command));
  const ahead: readonly string[] = 'ahead' in law ? (law.ahead ?? []) : [];
  const about =
    'over' in law
      ? `${sources.about('overlay')} Its commands name a stream of any other.`
      : `${sources.about(`decider ${name}`)} Its streams are \`${law.stream}-{${law.id}}\`.`;
  return [
    ...section(name, about, [
      ['command', 'what it does', 'fields', 'roles', 'may cause'],
      ...commands.map((command) => [
        ...[code(command), commandSentence(command, ahead, sources)],
        ...[fields(sources.fieldsOfCommand(command)), (law.may[command] ?? []).join(', ')],
        list([...sources.eventsOf(command)].sort((a, b) => order.indexOf(a) - order.indexOf(b))),
      ]),
    ]),
    ...table([
      ['event', 'what its data say', 'data'],
      ...order.map((event) => [code(event), sources.about(event), fields(sources.fieldsOfEvent(event))]),
    ]),
  ];
}

function commandSentence(command: string, ahead: readonly string[], sources: Sources): string {
  const sentence = sources.about(command);
  return ahead.includes(command) ? `${sentence} May be dated ahead (R35).`.trim() : sentence;
}

function viewRow(view: AnyView, sources: Sources): Cells {
  const columns = Object.entries<Column>(view.columns).map(([name, { kind, about = '' }]) =>
    `${code(name)} ${kind}: ${about}`.trim(),
  );
  const events = list([...Object.keys(view.on)].sort());
  return [code(view.name), sources.about(`view ${view.name}`), columns.join(', '), view.any ? 'any' : events];
}

/** A row for each field of an answer, what is within a part after its name and a dot. */
function answerRows(declared: Fields, within = ''): readonly Cells[] {
  return Object.entries(declared).flatMap(([name, field]) => {
    const { about = '', optional = false } = field;
    const own = [code(`${within}${name}${optional ? '?' : ''}`), holds(field), about];
    return isPart(field) ? [own, ...answerRows(field.fields, `${within}${name}.`)] : [own];
  });
}

function holds(field: Answered): string {
  const unit = isPart(field) ? undefined : field.unit;
  return `${field.kind}${field.nullable ? ' or null' : ''}${unit === undefined ? '' : ` in ${unit}`}`;
}

function fields(declared: readonly Field[]): string {
  return declared.map(({ name, type, optional }) => code(`${name}${optional ? '?' : ''}: ${type}`)).join(', ');
}

function list(names: readonly string[]): string {
  return names.map(code).join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
