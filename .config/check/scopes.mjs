// The manifests ask for exactly what the code uses: a scope too few fails in the shop, one too many frightens it.
import { readManifest } from '../parts/manifest.mjs';
import { coreScopes, includes, methods, ownMethods, services } from './services.mjs';
import { isVariable, memberName, parseTypeScript, walk } from './source.mjs';
import { ownFiles } from './walls.mjs';

/** The scopes that source files need, from the services and methods that they name. */
export function neededScopes(files) {
  const used = new Set();
  const called = new Set();
  for (const { file, text } of files) {
    walk(parseTypeScript(text, file), (node, parent) => {
      if (isVariable(node, parent) && node.name in services) used.add(node.name);
      const member = memberName(node);
      if (member === undefined) return;
      called.add(member);
      called.add(`${node.object.name}.${member}`);
    });
  }
  const scopes = new Set([
    ...[...used].flatMap((name) => services[name]),
    ...Object.entries(methods).flatMap(([name, { of, scopes }]) => (called.has(name) && used.has(of) ? scopes : [])),
    ...Object.entries(ownMethods).flatMap(([name, scopes]) => (called.has(name) ? scopes : [])),
  ]);
  for (const [wide, narrow] of Object.entries(includes)) if (scopes.has(wide)) for (const one of narrow) scopes.delete(one);
  return [...scopes].sort();
}

export function manifestProblems(name, manifest, needed) {
  const asked = manifest.oauthScopes ?? [];
  const wanted =
    name === 'core'
      ? coreScopes.filter((scope) => needed.includes(scope) || needed.some((one) => includes[one]?.includes(scope)))
      : needed;
  return [
    ...wanted
      .filter((scope) => !asked.includes(scope))
      .map((scope) => `manifest ${name}: the code needs ${scope}; add it, and to docs/deploy.md why.`),
    ...asked
      .filter((scope) => !wanted.includes(scope))
      .map((scope) => `manifest ${name}: nothing uses ${scope}; take it out, and from docs/deploy.md.`),
    ...(manifest.runtimeVersion === 'V8' ? [] : [`manifest ${name}: runtimeVersion must be V8.`]),
    ...(manifest.timeZone ? [] : [`manifest ${name}: name the timeZone.`]),
  ];
}

export function checkScopes() {
  const needed = neededScopes(ownFiles(['src']));
  const problems = ['full', 'core'].flatMap((name) => manifestProblems(name, JSON.parse(readManifest(name)), needed));
  return { name: 'scopes', problems };
}
