import { join, relative } from 'node:path';
import ts from 'typescript';
import { declarationsIn, rowsIn, type Declared, type Naming } from './declarations.ts';

/** A field as the sources declare it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/** What only the sources say: sentences, fields, and which messages follow from which. */
export interface Sources {
  /**
   * The sentences on a declaration: by its name on a command's class and an event's type, as `decider Pledge`, `view chair` or
   * `policy agree-transfer` on what a call declares, and as `overlay` on the law that is laid over all others.
   */
  about(name: string): string;
  fieldsOfCommand(type: string): readonly Field[];
  fieldsOfEvent(type: string): readonly Field[];
  /** The events that the law's row of a command may answer. */
  eventsOf(command: string): readonly string[];
  /** The commands that a policy's row of an event may ask for. */
  intentsOf(policy: string, event: string): readonly string[];
  /** The commands that the view `deadlines` has fall due, by the event that sets the day. */
  dueAfter(): ReadonlyMap<string, readonly string[]>;
}

const MOST_CHOICES = 8;

/** Reads the sources of the law, the views and the policies below a root, as the compiler understands them. */
export function readSources(root: string): Sources {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const libs = ['eventsourcing', 'domain', 'views', 'policies'];
  const program = ts.createProgram(
    libs.map((lib) => join(root, `libs/${lib}/src/index.ts`)),
    { ...options, noEmit: true },
  );
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => /^libs\/[\w-]+\/src\//.test(relative(root, fileName)));
  return new Reading(
    program.getTypeChecker(),
    Map.groupBy(declarationsIn(files), ([name]) => name),
    rowsIn(files),
  );
}

class Reading implements Sources {
  readonly #checker: ts.TypeChecker;
  readonly #declared: ReadonlyMap<string, readonly Naming[]>;
  readonly #rows: ReadonlyMap<string, ts.Expression>;

  constructor(
    checker: ts.TypeChecker,
    declared: ReadonlyMap<string, readonly Naming[]>,
    rows: ReadonlyMap<string, ts.Expression>,
  ) {
    this.#checker = checker;
    this.#declared = declared;
    this.#rows = rows;
  }

  about(name: string): string {
    const declaration = this.#declaration(name);
    const symbol = declaration.name && this.#checker.getSymbolAtLocation(declaration.name);
    const parts = symbol?.getDocumentationComment(this.#checker) ?? [];
    return ts.displayPartsToString(parts).replaceAll(/\s+/g, ' ').trim();
  }

  fieldsOfCommand(type: string): readonly Field[] {
    return this.#fields(this.#checker.getTypeAtLocation(this.#declaration(type)));
  }

  fieldsOfEvent(type: string): readonly Field[] {
    const data = this.#checker.getTypeAtLocation(this.#declaration(type)).getProperty('data');
    if (!data) throw new Error(`${type} has no data`);
    return this.#fields(this.#checker.getTypeOfSymbol(data));
  }

  eventsOf(command: string): readonly string[] {
    const events = this.#answered(this.#row(`decide ${command}`));
    if (!events) throw new Error(`the type of the row of ${command} does not say which events it answers`);
    return events;
  }

  intentsOf(policy: string, event: string): readonly string[] {
    const row = this.#row(`policy ${policy} ${event}`);
    return (
      this.#answered(row) ?? [...new Set(this.#textsIn(row, new Set()))].filter((text) => this.#isCommand(text)).sort()
    );
  }

  dueAfter(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, readonly string[]>();
    for (const [name, row] of this.#rows) {
      const event = /^view deadlines (\w+)$/.exec(name)?.[1];
      const due = event === undefined ? [] : [...this.#textsIn(row, new Set())].filter((text) => this.#isCommand(text));
      if (event !== undefined && due.length > 0) found.set(event, [...new Set(due)]);
    }
    return found;
  }

  #isCommand(name: string): boolean {
    return this.#rows.has(`decide ${name}`);
  }

  #declaration(name: string): Declared {
    const [found, ...others] = this.#declared.get(name) ?? [];
    if (!found) throw new Error(`the sources declare no ${name}`);
    if (others.length > 0) throw new Error(`the sources declare ${name} more than once`);
    return found[1];
  }

