import { parse } from 'acorn';

interface Node {
  type: string;
  loc?: { start: { line: number } };
  raw?: string;
  bigint?: string;
}

/**
 * What the engine reads and Google's editor still refuses to save (platform.md §6), with the line; a build with
 * `target: 'es2019'` has none of it.
 * @throws SyntaxError when the script cannot be read at all
 */
export function refusedSyntax(code: string): string[] {
  const found: string[] = [];
  visit(parse(code, { ecmaVersion: 'latest', locations: true }), (node) => {
    const what = refusalOf(node);
    if (what) found.push(`${what} in line ${node.loc!.start.line}`);
  });
  return found;
}

function refusalOf({ type, raw, bigint }: Node): string | undefined {
  if (type === 'PropertyDefinition') return 'a class field';
  if (type === 'StaticBlock') return 'a static block of a class';
  if (type === 'PrivateIdentifier') return 'a private name';
  if (type !== 'Literal') return undefined;
  if (bigint !== undefined) return 'a BigInt';
  return raw && /^[\d.]/.test(raw) && raw.includes('_') ? 'a number with separators' : undefined;
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, look);
  else if (value !== null && typeof value === 'object' && typeof (value as Node).type === 'string') {
    look(value as Node);
    for (const part of Object.values(value)) if (typeof part === 'object') visit(part, look);
  }
}
