/** Parts of an .xlsx that saving here would lose. */
import { isOwnPart } from './seal.ts';
import type { ZipArchive } from './zip-directory.ts';

const losses: [kind: string, part: RegExp][] = [
  ['macros', /vbaProject\.bin$|^xl\/(?:macrosheets|dialogsheets)\//i],
  ['charts', /^xl\/(?:charts|chartsheets)\//i],
  ['pivots', /^xl\/pivot/i],
  ['images', /^xl\/media\//i],
  ['drawings', /^xl\/(?:drawings\/drawing|diagrams\/)/i],
  ['slicers', /^xl\/(?:slicer|timeline)/i],
  ['tables', /^xl\/(?:tables|queryTables)\//i],
  ['external links', /^xl\/(?:externalLinks\/|connections\.xml)/i],
  ['threaded comments', /^xl\/threadedComments\//i],
  ['controls', /^xl\/(?:activeX|ctrlProps|embeddings|webextensions)\//i],
  ['data model', /^xl\/(?:model|richData)\//i],
];

/** Kinds of parts that would be lost, each once: `['charts', 'pivots']`. */
export function partsToLose(zip: ZipArchive): string[] {
  const names = [...zip.entries.keys()].filter((name) => !isOwnPart(name));
  return losses.flatMap(([kind, part]) => (names.some((name) => part.test(name)) ? [kind] : []));
}
