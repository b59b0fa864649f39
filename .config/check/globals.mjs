// Every name that Google is to find must be a plain function declaration, and loading the script may call no service.
import vm from 'node:vm';
import { parse } from 'acorn';
import { globalName } from '../parts/server.mjs';
import { services } from './services.mjs';
import { memberName, parseTypeScript, walk } from './source.mjs';

/** The names of functions declared at the top level. */
export function declaredFunctions(code) {
  const { body } = parse(code, { ecmaVersion: 2019, sourceType: 'script' });
  return new Set(body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : [])));
}

/** Handlers that sources name as text: menu items and triggers. */
export function handlersNamedIn(files) {
  const names = new Set();
  for (const { file, text } of files) {
    walk(parseTypeScript(text, file), (node) => {
      if (node.type !== 'CallExpression') return;
      const argument = { addItem: node.arguments[1], newTrigger: node.arguments[0] }[memberName(node.callee)];
      if (typeof argument?.value === 'string') names.add(argument.value);
    });
  }
  return names;
}

/** The sidebar's calls, from the interface that both sides share. */
export const callsIn = (apiSource) =>
  [...(/interface LedgerApi \{([\s\S]*?)\n\}/.exec(apiSource)?.[1] ?? '').matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);

export function exposureProblems(code, exported, called) {
  const declared = declaredFunctions(code);
  return [
    ...exported
      .filter((name) => !declared.has(name))
      .map((name) => `Code.js: ${name} is exported by src/entry.ts but not a top-level function.`),
    ...[...called]
      .filter((name) => !declared.has(name))
      .map((name) => `Code.js: ${name} is called by a menu, a trigger or the sidebar; export it from src/entry.ts.`),
    ...exported
      .filter((name) => name.endsWith('_'))
      .map((name) => `Code.js: ${name} ends with "_", so Google hides it; rename it.`),
  ];
}

/**
 * Loads the script in a context that has the language and nothing else. Before an add-on is enabled, top-level statements
 * run without any permission, so touching a service there would take the whole menu away.
 */
export function loadProblems(code, exported = []) {
  const touched = new Set();
  const trap = (name) =>
    new Proxy(function service() {}, {
      get: () => stop(name),
      apply: () => stop(name),
      construct: () => stop(name),
    });
  const stop = (name) => {
    touched.add(name);
    throw new Error(`${name} was used while loading`);
  };
  const context = vm.createContext(Object.fromEntries(Object.keys(services).map((name) => [name, trap(name)])));
  let failure;
  try {
    vm.runInContext(code, context, { filename: 'Code.js', timeout: 10_000 });
  } catch (error) {
    failure = `Code.js does not load in a bare context: ${error.message}`;
  }
  if (touched.size > 0) return [...touched].map((name) => `Code.js uses ${name} while loading; call it inside a function.`);
  if (failure) return [failure];
  const missing = exported.filter((name) =>
    vm.runInContext(`typeof ${globalName}.${name} !== 'function' || typeof ${name} !== 'function'`, context),
  );
  return missing.map((name) => `Code.js: the export ${name} is not a function; export only functions from src/entry.ts.`);
}
