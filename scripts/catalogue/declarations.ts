import ts from 'typescript';

/** A declaration with a sentence on it. */
export type Declared = ts.ClassDeclaration | ts.TypeAliasDeclaration | ts.VariableDeclaration | ts.FunctionDeclaration;
/** A declaration and what it is found by. */
export type Naming = readonly [name: string, declaration: Declared];

const DECLARING = ['decider', 'view', 'question', 'policy'];

/** Everything that has a sentence of its own, by its name; what is declared by a call, such as a view, as `declaredBy` names it. */
export function declarationsIn(files: readonly ts.SourceFile[]): readonly Naming[] {
  return files
    .flatMap(({ statements }) => [...statements])
    .flatMap((statement): readonly Naming[] => {
      if ((ts.isClassDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name)
        return [[statement.name.text, statement]];
      if (ts.isFunctionDeclaration(statement) && statement.type?.getText().startsWith('Overlay<'))
        return [['overlay', statement]];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.flatMap((declaration): readonly Naming[] => {
        const name = declaredBy(declaration.initializer);
        return name === undefined ? [] : [[name, declaration]];
      });
    });
}

/** What a call declares, such as `view chair`; a decider goes by the name of its const. */
function declaredBy(initializer: ts.Expression | undefined): string | undefined {
  if (!initializer || !ts.isCallExpression(initializer)) return undefined;
  const kind = initializer.expression.getText();
  const [first] = initializer.arguments;
  if (!DECLARING.includes(kind) || !first) return undefined;
  if (ts.isStringLiteral(first)) return `${kind} ${first.text}`;
  return ts.isVariableDeclaration(initializer.parent) ? `${kind} ${initializer.parent.name.getText()}` : undefined;
}

/** The rows of all tables of the sources, such as `decide MakePledge`, `policy agree-transfer DecisionAdopted` and `view chair ChairAppointed`. */
export function rowsIn(files: readonly ts.SourceFile[]): ReadonlyMap<string, ts.Expression> {
  const rows = new Map<string, ts.Expression>();
  const add = (table: string, { properties }: ts.ObjectLiteralExpression) => {
    for (const property of properties) {
      const row = ts.isPropertyAssignment(property) ? property.initializer : property.name;
      if (row && ts.isExpression(row)) rows.set(`${table} ${property.name?.getText() ?? ''}`, row);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer)) {
      const { parent } = node.parent;
      const owner = ts.isCallExpression(parent) ? declaredBy(parent) : undefined;
      const table = node.name.getText();
      if (table === 'decide') add('decide', node.initializer);
      if (table === 'on' && owner !== undefined) add(owner, node.initializer);
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'policy') {
      const [, on] = node.arguments;
      if (on && ts.isObjectLiteralExpression(on)) add(declaredBy(node) ?? '', on);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return rows;
}
