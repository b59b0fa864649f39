import vm from 'node:vm';

/**
 * The functions that menus, triggers and `google.script.run` can see: those declared at the top level. What is only assigned
 * to the global object is invisible to Google (platform.md §6).
 * @throws SyntaxError when the engine cannot read the script
 */
export function exposedFunctions(code: string): ReadonlySet<string> {
  const script = new vm.Script(`throw null;\n${code}`);
  const context: Record<string, unknown> = {};
  try {
    // declarations are made before the first statement runs, and that one ends it
    script.runInNewContext(context);
  } catch (error) {
    if (error !== null) throw error;
  }
  return new Set(Object.keys(context).filter((name) => typeof context[name] === 'function'));
}