  #fields(type: ts.Type): readonly Field[] {
    return this.#checker.getPropertiesOfType(type).map((property) => {
      const type = this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(property));
      return {
        name: property.name,
        type: choicesOf(type) ?? this.#written(property) ?? this.#checker.typeToString(type),
        optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
      };
    });
  }

  /** A field's type in the words of its declaration, which are those of the domain. */
  #written(property: ts.Symbol): string | undefined {
    const [declaration] = property.declarations ?? [];
    const isField = declaration && (ts.isPropertyDeclaration(declaration) || ts.isPropertySignature(declaration));
    return isField ? declaration.type?.getText().replaceAll(/\s+/g, ' ') : undefined;
  }

  #row(name: string): ts.Expression {
    const row = this.#rows.get(name);
    if (!row) throw new Error(`the sources have no row: ${name}`);
    return row;
  }

  /** The types of the messages that a row answers, whatever functions it calls for them; `undefined` where its type does not say. */
  #answered(row: ts.Expression): readonly string[] | undefined {
    const [signature] = this.#checker.getTypeAtLocation(row).getCallSignatures();
    const found = signature ? [...this.#messages(signature.getReturnType())] : [undefined];
    return found.includes(undefined) ? undefined : [...new Set(found as string[])].sort();
  }

  *#messages(type: ts.Type, seen: ReadonlySet<ts.Type> = new Set()): Generator<string | undefined> {
    if (seen.has(type)) return;
    const within = new Set(seen).add(type);
    if (type.isUnion()) for (const one of type.types) yield* this.#messages(one, within);
    else if (this.#checker.isArrayType(type) || this.#checker.isTupleType(type))
      for (const one of this.#checker.getTypeArguments(type as ts.TypeReference)) yield* this.#messages(one, within);
    else if (type.getProperty('then')) yield* this.#messages(this.#answerOf(type, 'then'), within);
    else if ((type.flags & ts.TypeFlags.Never) === 0) yield* this.#named(type);
  }

  *#named(type: ts.Type): Generator<string | undefined> {
    const property = type.getProperty('type');
    const named = property && this.#checker.getTypeOfSymbol(property);
    for (const one of named?.isUnion() ? named.types : [named]) yield one?.isStringLiteral() ? one.value : undefined;
  }

  #answerOf(type: ts.Type, property: string): ts.Type {
    const symbol = type.getProperty(property);
    const [signature] = symbol ? this.#checker.getTypeOfSymbol(symbol).getCallSignatures() : [];
    if (!signature) throw new Error(`${property} is no function`);
    return signature.getReturnType();
  }

  /** The texts written in a function, and in those of its libs that it calls. */
  *#textsIn(node: ts.Node, seen: Set<ts.Node>): Generator<string> {
    if (seen.has(node)) return;
    seen.add(node);
    if (ts.isStringLiteral(node)) yield node.text;
    if (ts.isCallExpression(node)) {
      const called = this.#checker.getResolvedSignature(node)?.declaration;
      if (called && !called.getSourceFile().isDeclarationFile) yield* this.#textsIn(called, seen);
    }
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (const child of children) yield* this.#textsIn(child, seen);
  }
}

/** The texts that a type leaves to choose from, where they are few. */
function choicesOf(type: ts.Type): string | undefined {
  const choices = type.isUnion() ? type.types : [];
  if (choices.length === 0 || choices.length > MOST_CHOICES) return undefined;
  return choices.every((choice) => choice.isStringLiteral())
    ? choices
        .map((choice) => `'${choice.value}'`)
        .sort()
        .join(' | ')
    : undefined;
}
