import ts from 'typescript';

const WIDTH = 100;

/** Types as text: what fits on a line is on one, and members that say nothing are left out. */
export function printed(types: readonly ts.Node[]): string {
  const file = ts.createSourceFile('types.ts', '', ts.ScriptTarget.Latest);
  const printer = ts.createPrinter();
  const print = (node: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, node, file);
  const saysNothing = (member: ts.TypeElement) => {
    if (!ts.isPropertySignature(member) || !member.type) return false;
    if (member.type.kind === ts.SyntaxKind.NeverKeyword || print(member.type) === '{}') return true;
    return ts.isIdentifier(member.name) && UNTYPED.has(member.name.text);
  };
  const visit = (node: ts.Node): ts.Node => {
    const visited = withoutTags(ts.visitEachChild(node, visit, undefined));
    if (!ts.isTypeLiteralNode(visited)) return visited;
    const members = visited.members.filter((member) => !saysNothing(member));
    const literal = ts.factory.createTypeLiteralNode(members);
    const onOneLine = ts.setEmitFlags(ts.factory.createTypeLiteralNode(members), ts.EmitFlags.SingleLine);
    const text = print(onOneLine);
    return text.length <= WIDTH && !text.includes('/*') ? onOneLine : literal;
  };
  return types
    .map(visit)
    .filter((type) => !ts.isTypeAliasDeclaration(type) || type.type.kind !== ts.SyntaxKind.NeverKeyword)
    .map((type) => `${print(type)}\n`)
    .join('');
}

/** The node without comments that only repeat its type, such as that it is a constant. */
function withoutTags(node: ts.Node): ts.Node {
  const comments = ts.getSyntheticLeadingComments(node) ?? [];
  const telling = comments.filter(({ text }) => !/^\*\s*@(constant|enum)\b[^@\n]*$/.test(text));
  return telling.length === comments.length ? node : ts.setSyntheticLeadingComments(node, telling);
}

/** Members of an answer of which no more is known than that there are some. */
const UNTYPED: ReadonlySet<string> = new Set(['headers']);
