/** A script that fails within a function of its own. */
function refuse(what: string): string {
  // thrown on this file's fourth line
  throw new Error(`not ${what}`);
}

export const fail = (): string => refuse('this');
