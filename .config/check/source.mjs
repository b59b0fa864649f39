// Reading our own source for the checks. TypeScript 7 has no compiler API, so esbuild takes the types away and acorn parses.
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** @param {string} text TypeScript; @returns its syntax tree without types and comments */
export const parseTypeScript = (text, path = 'x.ts') =>
  parse(transformSync(text, { loader: path.endsWith('x') ? 'tsx' : 'ts', target: 'esnext' }).code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
  });

/** Calls `visit(node, parent)` for every node of a tree. */
export function walk(node, visit, parent) {
  if (typeof node?.type === 'string') visit(node, parent);
  for (const [key, child] of Object.entries(node ?? {})) {
    if (key === 'type' || child === null || typeof child !== 'object') continue;
    for (const one of Array.isArray(child) ? child : [child]) walk(one, visit, node.type ? node : parent);
  }
}

/** The name of `a.name` or `a['name']`, where it is written out. */
export function memberName(node) {
  if (node?.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property.name;
  return typeof node.property.value === 'string' ? node.property.value : undefined;
}

/** Whether an identifier stands for a variable rather than for a property's name. */
export const isVariable = (node, parent) =>
  node.type === 'Identifier' &&
  !(parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) &&
  !(
    ['Property', 'MethodDefinition', 'PropertyDefinition'].includes(parent?.type) &&
    parent.key === node &&
    !parent.computed &&
    !parent.shorthand
  );

const statement = /^(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.\w)?/g;

/**
 * What a file imports, types included (which the syntax tree no longer knows).
 *
 * @returns {{ specifier: string, typeOnly: boolean }[]}
 */
export function importsOf(text) {
  const found = [...text.matchAll(statement)].map(([whole, , type, specifier]) => ({
    specifier,
    typeOnly: Boolean(type) || onlyTypes(whole),
  }));
  for (const [, specifier, member] of text.matchAll(dynamic)) found.push({ specifier, typeOnly: Boolean(member) });
  return found;
}

/** `import { type A, type B } from` */
function onlyTypes(text) {
  const names = /\{([^}]*)\}/
    .exec(text)?.[1]
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return (
    names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type ')) && !/^\w+\s+\w+\s*,/.test(text)
  );
}
