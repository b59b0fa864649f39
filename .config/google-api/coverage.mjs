// Holds Google's methods against ours.
import { accepts, listsOf, ownLists } from './signatures.mjs';

/** Services of which only a part is taken over, and what Google calls a class → what the services' tables call it. */
const PATHS = {
  Base: {
    Blob: 'Utilities.Blob',
    Logger: 'Logger',
    Menu: 'Menu',
    PromptResponse: 'PromptResponse',
    RgbColor: 'SpreadsheetApp.RgbColor',
    Session: 'Session',
    Ui: 'Ui',
    User: 'Session.User',
  },
};

/** @typedef {{ method: string, path: string, state: 'there' | 'partly' | 'refused', lacks: string[], own?: string[][], google: string[][] }} Row */

/** @returns {{ service: string, name: string, namespace: string, path: string, rows: Row[] }[]} */
export function coverageOf(google, { classes, partly }) {
  const known = new Set([...google.values()].flat().map(({ name }) => name));
  const all = [];
  for (const [service, list] of google) {
    for (const { name, namespace, methods } of list) {
      const path = PATHS[service]?.[name] ?? (name === service ? name : `${service}.${name}`);
      const own = classes[path]?.methods;
      const rows = Object.entries(methods).map(([method, overloads]) => rowOf(path, method, overloads, own, partly, known));
      all.push({ service, name, namespace, path, rows });
    }
  }
  return all;
}

function rowOf(path, method, overloads, own, partly, known) {
  const google = listsOf(overloads);
  const row = { method, path: `${path}.${method}`, google, lacks: [] };
  if (!own || !(method in own)) return { ...row, state: 'refused' };
  // what runs in the script's own context takes anything
  const lists = own[method] === undefined ? undefined : ownLists(own[method]);
  const lacking = lists ? google.filter((list) => !accepts(lists, list, known)) : [];
  row.lacks = [...lacking.map((list) => `(${list.join(', ')})`), ...(partly[row.path] ? [partly[row.path]] : [])];
  return { ...row, own: lists, state: row.lacks.length > 0 ? 'partly' : 'there' };
}
